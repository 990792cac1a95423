"""The reports of reviews to Ofsted (regulation 45(4)) at their edges, and against slow plain counting."""

from calendar import monthrange
from datetime import date, timedelta
from random import Random

import pytest

from metrics.visits.records import set_records
from metrics.warnings.clocks import REPORT, clocks, sending_unrecorded
from metrics.warnings.warnings import warnings
from metrics.warnings.wording import clock_said
from qa_data.scope import Scope, of_every_home
from qa_data.store import MEMORY, Store, open_store
from tests.drawn import store_with
from tests.filling import upload

REVIEW = "Regulation 45 review"


def council(*reviews: tuple, homes=("Ash House", "Beech House")) -> Store:
    """A store with those reviews: home, day and the day on which its report was sent."""
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": home, "opened": date(2012, 5, 1)} for home in homes],
        visits=[
            {"home": home, "visit_type": REVIEW, "visit_date": day, "report_sent_to_ofsted": sent}
            for home, day, sent in reviews
        ],
    )
    return store


def reports(store: Store, scope: Scope) -> list[dict]:
    return [each for each in clocks(store, scope) if each["clock"] == REPORT]


def stands(as_at: date, *reviews: tuple) -> list[tuple]:
    """The clocks of Ash House's reports in a council that sent one of 2025 in time."""
    kept = ("Beech House", date(2025, 1, 7), date(2025, 1, 20))
    found = reports(council(kept, *[("Ash House", *each) for each in reviews]), of_every_home(as_at))
    return [(each["due"], each["sent"], each["days_left"], each["state"]) for each in found]


REVIEWED, DUE = date(2026, 9, 3), date(2026, 10, 1)


@pytest.mark.parametrize(
    ("as_at", "sent", "expected"),
    [
        (REVIEWED, None, (DUE, None, 28, "running")),
        (date(2026, 9, 20), None, (DUE, None, 11, "running")),
        (date(2026, 9, 21), None, (DUE, None, 10, "soon")),
        (DUE, None, (DUE, None, 0, "soon")),
        (date(2026, 10, 2), None, (DUE, None, -1, "missed")),
        (date(2028, 10, 1), None, (DUE, None, -731, "missed")),
        (date(2026, 12, 1), DUE, None),
        (date(2026, 12, 1), date(2026, 10, 2), (DUE, date(2026, 10, 2), -1, "missed")),
        # What is sent later is not known yet.
        (date(2026, 9, 21), DUE, (DUE, None, 10, "soon")),
        (date(2026, 10, 9), date(2026, 10, 10), (DUE, None, -8, "missed")),
        # A report that was sent late is told for six months.
        (date(2027, 4, 9), date(2026, 10, 10), (DUE, date(2026, 10, 10), -9, "missed")),
        (date(2027, 4, 10), date(2026, 10, 10), None),
    ],
)
def test_a_report_is_due_28_days_after_the_review(as_at, sent, expected):
    assert stands(as_at, (REVIEWED, sent)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        # Late, until the next review.
        ([(date(2026, 9, 3), date(2026, 10, 10)), (date(2026, 11, 30), None)], [(date(2026, 12, 28), "running")]),
        # Not sent, until a later one is.
        (
            [(date(2026, 9, 3), None), (date(2026, 11, 30), None)],
            [(date(2026, 10, 1), "missed"), (date(2026, 12, 28), "running")],
        ),
        ([(date(2026, 9, 3), None), (date(2026, 11, 30), date(2026, 12, 1))], []),
        # Of reviews before the first whose report has a day nothing is known.
        ([(date(2025, 1, 6), None)], []),
        ([(date(2025, 1, 7), None)], [(date(2025, 2, 4), "missed")]),
    ],
)
def test_each_report_of_a_home_is_told_as_long_as_it_matters(reviews, expected):
    assert [(due, state) for due, _, _, state in stands(date(2026, 12, 1), *reviews)] == expected


def test_a_log_that_keeps_no_day_of_sending_breaches_nothing():
    store = council(("Ash House", REVIEWED, None), ("Beech House", REVIEWED, None))
    scope = of_every_home(date(2026, 12, 1))
    assert reports(store, scope) == [] and sending_unrecorded(store, scope)
    upload(
        store,
        visits=[
            {
                "home": "Beech House",
                "visit_type": REVIEW,
                "visit_date": REVIEWED,
                "report_sent_to_ofsted": date(2026, 9, 9),
            }
        ],
    )
    assert [each["home"] for each in reports(store, scope)] == ["Ash House"] and not sending_unrecorded(store, scope)
    # What the whole service keeps counts for whoever sees one home.
    assert [each["home"] for each in reports(store, scope.narrowed(["Ash House"]))] == ["Ash House"]


SHEET = """
Home      | Visit date | Visit type    {heading}
Ash House | 2026-08-01 | Reg 45 review {blank}
"""


@pytest.mark.parametrize(
    ("heading", "blank", "due"),
    [("| Report sent to Ofsted", "|", [date(2026, 8, 29)]), ("| Report received", "|", []), ("", "", [])],
)
def test_a_blank_under_the_heading_is_a_report_not_sent_and_without_the_heading_nothing_is_known(heading, blank, due):
    store = store_with(SHEET.format(heading=heading, blank=blank))
    scope = of_every_home(date(2026, 11, 27))
    assert [(each["due"], each["state"]) for each in reports(store, scope)] == [(day, "missed") for day in due]
    assert sending_unrecorded(store, scope) is not bool(due)


def test_without_a_review_nothing_is_said_of_sending():
    assert not sending_unrecorded(council(), of_every_home(date(2026, 12, 1)))


def test_a_review_before_the_records_begin_owes_no_report():
    store = council(("Ash House", REVIEWED, None), ("Beech House", date(2026, 1, 7), date(2026, 1, 9)))
    assert reports(store, of_every_home(date(2026, 12, 1)))
    set_records(store, of_every_home(), "Jo", "Ash House", REVIEW, date(2026, 9, 4), "On paper before")
    assert not reports(store, of_every_home(date(2026, 12, 1)))


@pytest.mark.parametrize(
    ("as_at", "sent", "said"),
    [
        (date(2026, 9, 21), None, "is due 1 Oct 2026, in 10 days; not sent, as far as is recorded"),
        (date(2026, 10, 3), None, "was due 1 Oct 2026, 2 days ago; not sent, as far as is recorded"),
        (date(2026, 12, 1), date(2026, 10, 4), "was due 1 Oct 2026, sent 4 Oct 2026, 3 days late"),
    ],
)
def test_a_report_in_words_and_as_a_warning(as_at, sent, said):
    store = council(("Ash House", REVIEWED, sent), ("Beech House", REVIEWED, REVIEWED))
    [found] = reports(store, of_every_home(as_at))
    words = f"Report of a Regulation 45 review to Ofsted {said}; review of 3 Sep 2026 (Regulation 45(4))."
    assert clock_said(found) == words
    warned = [each for home in warnings(store, of_every_home(as_at)) for each in home["reasons"]]
    [reason] = [each for each in warned if each["text"] == words]
    assert reason["kind"] == ("soon" if as_at < DUE else "missed") and reason["sources"]


def plain_reports(told: list[tuple], home: str, as_at: date) -> list[tuple]:
    """The day due and the state of each report that is owed or was sent late."""
    dated = [day for _, day, sent in told if sent]
    own = sorted((day, sent if sent and sent <= as_at else None) for each, day, sent in told if each == home)
    own = [(day, sent) for day, sent in own if dated and min(dated) <= day <= as_at]
    found = []
    for place, (day, sent) in enumerate(own):
        due, later = day + timedelta(days=28), own[place + 1 :]
        if sent is None and not any(other for _, other in later):
            found.append((due, "missed" if due < as_at else "soon" if due <= as_at + timedelta(10) else "running"))
        if sent and sent > due and not later and as_at < six_months_after(sent):
            found.append((due, "missed"))
    return found


def six_months_after(day: date) -> date:
    """The first day of which the sixth month before lies on or after the day."""
    year, month = divmod(day.year * 12 + day.month - 1 + 6, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, day.day) if day.day <= last else date(year, month + 1, last) + timedelta(days=1)


@pytest.mark.parametrize("seed", range(6))
def test_as_plain_counting_has_it(seed):
    random = Random(seed)
    homes = [f"Home {number}" for number in range(30)]
    told = {
        (home, day): (home, day, random.choice([None, day + timedelta(random.randrange(60))]))
        for home in homes
        for day in (date(2025, 1, 1) + timedelta(random.randrange(600)) for _ in range(random.randrange(4)))
    }
    as_at = date(2025, 6, 1) + timedelta(random.randrange(500))
    store = council(*told.values(), homes=homes)
    found = {home: [] for home in homes}
    for each in reports(store, of_every_home(as_at)):
        found[each["home"]].append((each["due"], each["state"]))
    assert found == {home: plain_reports(list(told.values()), home, as_at) for home in homes}
