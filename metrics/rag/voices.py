"""Side by side, what each source last said of a standard at a home: the independent visitor, the council's own checks,
the manager, Ofsted, complaints and children, and the figures.
"""

from datetime import date
from typing import Any, TypedDict

from metrics.rag.facts import lay_facts
from qa_data.judgements import JUDGEMENTS
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.store import Store
from qa_data.wording import british, listed

MET, SHORT = "met", "short"

VOICES = {
    "visitor": "The independent visitor",
    "checks": "The council’s own checks",
    "review": "The manager’s review (regulation 45)",
    "plan": "The manager’s service plan",
    "ofsted": "Ofsted",
    "raised": "Complaints and children",
    "figures": "The figures",
}
"""Whose word it is, in the order in which they stand."""

JUDGED = {"QS12": "protection", "QS13": "leadership"}
"""Of these standards Ofsted gives a judgement of its own (SCCIF); of the others the overall one is the nearest."""

CALLED = {"overall": "overall", "protection": "helped and protected", "leadership": "leaders and managers"}

SQL = queries(__file__)


class Voice(TypedDict):
    """A source's latest word on a standard: `said` in its own words; `stands`: that it is met, falls short, or neither
    (None); `recent`: of the last 6 months, or of what stands today. `day` is None for a plan."""

    home: str
    voice: str
    said: str
    stands: str | None
    day: date | None
    recent: bool
    sources: list[Source]


def voices(store: Store, scope: Scope, standard: str) -> list[Voice]:
    """The latest word of each source (`VOICES`) on the standard at the open homes asked of, by home, then in their
    order; a source that never spoke of it is not among them.
    """
    with store.reading(scope) as cursor:
        lay_facts(store, cursor, ["own", "rated"], [scope.as_at], with_sources=False)
        rows = cursor.rows(
            SQL["voices"],
            standard=standard,
            order=list(VOICES),
            judgement=JUDGED.get(standard, "overall"),
            called=CALLED[JUDGED.get(standard, "overall")],
            below=[each.word for each in JUDGEMENTS if not each.good],
        )
    return rows


def disagreement(told: list[Any]) -> str | None:
    """Who disagrees with whom, of what one home hears lately: somebody finds the standard met, somebody that it falls
    short. None where they do not."""
    lately = {way: [_who(each) for each in told if each["recent"] and each["stands"] == way] for way in (MET, SHORT)}
    if not all(lately.values()):
        return None
    return f"They disagree: it falls short for {listed(lately[SHORT])}; it is met for {listed(lately[MET])}."


def _who(each: Any) -> str:
    name = VOICES[each["voice"]]
    named = name if name.startswith("Ofsted") else name[0].lower() + name[1:]
    return f"{named} ({british(each['day'])})" if each["day"] else named
