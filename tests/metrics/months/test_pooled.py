"""How pooled counts are rated, at and beside each bar."""

from datetime import date

import pytest

from qa_data.scope import of_every_home
from tests.filling import upload
from tests.metrics import asking

AS_AT = date(2026, 6, 15)


def rated(store, indicator: str, counts: dict, service_type: str = "Residential care", moment: date = AS_AT) -> dict:
    """The indicator of a home whose returns by month give these counts."""
    upload(
        store,
        homes=[{"home": "Ash House", "service_type": service_type, "places": 3, "opened": date(2025, 6, 1)}],
        returns=[{"home": "Ash House", "month": month, **told} for month, told in counts.items()],
    )
    [row] = [row for row in asking.rated(store, of_every_home(AS_AT), [moment]) if row["indicator"] == indicator]
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


def test_visits_and_reviews_are_pooled_over_twelve_months(store):
    row = rated(store, "LAM7", {})
    assert (row["numerator"], row["denominator"], row["months_with_value"], row["rag"]) == (0, 12, 3, "red")


def test_an_earlier_moment_has_its_own_three_months(store):
    told = {date(2026, month, 1): {"endings": month, "endings_unplanned": 1} for month in range(1, 7)}
    row = rated(store, "CPL4", told, moment=date(2026, 4, 30))
    assert (row["moment"], row["numerator"], row["denominator"]) == (date(2026, 4, 30), 3, 2 + 3 + 4)
