"""What a home owes, month by month, at its edges."""

from datetime import date

from metrics.warnings.owed import owed
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

DAY = of_every_home(date(2026, 10, 31))
PLAN = {"home": "Ash House", "standard": "QS12", "outcome": "Safe", "delivery": "Daily"}


def told(opened=date(2015, 1, 1), closed=None, scope=DAY, **tables) -> dict:
    """The months owed, by what."""
    store = open_store(MEMORY)
    upload(store, homes=[{"home": "Ash House", "opened": opened, "closed": closed}], **tables)
    found: dict[str, list] = {}
    for row in owed(store, scope):
        found.setdefault(row["what"], []).append(row["month"] and row["month"].month)
    return found


def visit(month: int, **more) -> dict:
    return {"home": "Ash House", "visit_type": "Regulation 44 visit", "visit_date": date(2026, month, 14)} | more


def test_nothing_uploaded_everything_is_owed():
    assert told() == {"return": [5, 6, 7, 8, 9, 10], "visit": [5, 6, 7, 8, 9, 10], "plan": [None]}


def test_what_came_is_not_owed_and_a_visit_without_its_report_owes_the_report():
    found = told(
        returns=[{"home": "Ash House", "month": date(2026, month, 1)} for month in (5, 6, 7, 8, 9)],
        plan=[PLAN],
        visits=[visit(month, report_received=date(2026, month, 28)) for month in (5, 6, 7, 8)]
        + [visit(9), visit(10, report_received=date(2026, 11, 3))],
    )
    assert found == {"return": [10], "report": [9, 10]}


def test_a_month_in_which_the_home_was_not_open_throughout_owes_nothing():
    assert told(opened=date(2026, 9, 2))["return"] == [10] and told(opened=date(2026, 9, 1))["return"] == [9, 10]
    assert told(closed=date(2026, 8, 15)).get("return") == [5, 6, 7] and "plan" not in told(closed=date(2026, 8, 15))


def test_a_month_that_has_not_ended_is_not_owed():
    assert told(scope=of_every_home(date(2026, 10, 30)))["return"] == [4, 5, 6, 7, 8, 9]
