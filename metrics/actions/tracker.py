"""The action tracker: what every action asks, where it stands, and how sure anyone can be that it was done."""

from datetime import date
from typing import Any

from metrics.actions.shapes import Action, ActionAge, ActionCount, HomeActions, Overdue, Tracked
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

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


def lay_placed(cursor: Cursor) -> None:
    """Makes the view `raised_actions` on the cursor: every action raised by the day asked of, with kind, state (null
    of a cancelled one), live, age, unowned, evidenced, verified and days_overdue; and `placed_actions`, those of them
    that were not cancelled."""
    cursor.run(SQL["raised"].format(soon_days=SOON_DAYS))
    cursor.run(SQL["placed"])


def _of_chosen(name: str, store: Store, scope: Scope, words: dict[str, Any], **chosen: str | None) -> list[Any]:
    """What the query of that name tells of the actions of that home, standard, kind and state, where they are given."""
    with store.reading(scope) as cursor:
        lay_placed(cursor)
        every = {"home": None, "standard": None, "kind": None, "state": None} | chosen
        return cursor.rows(f"with chosen_actions as ({SQL['chosen']}) {SQL[name]}", **every, **words)


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
    return _of_chosen("tracked", store, scope, words, home=home, standard=standard, kind=kind, state=state)


def workable(store: Store, scope: Scope, home: str, day: date, standard: str | None = None) -> list[Tracked]:
    """The home's actions that can be worked on on that day, which need not be the day looked at: those still to be
    done, the longest overdue first, then those completed in 12 months; rows as `tracked`.
    """
    words = {"states": list(STATES)}
    return _of_chosen("workable", store, scope.at(day), words, home=home, standard=standard)


def overdue(store: Store, scope: Scope) -> list[Overdue]:
    """The homes and standards with an overdue action: home, standard."""
    with store.reading(scope) as cursor:
        lay_placed(cursor)
        return cursor.rows(SQL["overdue"])


def actions(store: Store, scope: Scope, home: str, standard: str) -> list[Action]:
    """Actions still to be done under the standard at a home, the longest overdue first, then those completed in the
    last 3 months: reference, came_from, regulation, action, owner, priority, raised, due, completed, status, live,
    days_overdue (None when not overdue) and source.
    """
    return store.rows(scope, SQL["of_standard"], home=home, standard=standard)
