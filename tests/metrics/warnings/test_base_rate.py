"""How often judgements change in England: drawn files, and Ofsted's own counted plainly."""

from datetime import date

import pytest

from loaders.loading import load
from metrics.warnings.backtest import base_rate
from metrics.warnings.backtest.wording import base_rate_said
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.metrics.inspections.test_benchmark import PUBLISHED, publish

AS_AT = of_every_home(date(2026, 10, 31))
RI = "Requires improvement to be good"


@pytest.fixture
def drawn(store):
    """Two years: one home falls, one stays below Good, one rises, one was not inspected again, one is new and one
    private.
    """
    first, second = date(2023, 10, 1), date(2024, 10, 1)
    told = {
        "SC1": ("Good", "Inadequate", second),
        "SC2": (RI, RI, second),
        "SC3": (RI, "Good", second),
        "SC4": ("Good", "Good", first),
    }
    publish(
        store,
        date(2024, 3, 31),
        *({"urn": urn, "overall": before, "inspection_date": first} for urn, (before, _, _) in told.items()),
        {"urn": "SC9", "overall": "Good", "sector": "Private", "inspection_date": first},
    )
    publish(
        store,
        date(2025, 3, 31),
        *({"urn": urn, "overall": after, "inspection_date": day} for urn, (_, after, day) in told.items()),
        {"urn": "SC5", "overall": "Good", "inspection_date": second},
        {"urn": "SC9", "overall": "Inadequate", "sector": "Private", "inspection_date": second},
    )
    return store


def test_of_homes_judged_in_both_years(drawn):
    assert base_rate(drawn, AS_AT) == [
        {
            "since": 2024,
            "year": 2025,
            "homes": 4,
            "inspected": 3,
            "better": 1,
            "worse": 1,
            "were_good": 1,
            "fell": 1,
            "were_below": 2,
            "stayed": 1,
        }
    ]


def test_one_year_has_nothing_to_compare_with(drawn):
    assert base_rate(drawn, of_every_home(date(2025, 3, 30))) == []
    assert "upload two of Ofsted’s published provider files" in base_rate_said([])


def test_in_words(drawn):
    assert (
        base_rate_said(base_rate(drawn, AS_AT))
        == "In England 3 council-run homes that had been judged before were inspected in full between 31 March 2024 and"
        " 31 March 2025. The judgement changed for 2 (67 %): 1 better, 1 worse. Of the 1 that had been Good or"
        " better, 1 (100 %) fell below Good. Of the 2 that were then below Good, the judgement before had said so of"
        " 1 (50 %)."
    )


@pytest.mark.skipif(not PUBLISHED.exists(), reason="Ofsted's published files are not beside the project")
def test_ofsteds_own_files_counted_plainly():
    store = open_store(MEMORY)
    for year in (2024, 2025):
        load(store, of_every_home(), PUBLISHED / f"provider_at_march_{year}.csv", "test")
    before, after = (_council_run(store, year) for year in (2024, 2025))
    both = [(before[urn], after[urn]) for urn in before.keys() & after.keys()]
    newly = [(first[0], later[0]) for first, later in both if later[1] > first[1]]
    order = ["Outstanding", "Good", RI, "Inadequate"]
    (rate,) = base_rate(store, AS_AT)
    assert (rate["homes"], rate["inspected"]) == (len(both), len(newly))
    assert rate["worse"] == sum(order.index(later) > order.index(first) for first, later in newly)
    assert rate["fell"] == sum(first in order[:2] and later in order[2:] for first, later in newly)
    assert rate["stayed"] == sum(first in order[2:] and later in order[2:] for first, later in newly)


def _council_run(store, year: int) -> dict[str, tuple[str, date]]:
    """Judgement and inspection date of each council-run home in that year's file, as its rows stand in the store."""
    rows = store.rows(
        AS_AT,
        "select urn, overall, inspection_date, provision_type, sector from providers where as_at = $day",
        day=date(year, 3, 31),
    )
    homes = [
        row
        for row in rows
        if row["sector"] == "Local Authority"
        and "home" in row["provision_type"]
        and "upported" not in row["provision_type"]
    ]
    return {row["urn"]: (row["overall"], row["inspection_date"]) for row in homes if row["overall"]}
