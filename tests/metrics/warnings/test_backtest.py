"""The back-test: what counts, for which side, and what the sample's story gives."""

from datetime import date

import pytest

from metrics.rag.status import status
from metrics.warnings.backtest import backtest
from metrics.warnings.backtest.tables import tables
from metrics.warnings.backtest.wording import bearing, told
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))
INADEQUATE, GOOD, RI = "Inadequate", "Good", "Requires improvement to be good"


def store_of(*inspections: tuple[date, str], visited: dict[date, str] | None = None):
    """Ash House with full inspections, and independent visits with a verdict on protection."""
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": "Ash House", "opened": date(2015, 1, 1), "urn": "SC1"}],
        inspections=[
            {"home": "Ash House", "inspection_date": day, "inspection_type": "Full", "overall": overall}
            for day, overall in inspections
        ],
        visits=[
            {"home": "Ash House", "visit_type": "Regulation 44 visit", "visit_date": day, "verdict_qs12": verdict}
            for day, verdict in (visited or {}).items()
        ],
    )
    return store


def inspected(store, scope=AS_AT) -> list[dict]:
    return backtest(store, scope)["inspections"]


def test_what_was_said_is_what_status_says_of_the_day_before():
    store = store_of((date(2025, 7, 1), GOOD), (date(2026, 7, 14), INADEQUATE), visited={date(2026, 6, 10): "Not met"})
    newest = inspected(store)[0]
    assert newest["rag"] == status(store, of_every_home(date(2026, 7, 13)))["homes"][0]["rag"] == "red"
    assert (newest["before"], newest["before_on"], newest["red"]) == (GOOD, date(2025, 7, 1), 1)


def test_a_visit_on_the_day_of_the_inspection_is_not_yet_known():
    assert (
        inspected(
            store_of((date(2026, 7, 14), GOOD), visited={date(2026, 6, 10): "Met", date(2026, 7, 14): "Not met"})
        )[0]["red"]
        == 0
    )


@pytest.mark.parametrize(
    ("visited", "testable"),
    [(date(2026, 4, 14), True), (date(2026, 4, 13), False), (date(2026, 7, 13), True), (date(2026, 7, 14), False)],
)
def test_it_takes_something_of_the_three_months_before_to_test(visited, testable):
    (found,) = inspected(store_of((date(2026, 7, 14), GOOD), visited={visited: "Met"}))
    assert (found["testable"], found["rag"] is not None) == (testable, testable)


def test_inspections_after_the_day_are_not_told():
    assert inspected(store_of((date(2026, 7, 14), GOOD)), of_every_home(date(2026, 7, 13))) == []


def test_other_inspections_are_not_graded_and_not_told():
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": "Ash House", "opened": date(2015, 1, 1)}],
        inspections=[{"home": "Ash House", "inspection_date": date(2026, 3, 1), "inspection_type": "Monitoring"}],
    )
    assert inspected(store) == []


def told_of(rag, overall, before=None, testable=True, sliding=None) -> dict:
    told = {"rag": rag, "below_good": overall in (RI, INADEQUATE), "before": before, "testable": testable}
    return told | {"sliding": sliding, "before_below": before and before in (RI, INADEQUATE)}


def test_the_tables_count_each_testable_inspection_once():
    told = [
        told_of("red", INADEQUATE, GOOD, sliding=True),
        told_of("amber", RI, RI, sliding=False),
        told_of("green", RI, GOOD),
        told_of("red", GOOD, RI),
        told_of("green", GOOD, GOOD),
        told_of("grey", INADEQUATE, GOOD),
        told_of(None, GOOD),
        told_of(None, INADEQUATE, GOOD, testable=False),
    ]
    counts = {
        table["said"]: [table[name] for name in ("warned_below", "warned_good", "quiet_below", "quiet_good", "silent")]
        for table in tables(told)
    }
    assert counts == {
        "The dashboard said red": [1, 1, 2, 1, 2],
        "The dashboard said red or amber": [2, 1, 1, 1, 2],
        "The home as a whole was getting worse": [1, 0, 1, 0, 5],
        "The judgement before was below Good": [1, 1, 3, 1, 1],
    }


def test_shares_have_wilsons_interval_and_nothing_has_none():
    table = tables([told_of("red", INADEQUATE)] * 4 + [told_of("green", INADEQUATE)])[0]
    assert (table["caught"]["part"], table["caught"]["whole"], table["false_alarms"]) == (4, 5, None)
    assert table["caught"]["interval"] == pytest.approx((37.6, 96.4), abs=0.1)


def test_the_words_say_how_few_there_are_and_what_could_not_be_tested():
    answer = backtest(
        store_of((date(2025, 7, 1), GOOD), (date(2026, 7, 14), INADEQUATE), visited={date(2026, 6, 10): "Not met"}),
        AS_AT,
    )
    said = " ".join(bearing(answer))
    assert "1 full inspection can be tested" in said and "too few to give a share any weight" in said
    assert "1 inspection falls before the home’s records of independent visits begin" in said
    assert "Ash House on 1 Jul 2025" in said
    assert "14 Jul 2026 Ash House: Inadequate; the day before red; judged Good before" in told(answer)


def test_inspections_of_one_day_that_found_nobody_below_good_are_said_in_words():
    answer = backtest(store_of((date(2026, 7, 14), GOOD), visited={date(2026, 6, 10): "Met"}), AS_AT)
    assert bearing(answer)[0].startswith(
        "1 full inspection can be tested, of 14 Jul 2026. None found a home below Good: too few"
    )


def test_nothing_to_test_with_says_what_to_upload():
    assert "Upload the log of independent visits, returns and actions" in told(backtest(open_store(MEMORY), AS_AT))


def test_the_samples_story(sample):
    """On 13 July 2026, the day before Cedar View was judged Inadequate, the dashboard said red; a year before that
    Ofsted had said Good.
    """
    answer = backtest(sample, AS_AT)
    cedar = next(each for each in answer["inspections"] if each["inspection_date"] == date(2026, 7, 14))
    assert (cedar["home"], cedar["overall"], cedar["rag"], cedar["before"]) == ("Cedar View", INADEQUATE, "red", GOOD)
    # The slide is said half a year and more before the inspection.
    assert (cedar["sliding"], cedar["sliding_since"]) == (True, date(2025, 12, 1))
    tested = [each for each in answer["inspections"] if each["testable"]]
    assert all(each["rag"] == _on_the_day_before(sample, each) for each in tested) and len(tested) == 12
    assert all(
        sum(table[name] for name in ("warned_below", "warned_good", "quiet_below", "quiet_good", "silent")) == 12
        for table in answer["tables"]
    )


def _on_the_day_before(store, inspection: dict) -> str:
    day = date.fromordinal(inspection["inspection_date"].toordinal() - 1)
    return next(
        home["rag"] for home in status(store, of_every_home(day))["homes"] if home["home"] == inspection["home"]
    )
