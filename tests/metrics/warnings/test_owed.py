"""What a home owes, month by month, at its edges."""

from datetime import date

from metrics.warnings.owed import owed
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import long_kept, upload

DAY = of_every_home(date(2026, 10, 31))
PLAN = {"home": "Ash House", "standard": "QS12", "outcome": "Safe", "delivery": "Daily"}


def told(opened=date(2015, 1, 1), closed=None, scope=DAY, **tables) -> dict:
    """The months owed, by what."""
    store = open_store(MEMORY)
    long_kept(store)
    upload(store, homes=[{"home": "Ash House", "opened": opened, "closed": closed}], **tables)
    found: dict[str, list] = {}
    for row in owed(store, scope):
        found.setdefault(row["what"], []).append(row["month"] and row["month"].month)
    return found


def visit(month: int, **more) -> dict:
    return {"home": "Ash House", "visit_type": "Regulation 44 visit", "visit_date": date(2026, month, 14)} | more


RETURN = {"home": "Old House", "month": date(2015, 2, 1)}
"""The first return of all: by it the homes send them."""


def test_nothing_uploaded_everything_is_owed():
    assert told(returns=[RETURN]) == {"return": [5, 6, 7, 8, 9, 10], "visit": [5, 6, 7, 8, 9, 10], "plan": [None]}


def test_what_lies_before_the_first_of_all_is_no_debt():
    store = open_store(MEMORY)
    homes = [{"home": home, "opened": date(2015, 1, 1)} for home in ("Ash House", "Elm Base")]
    upload(store, homes=homes, returns=[{"home": "Ash House", "month": date(2026, 9, 1)}], visits=[visit(8)])
    found = {(row["home"], row["what"], row["month"] and row["month"].month) for row in owed(store, DAY)}
    assert {each for each in found if each[1] != "plan"} == {
        ("Ash House", "return", 10),
        ("Elm Base", "return", 9),
        ("Elm Base", "return", 10),
        ("Ash House", "visit", 9),
        ("Ash House", "visit", 10),
    }


def test_the_first_day_asks_for_the_last_month_alone():
    store = open_store(MEMORY)
    upload(store, homes=[{"home": "Ash House", "opened": date(2015, 1, 1)}])
    assert [(row["what"], row["month"]) for row in owed(store, DAY)] == [("return", date(2026, 10, 1)), ("plan", None)]


def test_what_came_is_not_owed_and_a_visit_without_its_report_owes_the_report():
    found = told(
        returns=[{"home": "Ash House", "month": date(2026, month, 1)} for month in (5, 6, 7, 8, 9)],
        plan=[PLAN],
        visits=[visit(month, report_received=date(2026, month, 28)) for month in (5, 6, 7, 8)]
        + [visit(9), visit(10, report_received=date(2026, 11, 3))],
    )
    assert found == {"return": [10], "report": [9, 10]}


def test_a_month_in_which_the_home_was_not_open_throughout_owes_nothing():
    assert told(opened=date(2026, 9, 2), returns=[RETURN])["return"] == [10]
    assert told(opened=date(2026, 9, 1), returns=[RETURN])["return"] == [9, 10]
    closed = told(closed=date(2026, 8, 15), returns=[RETURN])
    assert closed.get("return") == [5, 6, 7] and "plan" not in closed


def test_a_month_that_has_not_ended_is_not_owed():
    assert told(scope=of_every_home(date(2026, 10, 30)), returns=[RETURN])["return"] == [4, 5, 6, 7, 8, 9]


def test_a_log_without_the_days_of_reports_owes_none():
    assert "report" not in told(visits=[visit(8), visit(9)])
    assert told(visits=[visit(8, report_received=date(2026, 8, 20)), visit(9), visit(6)])["report"] == [9]
