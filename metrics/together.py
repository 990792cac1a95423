"""The council's homes counted together, so that no home is told: how they are rated, how Ofsted judged them, and
what it requires of them.
"""

from collections import Counter
from typing import TypedDict

from metrics.inspections.inspected import asked_by_ofsted, judgements
from metrics.rag.status import cells
from qa_data.scope import Scope
from qa_data.standards import CODES
from qa_data.store import Store

EVERY = 1_000_000


class JudgedTogether(TypedDict):
    """How many homes are open, and of each of the three judgements how many have which as their latest."""

    homes: int
    judged: dict[str, Counter[str]]


class RequiredTogether(TypedDict):
    """How many of Ofsted's requirements are still to be met, and how many of these are past their dates."""

    live: int
    late: int


def ratings_together(store: Store, scope: Scope) -> dict[str, Counter[str]]:
    """By standard how many homes have which rating, or which reason for none (`unrated`)."""
    rated: dict[str, Counter[str]] = {code: Counter() for code in CODES}
    for each in cells(store, scope):
        rated[each["standard"]][each["unrated"] or each["rag"]] += 1
    return rated


def judged_together(store: Store, scope: Scope) -> JudgedTogether:
    """The homes' latest judgements: homes, judged (overall, protection and leadership, by Ofsted's words)."""
    latest = {row["home"]: row for row in judgements(store, scope)}.values()
    return {
        "homes": len(latest),
        "judged": {
            "overall": Counter(row["overall"] for row in latest if row["overall"]),
            "protection": Counter(row["protection"] for row in latest if row["protection"]),
            "leadership": Counter(row["leadership"] for row in latest if row["leadership"]),
        },
    }


def required_together(store: Store, scope: Scope) -> RequiredTogether:
    """Ofsted's requirements that are still to be met: live, and late of these."""
    asked = [row for row in asked_by_ofsted(store, scope, None, EVERY) if row["required"] and row["live"]]
    return {"live": len(asked), "late": sum(bool(row["late"]) for row in asked)}
