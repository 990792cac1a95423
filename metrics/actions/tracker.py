"""The action tracker: what every action asks, where it stands, and how sure anyone can be that it was done."""

from datetime import date
from typing import TYPE_CHECKING, Any

from metrics.actions.shapes import Action, ActionAge, ActionCount, HomeActions, Overdue, Tracked
from metrics.kept.kinds import Kept
from metrics.kept.laying import lay
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

if TYPE_CHECKING:
    from pyarrow import Table

SOON_DAYS = 14
"""An action due in so many days is due soon; a local span, not law."""

KINDS = {"requirement": "Ofsted requirements", "recommendation": "Recommendations", "other": "Other actions"}

STATES = {
    "overdue": "overdue",
    "soon": f"due in {SOON_DAYS} days",
    "dated": "due later",
    "undated": "no due date",
    "undecided": "waiting for a decision",
    "refused": "not accepted",
    "completed": "completed in 12 months",
}
"""Where an action stands, in the order in which a clinic looks."""

AGES = ((30, "under 30 days"), (90, "30 to 89 days"), (180, "90 to 179 days"), (None, "180 days or more"))

SQL = queries(__file__)


COLUMNS = {
    "home": "varchar",
    "row_key": "uuid",
    "reference": "varchar",
    "standards": "varchar[]",
    "kind": "varchar",
    "state": "varchar",
    "live": "boolean",
    "unowned": "boolean",
    "evidenced": "boolean",
    "verified": "boolean",
    "age": "bigint",
    "due": "date",
}


def lay_raised(cursor: Cursor) -> None:
    """Makes the view `raised_actions` on the cursor: every action raised by the day asked of, with kind, state (null
    of one that was cancelled or completed long ago), live, age, unowned, evidenced, verified and days_overdue."""
    cursor.run(SQL["raised"].format(soon_days=SOON_DAYS))


def _made(store: Store, scope: Scope, variant: str) -> "Table":
    with store.reading(scope.at(date.fromisoformat(variant))) as cursor:
        lay_raised(cursor)
        return cursor.run(SQL["placed"]).to_arrow_table()


PLACED = Kept("placed_actions", COLUMNS, _made, at_most=4, of_many=True)


def lay_placed(store: Store, cursor: Cursor) -> None:
    """Makes the view `placed_actions` (`COLUMNS`) on the cursor: of the actions raised by the day asked of those that
    stand somewhere."""
    lay(store, cursor, PLACED, cursor.scope.as_at.isoformat())


def _of_chosen(name: str, store: Store, scope: Scope, words: dict[str, Any], **chosen: str | None) -> list[Any]:
    """What the query of that name tells of the actions of that home, standard, kind and state, where they are given."""
    with store.reading(scope) as cursor:
        lay_placed(store, cursor)
        every = {"home": None, "standard": None, "kind": None, "state": None} | chosen
        return cursor.rows(f"with chosen_actions as ({SQL['chosen']}) {SQL[name]}", **every, **words)


def _wide(name: str, store: Store, scope: Scope, **words: Any) -> list[Tracked]:
    """What the query of that name tells of the actions with all their columns: of few homes, since that takes long."""
    with store.reading(scope) as cursor:
        lay_raised(cursor)
        return cursor.rows(SQL[name], states=list(STATES), **words)


def action_counts(
    store: Store, scope: Scope, home: str | None = None, standard: str | None = None
) -> list[ActionCount]:
    """How many actions of each kind stand where: kind, state (of `STATES`), actions, unowned (open, without an
    owner), evidenced and verified (of the completed: with evidence, and verified by someone other than the owner).
    """
    return _of_chosen("counts", store, scope, {}, home=home, standard=standard)


def action_ages(store: Store, scope: Scope, home: str | None = None, standard: str | None = None) -> list[ActionAge]:
    """How long the open actions have been open: kind, age (words of `AGES`), actions."""
    spans = [{"until": until, "words": words} for until, words in AGES]
    return _of_chosen("ages", store, scope, {"spans": spans}, home=home, standard=standard)


def actions_by_home(
    store: Store, scope: Scope, standard: str | None = None, kind: str | None = None
) -> list[HomeActions]:
    """Open and overdue actions of every home under each standard: home, standard, open, overdue. An action counts
    under each of its standards.
    """
    return _of_chosen("by_home", store, scope, {}, standard=standard, kind=kind)


def tracked(
    store: Store,
    scope: Scope,
    home: str | None = None,
    standard: str | None = None,
    kind: str | None = None,
    state: str | None = None,
    most: int = 200,
) -> list[Tracked]:
    """The actions themselves, the longest overdue first, at most so many; of no state in particular, those that are
    neither completed nor refused: the columns of the sheet (`came_from` for its source), kind, state, live, unowned,
    evidenced, verified, age and days_overdue, and where the row stands. `state` may also be `unowned`.
    """
    words = {"states": list(STATES), "most": most}
    first = _of_chosen("first", store, scope, words, home=home, standard=standard, kind=kind, state=state)
    of_them = scope.narrowed(row["home"] for row in first)
    return _wide("tracked", store, of_them, keys=[row["row_key"] for row in first])


def workable(store: Store, scope: Scope, home: str, day: date, standard: str | None = None) -> list[Tracked]:
    """The home's actions that can be worked on on that day, which need not be the day looked at: those still to be
    done, the longest overdue first, then those completed in 12 months; rows as `tracked`.
    """
    return _wide("workable", store, scope.at(day).narrowed([home]), standard=standard)


def overdue(store: Store, scope: Scope) -> list[Overdue]:
    """The homes and standards with an overdue action: home, standard."""
    with store.reading(scope) as cursor:
        lay_placed(store, cursor)
        return cursor.rows(SQL["overdue"])


def actions(store: Store, scope: Scope, home: str, standard: str) -> list[Action]:
    """Actions still to be done under the standard at a home, the longest overdue first, then those completed in the
    last 3 months: reference, came_from, regulation, action, owner, priority, raised, due, completed, status, live,
    days_overdue (None when not overdue) and source.
    """
    return store.rows(scope, SQL["of_standard"], home=home, standard=standard)
