"""What clinics decided, and what became of it."""

from datetime import date

from metrics.clinic.shapes import Decided, Meeting
from metrics.kept.kinds import Kept, Query
from metrics.kept.laying import lay
from qa_data.cursor import Cursor
from qa_data.holding import ROW_AT
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

COLUMNS = {
    "home": "varchar",
    "reference": "varchar",
    "standards": "varchar[]",
    "action": "varchar",
    "owner": "varchar",
    "decided_on": "date",
    "due": "date",
    "completed": "date",
    "status": "varchar",
    "decision": "varchar",
    "row_at": ROW_AT,
}

DECIDED = Kept("decided_by_clinics", COLUMNS, lambda store, scope, variant: Query(SQL["of_clinics"]), of_many=True)
"""What clinics of any day decided: few of all actions."""


def _lay_made(store: Store, cursor: Cursor) -> None:
    """Makes the table `made` on the cursor: what clinics up to the day asked of decided, and what became of it."""
    lay(store, cursor, DECIDED)
    cursor.run(SQL["made"])


def decided(store: Store, scope: Scope) -> list[Decided]:
    """What clinics of the last 12 months decided, newest first, and what became of it: home, standard, action,
    owner, decided_on, due, completed, state (done, late, open, cancelled or refused: not accepted) and source.
    """
    with store.reading(scope) as cursor:
        _lay_made(store, cursor)
        return cursor.rows(SQL["before"])


def meeting(store: Store, scope: Scope, day: date) -> Meeting:
    """The clinic that was held on that day, which need not be the day looked at: who was there, what was decided, when
    the one before was held, and what has become of its decisions by then.
    """
    with store.reading(scope.at(day)) as cursor:
        _lay_made(store, cursor)
        here = cursor.rows(SQL["present"])
        return {
            "held_on": day,
            "present": here[0]["present"] if here else None,
            "decided": cursor.rows(SQL["on_the_day"]),
            "became": cursor.rows(SQL["of_the_last"]),
        }


def last_held(store: Store, scope: Scope, day: date) -> date | None:
    """The latest day up to that one on which a clinic decided something or said who was there; None without one."""
    with store.reading(scope.at(day)) as cursor:
        lay(store, cursor, DECIDED)
        return cursor.rows(SQL["last_held"])[0]["held_on"]
