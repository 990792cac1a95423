"""The clocks at their edges, and against slow plain counting."""

from calendar import monthrange
from datetime import date, timedelta
from random import Random

import pytest

from metrics.visits.records import set_records
from metrics.warnings.clocks import clocks
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import long_kept, upload

VISIT, REVIEW, LOCATION = "Regulation 44 visit", "Regulation 45 review", "Regulation 46 location review"


def clock(kind: str, as_at: date, *days: date, opened=date(2015, 1, 1), closed=None) -> dict | None:
    """The clock of that kind of a home that keeps records since it opened, when it was done on those days; None when
    there is none.
    """
    store = open_store(MEMORY)
    long_kept(store)
    upload(
        store,
        homes=[{"home": "Ash House", "opened": opened, "closed": closed}],
        visits=[{"home": "Ash House", "visit_type": kind, "visit_date": day} for day in days],
    )
    return next((each for each in clocks(store, of_every_home(as_at)) if each["clock"] == kind), None)


def stands(*asked, **changes) -> tuple:
    found = clock(*asked, **changes)
    return found["due"], found["days_left"], found["state"]


@pytest.mark.parametrize(
    ("as_at", "visits", "due", "left", "state"),
    [
        (date(2026, 10, 31), [date(2026, 9, 1), date(2026, 10, 31)], date(2026, 11, 30), 30, "running"),
        (date(2026, 10, 31), [date(2026, 9, 30)], date(2026, 10, 31), 0, "soon"),
        (date(2026, 10, 21), [date(2026, 9, 30)], date(2026, 10, 31), 10, "soon"),
        (date(2026, 10, 20), [date(2026, 9, 30)], date(2026, 10, 31), 11, "running"),
        (date(2026, 11, 1), [date(2026, 9, 30)], date(2026, 10, 31), -1, "missed"),
        (date(2026, 11, 20), [date(2026, 9, 30), date(2026, 11, 2)], date(2026, 10, 31), -20, "missed"),
        (date(2026, 12, 1), [date(2026, 9, 30), date(2026, 11, 2)], date(2026, 12, 31), 30, "running"),
        (date(2026, 10, 20), [date(2026, 9, 30), date(2026, 10, 21)], date(2026, 10, 31), 11, "running"),
        (date(2026, 1, 15), [date(2025, 12, 31)], date(2026, 1, 31), 16, "running"),
        (date(2028, 2, 29), [date(2028, 1, 5)], date(2028, 2, 29), 0, "soon"),
        (date(2026, 11, 1), [date(2026, 6, 30)], date(2026, 7, 31), -93, "missed"),
        (date(2026, 11, 20), [date(2026, 6, 30), date(2026, 11, 2)], date(2026, 7, 31), -112, "missed"),
        (date(2026, 11, 1), [date(2026, 6, 30), date(2026, 8, 3)], date(2026, 9, 30), -32, "missed"),
        (date(2026, 11, 1), [], date(2015, 4, 30), -4203, "missed"),
    ],
)
def test_a_visit_each_calendar_month(as_at, visits, due, left, state):
    assert stands(VISIT, as_at, *visits) == (due, left, state)


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        (date(2026, 10, 1), date(2026, 10, 31)),
        (date(2026, 10, 2), date(2026, 11, 30)),
        (date(2026, 9, 30), date(2026, 10, 31)),
    ],
)
def test_a_month_in_which_the_home_is_open_only_in_part_owes_no_visit(opened, due):
    assert clock(VISIT, date(2026, 10, 31), opened=opened)["due"] == due


@pytest.mark.parametrize(
    ("kind", "done", "due"),
    [
        (REVIEW, date(2026, 8, 31), date(2027, 2, 28)),
        (REVIEW, date(2027, 8, 30), date(2028, 2, 29)),
        (REVIEW, date(2026, 5, 19), date(2026, 11, 19)),
        (LOCATION, date(2024, 2, 29), date(2025, 2, 28)),
        (LOCATION, date(2026, 4, 15), date(2027, 4, 15)),
    ],
)
def test_reviews_are_due_six_and_twelve_calendar_months_after_the_last(kind, done, due):
    assert clock(kind, done, date(2019, 1, 1), done)["due"] == due


@pytest.mark.parametrize(
    ("as_at", "left", "state"),
    [
        (date(2026, 10, 19), 31, "running"),
        (date(2026, 10, 20), 30, "soon"),
        (date(2026, 11, 19), 0, "soon"),
        (date(2026, 11, 20), -1, "missed"),
    ],
)
def test_a_review_is_soon_in_its_last_thirty_days_and_missed_after_its_day(as_at, left, state):
    assert stands(REVIEW, as_at, date(2026, 5, 19)) == (date(2026, 11, 19), left, state)


def test_without_a_review_the_clock_runs_from_opening_and_says_that_none_is_recorded():
    found = clock(REVIEW, date(2026, 10, 31), opened=date(2026, 8, 31))
    assert (found["done"], found["source"], found["due"]) == (None, None, date(2027, 2, 28))


def test_a_home_that_is_not_open_has_no_clock():
    assert clock(VISIT, date(2026, 10, 31), closed=date(2026, 10, 30)) is None
    assert clock(VISIT, date(2026, 10, 31), opened=date(2026, 11, 1)) is None
    assert clock(VISIT, date(2026, 10, 31), closed=date(2026, 10, 31)) is not None


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"due": date(2026, 11, 14)}, "soon"),
        ({"due": date(2026, 11, 15)}, "running"),
        ({"due": date(2026, 10, 30)}, "missed"),
        ({"due": date(2026, 10, 31)}, "soon"),
        ({"completed": date(2026, 10, 31), "status": "Completed"}, None),
        ({"completed": date(2026, 11, 1), "status": "Completed"}, "running"),
        ({"status": "Cancelled"}, None),
        ({"raised": date(2026, 11, 1)}, None),
        ({"source": "Regulation 44 recommendation"}, None),
    ],
)
def test_the_date_of_a_live_requirement(change, state):
    store = open_store(MEMORY)
    asked = {
        "home": "Ash House",
        "reference": "A1",
        "source": "Ofsted requirement",
        "raised": date(2026, 9, 1),
        "standards": ["QS12"],
        "status": "Open",
        "due": date(2026, 12, 1),
    }
    upload(store, homes=[{"home": "Ash House", "opened": date(2015, 1, 1)}], actions=[asked | change])
    found = [each for each in clocks(store, of_every_home(date(2026, 10, 31))) if each["clock"] == "Ofsted requirement"]
    assert [each["state"] for each in found] == ([state] if state else [])
    assert all((each["reference"], each["standards"], each["source"]["row"]) == ("A1", ["QS12"], 2) for each in found)


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plain_visit_due(as_at: date, opened: date, visits: list[date]) -> date | None:
    """The end of the first month owed since the last that ended; where that one is missed, of the first of the
    months missed before it too.
    """
    owed = lambda month: (
        opened <= month and not any(month <= day <= min(months_later(month, 1) - timedelta(1), as_at) for day in visits)
    )
    first = months_later(as_at.replace(day=1), -1)
    month = next((month for month in (first, months_later(first, 1), months_later(first, 2)) if owed(month)), None)
    while month == first and owed(months_later(first, -1)):
        month = first = months_later(first, -1)
    return month and months_later(month, 1) - timedelta(1)


@pytest.mark.parametrize("seed", range(6))
def test_as_plain_counting_has_it(seed):
    rng = Random(seed)
    as_at = date(2026, 1, 1) + timedelta(rng.randrange(700))
    homes = {f"Home {number}": as_at - timedelta(rng.randrange(900)) for number in range(40)}
    done = [
        {"home": home, "visit_type": kind, "visit_date": opened + timedelta(rng.randrange(950))}
        for home, opened in homes.items()
        for kind in (VISIT, REVIEW, LOCATION)
        for _ in range(rng.randrange(20))
    ]
    store = open_store(MEMORY)
    long_kept(store)
    upload(
        store,
        homes=[{"home": home, "opened": opened} for home, opened in homes.items()],
        visits=list({(each["home"], each["visit_type"], each["visit_date"]): each for each in done}.values()),
    )
    days = lambda home, kind: [
        each["visit_date"]
        for each in done
        if (each["home"], each["visit_type"]) == (home, kind) and each["visit_date"] <= as_at
    ]
    expected = {(home, VISIT): plain_visit_due(as_at, opened, days(home, VISIT)) for home, opened in homes.items()}
    expected |= {
        (home, kind): months_later(max(days(home, kind), default=opened), months)
        for home, opened in homes.items()
        for kind, months in ((REVIEW, 6), (LOCATION, 12))
    }
    assert {(each["home"], each["clock"]): each["due"] for each in clocks(store, of_every_home(as_at))} == expected


def begun(as_at: date, *days: date, kind: str = VISIT, opened=date(2011, 1, 4), day: date | None = None) -> dict | None:
    """The clock of a home whose council began its log with those days, and has set the day from which it counts."""
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": "Ash House", "opened": opened}],
        visits=[{"home": "Ash House", "visit_type": kind, "visit_date": each} for each in days],
    )
    if day:
        set_records(store, of_every_home(), "Jo", "Ash House", kind, day, "The log before is on paper")
    return next((each for each in clocks(store, of_every_home(as_at)) if each["clock"] == kind), None)


@pytest.mark.parametrize(
    ("as_at", "days", "changes", "due"),
    [
        (date(2026, 3, 14), [date(2026, 1, 20), date(2026, 2, 20)], {}, date(2026, 3, 31)),
        (date(2026, 4, 14), [date(2026, 1, 20)], {}, date(2026, 2, 28)),
        (date(2026, 4, 14), [date(2026, 1, 20)], {"day": date(2026, 3, 1)}, date(2026, 3, 31)),
        (date(2026, 4, 14), [date(2026, 1, 20)], {"day": date(2026, 3, 2)}, date(2026, 4, 30)),
        (date(2026, 4, 14), [date(2026, 1, 20)], {"day": date(2025, 11, 1)}, date(2026, 2, 28)),
        (date(2026, 4, 14), [], {"day": date(2026, 3, 1)}, date(2026, 3, 31)),
        (date(2026, 4, 14), [date(2026, 1, 20)], {"kind": REVIEW}, date(2026, 7, 20)),
        (date(2026, 4, 14), [], {"kind": REVIEW, "day": date(2026, 1, 1)}, date(2026, 7, 1)),
        # A review that ran out before the records begin is no missed date; one that did not still runs.
        (date(2026, 4, 14), [date(2024, 1, 20)], {"kind": REVIEW, "day": date(2026, 1, 1)}, date(2026, 7, 1)),
        (date(2026, 4, 14), [date(2025, 12, 1)], {"kind": REVIEW, "day": date(2026, 1, 1)}, date(2026, 6, 1)),
        (date(2026, 4, 14), [date(2026, 1, 20)], {"opened": date(2026, 1, 2)}, date(2026, 2, 28)),
        (date(2026, 4, 14), [], {"day": date(2020, 1, 1), "opened": date(2026, 2, 14)}, date(2026, 3, 31)),
    ],
)
def test_what_was_never_told_is_not_missed(as_at, days, changes, due):
    assert begun(as_at, *days, **changes)["due"] == due


@pytest.mark.parametrize("kind", [VISIT, REVIEW, LOCATION])
def test_no_clock_runs_before_records_begin(kind):
    assert begun(date(2026, 4, 14), kind=kind) is None
    assert begun(date(2026, 4, 14), kind=kind, day=date(2026, 4, 15)) is None
