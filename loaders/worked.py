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
    "It was not kept: the name {by} is, or is like, that of {name}, who {did} this action, and somebody else must"
    " verify it. Ask them to. Where only an initial or part of a name makes two people alike, write both in full."
)
UNCHANGED = "Nothing is changed: the owner and the date are as they stand."


ALIKE = """
with completed as (
    select made_by from main.actions join accepted using (upload_id) join main.uploads using (upload_id)
    where home = $home and reference = $reference and completed is not null and sha256 = ''
    order by accepted.moment desc limit 1),
own as (
    select $owner as name, 'owns' as did
    union all select manager, 'owns' from homes where home = $home and contains(lower($owner), 'manager')
    union all select responsible_individual, 'owns' from homes
              where home = $home and regexp_matches(lower($owner), '\\bri\\b|responsible individual')
    union all select made_by, 'completed' from completed)
select name, did from own where same_person($by, name) order by did = 'completed' limit 1
"""
"""Whose work it would be to verify one's own: of its owner, by name or office, and of who last completed it here. What
is written on a page has no file, and so no digest of one."""


def complete(
    store: Store, scope: Scope, by: str, home: str, reference: str, completed: date, evidence: str
) -> list[str]:
    """Completes an action on that day with what shows it; what is wrong in words, none when it is kept."""
    now = _standing(store, scope, home, reference)
    wrong = _amiss(now, by, (_is_done(now), DONE_ALREADY), (not evidence.strip(), NO_EVIDENCE))
    told = {"completed": completed, "status": "Completed", "evidence": evidence.strip()}
    return wrong or _kept(store, scope, by, now, told, "completed")


def verify(store: Store, scope: Scope, by: str, home: str, reference: str) -> list[str]:
    """Says that the action is done, by whoever says so: not its owner, nor the home's manager or responsible individual
    where these own it by their office, nor who completed it on a page; what is wrong as `complete`."""
    now = _standing(store, scope, home, reference)
    asked = {"by": by, "owner": now.get("owner"), "home": home, "reference": reference}
    alike = store.rows(scope.now(), ALIKE, **asked)
    own = OWN.format(by=by.strip(), **alike[0]) if alike else ""
    wrong = _amiss(now, by, (not _is_done(now), NOT_DONE), (bool(own), own))
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
