"""How pooled counts are rated, at and beside each bar."""

from datetime import date

import pytest

from qa_data.scope import of_every_home
from tests.filling import long_kept, upload
from tests.metrics import asking

AS_AT = date(2026, 6, 15)


def rated(store, indicator: str, counts: dict, service_type: str = "Residential care", moment: date = AS_AT) -> dict:
    """The indicator of a home whose returns by month give these counts."""
    upload(
        store,
        homes=[{"home": "Ash House", "service_type": service_type, "places": 3, "opened": date(2025, 6, 1)}],
        returns=[{"home": "Ash House", "month": month, **told} for month, told in counts.items()],
    )
    ash = of_every_home(AS_AT).narrowed(["Ash House"])
    [row] = [row for row in asking.rated(store, ash, [moment]) if row["indicator"] == indicator]
    return row


@pytest.mark.parametrize("held, rag", [(57, "green"), (56, "amber"), (48, "amber"), (47, "red")])
def test_the_bars_are_met_exactly(store, held, rag):
    assert rated(store, "LAM1", {date(2026, 5, 1): {"supervision_due": 60, "supervision_held": held}})["rag"] == rag


@pytest.mark.parametrize("agency, rag", [(10, "green"), (11, "amber"), (25, "amber"), (26, "red")])
def test_lower_turns_the_signs(store, agency, rag):
    assert rated(store, "LAM5", {date(2026, 5, 1): {"shifts": 100, "shifts_agency": agency}})["rag"] == rag


def test_counts_of_the_last_three_complete_months_are_summed(store):
    told = {date(2026, month, 1): {"endings": month, "endings_unplanned": 1} for month in range(1, 7)}
    row = rated(store, "CPL4", told)
    assert (row["numerator"], row["denominator"], row["months_with_value"]) == (3, 3 + 4 + 5, 3)


@pytest.mark.parametrize("due, rag", [(4, "grey"), (5, "red")])
def test_fewer_than_five_cases_are_not_rated_against_a_local_target(store, due, rag):
    assert rated(store, "LAM1", {date(2026, 5, 1): {"supervision_due": due, "supervision_held": 0}})["rag"] == rag


def test_a_legal_duty_is_rated_from_the_first_case(store):
    assert rated(store, "LAM2", {date(2026, 5, 1): {"appraisals_due": 1, "appraisals_current": 0}})["rag"] == "red"


def test_no_data_is_grey_and_has_no_counts(store):
    row = rated(store, "LAM2", {})
    assert (row["rag"], row["numerator"], row["denominator"], row["months_with_value"], row["counts"]) == (
        "grey",
        None,
        None,
        0,
        True,
    )


def test_without_a_target_there_is_no_colour(store):
    assert rated(store, "QPC6", {date(2026, 5, 1): {"child_nights": 90}})["rag"] == "grey"


def test_what_the_law_takes_out_for_short_breaks_is_shown_but_neither_rated_nor_counted(store):
    row = rated(store, "EDU1", {date(2026, 5, 1): {"school_possible": 100, "school_attended": 10}}, "Short breaks")
    assert (row["numerator"], row["denominator"], row["rag"], row["counts"]) == (10, 100, "grey", False)


def test_visits_are_pooled_over_twelve_months(store):
    long_kept(store)
    row = rated(store, "LAM7", {})
    assert (row["numerator"], row["denominator"], row["months_with_value"], row["rag"]) == (0, 12, 3, "red")


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ({3: (4, 12), 4: (3, 12), 5: (1, 12)}, (1, 12, "green")),
        ({3: (4, 12), 4: (3, 12)}, (3, 12, "amber")),
        ({2: (4, 12)}, (None, None, "grey")),
        ({3: (0, 9), 5: (3, 3)}, (3, 3, "red")),
    ],
)
def test_a_stock_is_its_latest_month_and_never_a_sum(store, months, told):
    counts = {
        date(2026, month, 1): {"repairs_over_28_days": late, "repairs_open": of} for month, (late, of) in months.items()
    }
    row = rated(store, "QPC4", counts)
    assert (row["numerator"], row["denominator"], row["rag"]) == told
    assert row["month"] == (max(counts) if told[0] is not None else None)


@pytest.mark.parametrize(
    ("indicator", "counts", "rag"),
    [
        ("LAM11", {"training_due": 1, "training_current": 0}, "amber"),
        ("LAM11", {"training_due": 3, "training_current": 2}, "amber"),
        ("LAM11", {"training_due": 3, "training_current": 1}, "red"),
        ("LAM11", {"training_due": 3, "training_current": 3}, "green"),
        ("QPC4", {"repairs_open": 2, "repairs_over_28_days": 1}, "amber"),
        ("QPC4", {"repairs_open": 3, "repairs_over_28_days": 2}, "red"),
        ("LAM2", {"appraisals_due": 3, "appraisals_current": 2}, "red"),
        ("LAM1", {"supervision_due": 4, "supervision_held": 0}, "grey"),
    ],
)
def test_one_case_of_a_local_stock_is_no_red(store, indicator, counts, rag):
    assert rated(store, indicator, {date(2026, 5, 1): counts})["rag"] == rag


def test_an_earlier_moment_has_its_own_three_months(store):
    told = {date(2026, month, 1): {"endings": month, "endings_unplanned": 1} for month in range(1, 7)}
    row = rated(store, "CPL4", told, moment=date(2026, 4, 30))
    assert (row["moment"], row["numerator"], row["denominator"]) == (date(2026, 4, 30), 3, 2 + 3 + 4)
