"""Actions worked on where they are read: completed, verified, reopened, given to somebody else or another date. Each
change is a version of the action's row, which names only what it changes.
"""

from datetime import date
from typing import Any

from loaders.one_action import store_action
from loaders.references import given
from qa_data.dictionary.actions import ACTIONS
from qa_data.dictionary.column import KEY, REQUIRED
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.wording import british, ended

STANDING = [column.name for column in ACTIONS.columns if column.need in (KEY, REQUIRED)]
"""The columns without which no row is an action: they are told again as they stand."""

GONE = "It was not kept: the action is no longer there. Look at the Actions page again."
UNSIGNED = "Give your name: it stands beside what you change."
DONE_ALREADY = "It was not kept: the action is completed already. Reopen it first if it is not done."
NOT_DONE = "It was not kept: the action is not completed."
NO_EVIDENCE = "Say what shows that it is done, for example: the log was read on 14 Oct 2026, every week is signed."
NO_REASON = "Say why it is opened again, for example: the log has not been signed since June."
OWN = (
    "It was not kept: {by} owns this action, as far as the names tell, and somebody else verifies it. Ask them to."
    " Where you are another person of a like name, write both names in full."
)
UNCHANGED = "Nothing is changed: the owner and the date are as they stand."


OWNS = """
select same_person($by, $owner) or coalesce(bool_or(
           (contains(lower($owner), 'manager') and same_person($by, manager))
           or (regexp_matches(lower($owner), '\\bri\\b|responsible individual')
               and same_person($by, responsible_individual))), false) as owns
from homes where home = $home
"""


def complete(
    store: Store, scope: Scope, by: str, home: str, reference: str, completed: date, evidence: str
) -> list[str]:
    """Completes an action on that day with what shows it; what is wrong in words, none when it is kept."""
    now = _standing(store, scope, home, reference)
    wrong = _amiss(now, by, (_is_done(now), DONE_ALREADY), (not evidence.strip(), NO_EVIDENCE))
    told = {"completed": completed, "status": "Completed", "evidence": evidence.strip()}
    return wrong or _kept(store, scope, by, now, told, "completed")


def verify(store: Store, scope: Scope, by: str, home: str, reference: str) -> list[str]:
    """Says that the action is done, by whoever says so, who is not its owner, nor the home's manager or responsible
    individual where these own it by their office; what is wrong as `complete`."""
    now = _standing(store, scope, home, reference)
    [owns] = store.rows(scope, OWNS, by=by, owner=now.get("owner"), home=home)
    wrong = _amiss(now, by, (not _is_done(now), NOT_DONE), (owns["owns"], OWN.format(by=by.strip())))
    return wrong or _kept(store, scope, by, now, {"verified_by": by.strip()}, "verified")


def reopen(store: Store, scope: Scope, by: str, home: str, reference: str, reason: str) -> list[str]:
    """Opens a completed action again, its reason before any that stands; its evidence stays as it is. What is wrong as
    `complete`."""
    now = _standing(store, scope, home, reference)
    wrong = _amiss(now, by, (not _is_done(now), NOT_DONE), (not reason.strip(), NO_REASON))
    why = f"Reopened {british(date.today())}: {ended(reason.strip())}"
    said = " ".join(filter(None, (why, now.get("decision_reason"))))
    told = {"completed": None, "status": "Open", "decision_reason": said, "verified_by": None}
    return wrong or _kept(store, scope, by, now, told, "reopened")


def reassign(store: Store, scope: Scope, by: str, home: str, reference: str, owner: str, due: date | None) -> list[str]:
    """Gives an open action to that owner, by that date; what is wrong as `complete`."""
    now = _standing(store, scope, home, reference)
    told = {"owner": owner.strip() or None, "due": due}
    changed = {name: value for name, value in told.items() if value != now.get(name)}
    wrong = _amiss(now, by, (_is_done(now), DONE_ALREADY), (not changed, UNCHANGED))
    return wrong or _kept(store, scope, by, now, changed, "given a new owner or date")


def _standing(store: Store, scope: Scope, home: str, reference: str) -> dict[str, Any]:
    """The action as it stands now, whatever day is looked at; nothing where it is withdrawn or removed."""
    scope.must_hold(home)
    asked = "from actions where home = $home and reference = $reference"
    return next(iter(store.rows(scope.now(), asked, home=home, reference=reference)), {})


def _is_done(now: dict[str, Any]) -> bool:
    return now.get("completed") is not None


def _amiss(now: dict[str, Any], by: str, *told: tuple[bool, str]) -> list[str]:
    """The first thing that is wrong."""
    return [why for is_so, why in ((not now, GONE), (not by.strip(), UNSIGNED), *told) if is_so][:1]


def _kept(store: Store, scope: Scope, by: str, now: dict[str, Any], told: dict[str, Any], what: str) -> list[str]:
    row = {name: now[name] for name in STANDING} | told
    called = f"Action {given(now['reference'])}".strip()
    return store_action(store, scope, by, row, "Actions", f"{called} {what} {british(date.today())}", f"action {what}")
