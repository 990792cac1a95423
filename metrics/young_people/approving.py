"""Letting the page for young people be made, and taking that back."""

from datetime import date

from metrics.clinic.lessons import NotRecorded
from metrics.young_people.answering import UNSIGNED
from metrics.young_people.page import young_people_page
from qa_data.recorded import record
from qa_data.scope import Scope
from qa_data.store import Store

OTHERWISE = "It was not approved: the page says something else by now. Look at it again, then approve it."


def approve(store: Store, scope: Scope, by: str, home: str, seen: str, day: date) -> None:
    """Keeps that somebody looked at the page of that day, whose digest was `seen`, and lets it be made. NotRecorded
    where it says something else by now, where something stands in its way, and without a name.
    """
    scope.must_hold(home)
    page = young_people_page(store, scope.at(day), home)
    if not by.strip():
        raise NotRecorded(UNSIGNED)
    if page.digest != seen:
        raise NotRecorded(OTHERWISE)
    if page.wrong:
        raise NotRecorded(f"It cannot be approved yet. {' '.join(page.wrong)}")
    told = {"home": home, "month": page.month, "lines": list(page.lines), "holds": True}
    record(store, scope, "page_approvals", by.strip(), **told)


def disapprove(store: Store, scope: Scope, by: str, home: str, month: date) -> None:
    """Takes the approval of the page that ends with that month back. NotRecorded without a name."""
    scope.must_hold(home)
    if not by.strip():
        raise NotRecorded(UNSIGNED)
    record(store, scope, "page_approvals", by.strip(), home=home, month=month, holds=False)
