"""From which day the records of a home's visits and reviews count: what was never told is no breach."""

from datetime import date, datetime
from typing import TypedDict

from metrics.homes.homes import open_homes
from metrics.indicators.duties import DUTIES
from metrics.kept.remembered import home_by_home
from qa_data.recorded import record, unsigned
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

KINDS = [duty.kind for duty in DUTIES]

SQL = queries(__file__)


class NotRecordable(Exception):
    """The day cannot be set so; the message says why and what to do."""


class Unrecorded(TypedDict):
    """A home, and a kind of visit or review of which its records have not begun."""

    home: str
    kind: str


class Begins(Unrecorded):
    """From when they count: `begins` is None where they have not begun; `first`: the home's earliest row of the kind;
    reason, made_by and moment (UTC) where the council set the day."""

    begins: date | None
    first: date | None
    reason: str | None
    made_by: str | None
    moment: datetime | None


def unrecorded(store: Store, scope: Scope) -> list[Unrecorded]:
    """The open homes and kinds of visit or review (regulations 44, 45 and 46) whose records have not begun, and for
    which no day is set: home, kind, in the order of the regulations, then by home.
    """
    homes = open_homes(store, scope)
    lacking = home_by_home(_lacking, store, scope, homes, "")
    return [{"home": home, "kind": kind} for kind in KINDS for home in homes if kind in lacking.get(home, ())]


def _lacking(store: Store, scope: Scope) -> dict[str, list[str]]:
    return {row["home"]: row["kinds"] for row in store.rows(scope, SQL["unrecorded"], kinds=KINDS)}


def records(store: Store, scope: Scope) -> list[Begins]:
    """Of every open home and kind from when its records count, by home, then in the order of the regulations."""
    return store.rows(scope, SQL["records"], kinds=KINDS)


def set_records(store: Store, scope: Scope, by: str, home: str, kind: str, begins: date | None, reason: str) -> None:
    """The records of that home and kind count from that day; None goes back to the rule. NotRecordable without a name
    or a reason; OutOfScope for a home that is not in the scope.
    """
    if unsigned(by, reason):
        raise NotRecordable(
            "The day needs your name and a reason, for example: the log before January 2026 is on paper."
        )
    said = {"home": home, "kind": kind, "begins": begins, "reason": reason.strip()}
    record(store, scope, "records_set", by.strip(), **said)
