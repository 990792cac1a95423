"""The concerns that stand, of each home asked of."""

from collections.abc import Iterable
from datetime import date

from metrics.indicators.settings import in_force
from metrics.kept.laying import lay
from metrics.months.values import first_incomplete
from metrics.signals.monthly import FOUND, worked_out
from metrics.signals.rows import COLUMNS
from metrics.signals.shapes import Concern
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

NONE = "none"

SQL = queries(__file__)


def lay_standing(store: Store, cursor: Cursor, moments: Iterable[date]) -> None:
    """Makes the table `standing` on the cursor: of every home as at each moment, a row a series with its concern, what
    goes worse before what goes better, a Flag before a Watch: `COLUMNS`, `tier` and `direction` none where none stands;
    whether it is `new` in the last complete month, `over` where it ended in that month, and who acts on it, since when
    and how (`acting`)."""
    # Each month goes on from the one before, where that is kept.
    for place, moment in enumerate(sorted(set(moments))):
        with cursor.within(cursor.scope.at(moment)):
            _lay_concerns(store, cursor, first_incomplete(moment).isoformat())
        make = "insert into standing" if place else "create or replace temp table standing as"
        cursor.run(f"{make} {SQL['standing']}", moment=moment, after=first_incomplete(moment))


def _lay_concerns(store: Store, cursor: Cursor, variant: str) -> None:
    """Makes the view `concerns`: as kept, or with the budgets that are tried out on the cursor."""
    lay(store, cursor, FOUND, variant, whole_service=True)
    if proposed := dict(cursor.run(SQL["proposed"]).fetchall()):
        budgets = in_force(store, cursor.scope) | proposed
        tried = worked_out(variant, budgets, store, cursor.scope.of_whole_service())
        cursor.lay("concerns_tried", tried, COLUMNS)
    cursor.run(SQL["laid"].format(of="concerns_tried" if proposed else FOUND.name))


def lay_flags(store: Store, cursor: Cursor, moments: list[date]) -> None:
    """Makes the table `flags` on the cursor: the Flags for the worse as at each moment, as in `standing`, of the homes
    of the scope."""
    lay_standing(store, cursor, moments)
    cursor.run(SQL["flags"])


def concerns(store: Store, scope: Scope) -> list[Concern]:
    """The concerns that stand or were over in the last complete month, of the homes asked of: what is law is not told
    apart here. Flags before Watches, for the worse first, the clearest first."""
    with store.reading(scope) as cursor:
        lay_standing(store, cursor, [scope.as_at])
        return cursor.rows(SQL["concerns"])
