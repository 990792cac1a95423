"""Inspections: all three judgements, never the overall alone; requirements; and what so few homes can tell."""

from datetime import date

import pytest

from loaders.loading import load
from metrics.inspections.national import beside_england
from pages.parts import ask
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


ASKED = """
Home|Reference|Source|Source date|Standard|Action|Decision|Reason|Raised|Due|Status
Ash House|A1|Ofsted recommendation|2026-04-25|QS12|Mend it|Not accepted|Done|2026-04-25|2026-05-23|Open
Ash House|A2|Ofsted recommendation|2026-04-25|QS12|Ring|To be decided||2026-04-25|2026-05-23|Open
"""


def test_what_is_not_accepted_or_not_decided_says_so_beside_its_date(drawn):
    html = drawn(ASKED).go("inspections", date=AS_AT).said
    assert "Not accepted · due 23 May 2026</span>" in html and "overdue" not in html
    assert "Waiting for a decision · due 23 May 2026</span>" in html


@pytest.mark.parametrize(("as_at", "ago"), [("2025-09-30", "0 months ago"), ("2026-08-31", "11 months ago")])
def test_a_month_has_gone_by_when_its_day_has_come(drawn, as_at, ago):
    inspected = INSPECTED.replace("Protection", "Helped and protected").replace("Leadership", "Leaders and managers")
    html = drawn(inspected).go("inspections", date=as_at).said
    assert f"{ago} · Council’s record" in html and "over a year ago" not in html


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


PUBLISHED = """Children's social care data in England 2025 - Provider level as at 31 March 2025
URN,Provision type,Registration status,Ofsted Region,Local authority,Sector,Places,Latest full inspection date,\
Overall experiences and progress,Helped and protected,Leaders and managers
SC1,Children's home,Active,North West,Leeds,Local Authority,3,01/02/2025,Good,Good,Good
SC2,Children's home,Active,North West,York,Local Authority,3,01/02/2025,Good,Good,Inadequate
SC3,Children's home,Active,London,York,Private,3,01/02/2025,Outstanding,Good,Good
""".replace("\\\n", "")


def test_the_councils_homes_are_held_against_england_and_the_councils_it_chooses(own_sample, tmp_path):
    (tmp_path / "provider_level.csv").write_text(PUBLISHED)
    with ask.acting() as store:
        assert load(store, of_every_home(), tmp_path / "provider_level.csv", "Jo")["accepted"]
    html = own_sample.go("inspections", date=AS_AT).html
    assert "Compared with England" in html and "Council-run homes in England" in html and "All homes in England" in html
    assert html.count("<summary>") >= 3 and "The council’s region is not known" in html and ">York<" not in html
    own_sample.app.multiselect(key="councils").set_value(["York"]).run()
    assert own_sample.app.query_params["councils"] == "York" and "York" in own_sample.html
    assert "York" in own_sample.go("inspections", date=AS_AT, councils="York;Nowhere").html
