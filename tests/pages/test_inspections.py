"""Inspections: all three judgements, never the overall alone; requirements; and what so few homes can tell."""

from datetime import date

import pytest

from metrics.inspections.national import beside_england
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.pages.screen import AS_AT

INSPECTED = """
Home      | Inspection date | Inspection type | Overall | Protection | Leadership
Ash House | 2024-03-01      | Full            | Good    | Good       | Good
Ash House | 2025-09-01      | Full            | Good    | Good       | RI
Ash House | 2026-02-01      | Assurance       |         |            |
"""


def test_a_home_that_is_good_overall_can_be_below_good(drawn):
    html = (
        drawn(INSPECTED.replace("Protection", "Helped and protected").replace("Leadership", "Leaders and managers"))
        .go("inspections", date=AS_AT)
        .html
    )
    assert (
        "1 of 1 inspected home is below Good in a judgement" in html
        and "Ash House: Good or better overall, but not in every judgement." in html
    )
    assert 'aria-label="Requires improvement to be good, 1 Sep 2025"' in html and "over a year ago" in html
    assert "These give no grade" in html and "1 Feb 2026: Assurance" in html


def test_requirements_and_recommendations_are_kept_apart(sample):
    html = sample.go("inspections", date=AS_AT, home="Cedar View").html
    requirements = html[html.index("<h2>Requirements") : html.index("<h2>Recommendations")]
    assert "Regulation 12(2)(b)" in requirements and "overdue" in requirements and "Elm Base" not in requirements


def test_a_home_not_inspected_yet_is_said(sample):
    html = sample.go("inspections", date=AS_AT).html
    assert "No inspection loaded; opened 12 Jan 2026" in html


@pytest.mark.parametrize(("good", "apart"), [(4, False), (0, True)])
def test_few_homes_are_told_from_england_only_where_chance_would_seldom_do_it(database, good, apart):
    store = open_store(database)
    with store.writing(of_every_home()) as cursor:
        cursor.run("insert into main.uploads values ('u', 'x', '', 'me', '2026-01-01', '[]', false)")
        cursor.run(
            "insert into main.homes by name select 'Home ' || n as home, date '2020-01-01' as opened, 'u' as upload_id,"
            " uuid() as row_key from range(5) t(n)"
        )
        cursor.run(
            "insert into main.inspections by name select 'Home ' || n as home, date '2025-05-01' as inspection_date,"
            f" 'Full' as inspection_type, case when n < {good} then 'Good' else 'Inadequate' end as overall,"
            " 'u' as upload_id,"
            " uuid() as row_key from range(5) t(n)"
        )
        cursor.run(
            "insert into main.providers by name select 'SC' || n as urn, date '2025-03-31' as as_at,"
            " 'Local Authority' as sector, 'Children''s home' as provision_type, "
            " case when n < 383 then 'Good' else 'Inadequate' end as overall,"
            " 'u' as upload_id, uuid() as row_key from range(442) t(n)"
        )

    told = beside_england(store, of_every_home(date(2026, 10, 31)))
    assert (told["own"]["good"], told["england"]["good"], told["apart"]) == (good, 383, apart)


def test_no_home_below_good_is_said_without_a_nought(drawn):
    html = drawn(
        """
        Home|Inspection date|Inspection type|Overall experiences and progress|Helped and protected|Leaders and managers
        Ash House|2026-03-04|Full|Good|Good|Good
        """
    )
    assert "No inspected home is below Good in any judgement</h1>" in html.go("inspections", date=AS_AT).html
