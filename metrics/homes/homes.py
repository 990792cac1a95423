"""The facts of every home: what it is, its latest judgement, its actions, its last independent visit and whether its
return is in.
"""

from datetime import date, datetime, timedelta
from typing import TypedDict

from metrics.kept.remembered import home_by_home
from metrics.months.values import first_incomplete
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)


class HomeFacts(TypedDict):
    """What a home is and where it stands; None for what there is none of."""

    home: str
    urn: str | None
    service_type: str
    places: int
    opened: date
    closed: date | None
    manager: str | None
    responsible_individual: str | None
    judged_on: date | None
    overall: str | None
    protection: str | None
    leadership: str | None
    actions_open: int
    actions_overdue: int
    visited_on: date | None
    return_in: datetime | None


SOME = 3
"""Of so many homes it is asked first whether anything is known: mostly there is, and no other row is gone through."""


def last_complete_month(day: date) -> date:
    """The first day of the last month whose last day is on or before the day."""
    return (first_incomplete(day) - timedelta(days=1)).replace(day=1)


def begins_later(store: Store, scope: Scope) -> date | None:
    """The day of the earliest visit, finding, inspection, action or return that is loaded, where that is later than the
    day asked of; None where something is known by that day, or nothing at all."""
    some = scope.narrowed(open_homes(store, scope)[:SOME])
    if any(store.rows(each, SQL["known"])[0]["known"] for each in (some, scope)):
        return None
    return store.rows(scope, SQL["first_day"])[0]["day"]


def open_homes(store: Store, scope: Scope) -> list[str]:
    """The homes that are open on the day asked of, by name."""
    return [row["home"] for row in store.rows(scope, "select home from open_homes order by home")]


def home_facts(store: Store, scope: Scope) -> dict[str, HomeFacts]:
    """Every home that is open on the day asked of, by name: home, urn, service_type, places, opened, closed,
    manager, responsible_individual, judged_on, overall, protection, leadership (the latest full inspection's; None
    when there is none, or the scheme of its day gives none), actions_open, actions_overdue, visited_on (the last
    Regulation 44 visit), return_in (when the return for the last complete month came, in UTC; None when it has not).
    """
    return home_by_home(_facts, store, scope, open_homes(store, scope), "")


def _facts(store: Store, scope: Scope) -> dict[str, HomeFacts]:
    rows = store.rows(scope, SQL["facts"], month=last_complete_month(scope.as_at))
    return {row["home"]: row for row in rows}
