"""The council's homes counted together, so that no home is told: how they are rated, how Ofsted judged them, and
what it requires of them.
"""

from collections import Counter
from datetime import date
from typing import TypedDict

from metrics.actions.tracker import action_counts
from metrics.inspections.inspected import LIVE_REQUIRED, judgements
from metrics.rag.cells import month_before
from metrics.rag.status import cells, cells_at, change
from metrics.warnings.owed import owed
from qa_data.judgements import COLUMNS, given
from qa_data.scope import Scope
from qa_data.standards import CODES
from qa_data.store import Store

CHANGE_MONTHS = 3
"""What changed is told against the end of the month so many months before: a committee meets about so often."""


class JudgedTogether(TypedDict):
    """How many homes are open, of each of the three judgements how many have which as their latest, and at how many the
    scheme of their latest inspection gives none."""

    homes: int
    judged: dict[str, Counter[str]]
    not_given: dict[str, int]


class RequiredTogether(TypedDict):
    """How many of Ofsted's requirements are still to be met, and how many of these are past their dates."""

    live: int
    late: int


class ChangedTogether(TypedDict):
    """How many ratings are worse and better than on the day `since`, of homes that were open on both days."""

    since: date
    worse: int
    better: int


class ActionsTogether(TypedDict):
    """How many actions are still to be done, how many of these are overdue, and how many were completed in 12 months;
    Ofsted's requirements are not among them."""

    live: int
    overdue: int
    completed: int


def ratings_together(store: Store, scope: Scope) -> dict[str, Counter[str]]:
    """By standard how many homes have which rating, or which reason for none (`unrated`)."""
    rated: dict[str, Counter[str]] = {code: Counter() for code in CODES}
    for each in cells(store, scope):
        rated[each["standard"]][each["unrated"] or each["rag"]] += 1
    return rated


def judged_together(store: Store, scope: Scope) -> JudgedTogether:
    """The homes' latest judgements: homes, judged (overall, protection, leadership: by Ofsted's words), not_given."""
    latest = {row["home"]: row for row in judgements(store, scope)}.values()
    return {
        "homes": len(latest),
        "judged": {
            "overall": Counter(row["overall"] for row in latest if row["overall"]),
            "protection": Counter(row["protection"] for row in latest if row["protection"]),
            "leadership": Counter(row["leadership"] for row in latest if row["leadership"]),
        },
        "not_given": {which: sum(not _given(which, row["inspection_date"]) for row in latest) for which in COLUMNS},
    }


def _given(which: str, inspected: date | None) -> bool:
    return inspected is None or given(which, inspected)


def required_together(store: Store, scope: Scope) -> RequiredTogether:
    """Ofsted's requirements that are still to be met: live, and late of these."""
    [row] = store.rows(scope, LIVE_REQUIRED, home=None)
    return row


def changed_together(store: Store, scope: Scope) -> ChangedTogether:
    """The ratings on the day beside those at the end of the month three months before."""
    since = scope.as_at
    for _ in range(CHANGE_MONTHS):
        since = month_before(since)
    before = {(each["home"], each["standard"]): each["rag"] for each in cells_at(store, scope, [since])}
    found = Counter(
        change(before[key], each["rag"])
        for each in cells(store, scope)
        if (key := (each["home"], each["standard"])) in before
    )
    return {"since": since, "worse": found["worse"], "better": found["better"]}


def actions_together(store: Store, scope: Scope) -> ActionsTogether:
    """The councils' own actions and the recommendations of those who visit, counted."""
    counts: Counter[str] = Counter()
    for each in action_counts(store, scope):
        if each["kind"] != "requirement":
            counts[each["state"]] += each["actions"]
    return {
        "live": sum(counts[state] for state in ("overdue", "soon", "dated", "undated", "undecided")),
        "overdue": counts["overdue"],
        "completed": counts["completed"],
    }


def owed_together(store: Store, scope: Scope) -> dict[str, int]:
    """How many files of each kind (of `metrics.warnings.owed.WHAT`) the homes owe of the last six months."""
    return dict(Counter(each["what"] for each in owed(store, scope)))
