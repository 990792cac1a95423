"""The month in which a home closes: it owes it only when it closes on its last day, on every page alike."""

from datetime import date, timedelta
from random import Random

import pytest

from metrics.visits.visiting import visit_months
from metrics.warnings.clocks import clocks
from metrics.warnings.owed import owed
from qa_data.scope import of_every_home
from tests.filling import long_kept, upload
from tests.metrics.asking import month_values
from tests.metrics.plain import end, later

CLOSINGS = [
    (later(date(2016, 1, 1), random.randrange(120)), random.randrange(1, 28)) for random in map(Random, range(6))
]
"""A month, and how many days before its end a home closes that does not see it out."""


def closing(store, month: date, days_early: int) -> date:
    """A home that has been visited in every month but the one it closes in; the day that it closes on."""
    closed, opened = end(month) - timedelta(days=days_early), later(month, -8)
    visits = [
        {"home": "Ash House", "visit_type": "Regulation 44 visit"} | {"visit_date": later(opened, each)}
        for each in range(8)
    ]
    upload(store, homes=[{"home": "Ash House", "opened": opened, "closed": closed}], visits=visits)
    return closed


def owing(store, month: date, closed: date) -> dict[str, bool]:
    """Whether the home owes a visit of the month, as each says."""
    on_closing, after = of_every_home(closed), of_every_home(end(month))
    due = [each["due"] for each in clocks(store, on_closing) if each["clock"] == "Regulation 44 visit"]
    return {
        "LAM7": any((row["indicator"], row["month"]) == ("LAM7", month) for row in month_values(store, after)),
        "owed": any((row["what"], row["month"]) == ("visit", month) for row in owed(store, after)),
        "return owed": any((row["what"], row["month"]) == ("return", month) for row in owed(store, after)),
        "visit months": any(row["month"] == month and row["owed"] for row in visit_months(store, on_closing)),
        "clocks": due == [end(month)],
    }


@pytest.mark.parametrize(("month", "days_early"), CLOSINGS)
def test_a_home_that_closes_on_the_last_day_owes_the_month(store, month, days_early):
    assert set(owing(store, month, closing(store, month, 0)).values()) == {True}


@pytest.mark.parametrize("as_at", [date(2026, 9, 30), date(2026, 10, 14), date(2026, 10, 20)])
def test_a_home_that_owes_no_further_visit_has_no_clock_for_one(store, as_at):
    visits = [{"home": "Ash House", "visit_type": "Regulation 44 visit", "visit_date": date(2026, 9, 3)}]
    upload(
        store, homes=[{"home": "Ash House", "opened": date(2026, 9, 1), "closed": date(2026, 10, 20)}], visits=visits
    )
    long_kept(store)
    told = clocks(store, of_every_home(as_at))
    assert {each["clock"] for each in told} == {"Regulation 45 review", "Regulation 46 location review"}
    assert all(each["due"] for each in told)


@pytest.mark.parametrize(("month", "days_early"), CLOSINGS)
def test_a_home_that_closes_before_does_not(store, month, days_early):
    assert set(owing(store, month, closing(store, month, days_early)).values()) == {False}
