"""The facts that the rules ask about, as tables on a cursor, for every home at every moment at once.

Each has a `moment` column: the days as at which the rules are asked. A source is (file, sheet, row, cell). "In n
months" is after the same day n calendar months before the moment, and up to it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter

from metrics.actions.repeats import lay_repeats
from metrics.indicators.registry import INDICATORS
from metrics.months.pooled import lay_rated
from metrics.rag.behind import lay_behind
from metrics.signals.as_whole import lay_wholes
from metrics.signals.concerns import lay_flags
from qa_data.cursor import Cursor
from qa_data.sql import queries
from qa_data.standards import CODES
from qa_data.store import Store

SQL = queries(__file__)

Lays = Callable[[Store, Cursor, list[date]], None]


@dataclass(frozen=True)
class Fact:
    """A table of the name, made from those that it `needs` by the query of its name, or by `lays`; `binds` names the
    query's parameters."""

    name: str
    needs: tuple[str, ...] = ()
    binds: tuple[str, ...] = ()
    lays: Lays | None = None


FACTS = (
    Fact("moments", binds=("moments",)),
    Fact("codes", binds=("codes",)),
    Fact("open_at", needs=("moments",)),
    Fact("recent_visits", needs=("moments",)),
    Fact("recent_verdicts", needs=("recent_visits",)),
    Fact("latest_verdicts", needs=("moments", "recent_verdicts")),
    Fact("recent_opinions", needs=("recent_visits",)),
    Fact("latest_opinions", needs=("moments", "recent_opinions")),
    Fact("own_verdicts", needs=("moments", "recent_verdicts")),
    Fact("own_opinions", needs=("moments", "recent_opinions")),
    Fact("answers"),
    Fact("unfollowed", needs=("moments",)),
    Fact("unanswered", needs=("moments", "codes", "recent_verdicts", "recent_opinions", "answers")),
    Fact("overdue", needs=("moments",)),
    Fact("independent", needs=("moments", "codes", "recent_verdicts")),
    Fact("evidence", needs=("moments", "codes", "open_at", "independent")),
    Fact("rated", lays=lay_rated),
    Fact("flags", lays=lay_flags),
    Fact("wholes", lays=lay_wholes),
    Fact("repeats_found", lays=lambda store, cursor, moments: lay_repeats(store, cursor)),
    Fact("coverage", needs=("rated",)),
    Fact("own", needs=("rated",), binds=("own",)),
    Fact("repeated", needs=("moments", "repeats_found")),
    Fact("asked_again", needs=("repeated",), binds=("with_sources",)),
    Fact("wanted", needs=("rated", "flags", "wholes"), binds=("with_sources",)),
    Fact("behind", needs=("wanted",), lays=lambda store, cursor, moments: lay_behind(cursor)),
    Fact("short", needs=("rated", "behind")),
    Fact("signals_of_concern", needs=("rated", "flags", "behind")),
)

BY_NAME = {each.name: each for each in FACTS}

OWN = [each.id for each in INDICATORS if each.in_return]


def lay_facts(store: Store, cursor: Cursor, names: Iterable[str], moments: list[date], with_sources: bool) -> None:
    """Makes the facts of those names on the cursor, and those that they need, for these moments. The rows behind the
    indicators take the longest to find: without sources they are left out.
    """
    # What is kept comes first: where it is too old, all that was laid before it is laid again.
    for fact in sorted(in_order(names), key=lambda fact: not fact.lays or bool(fact.needs)):
        lay_fact(store, cursor, fact, moments, with_sources)


def lay_fact(store: Store, cursor: Cursor, fact: Fact, moments: list[date], with_sources: bool) -> None:
    """Makes that fact on the cursor, where those that it needs stand."""
    if fact.lays:
        fact.lays(store, cursor, moments)
        return
    bound = {"moments": moments, "codes": list(CODES), "own": OWN, "with_sources": with_sources}
    asked = {name: bound[name] for name in fact.binds}
    cursor.run(f"create or replace temp table {fact.name} as {SQL[fact.name]}", **asked)


def in_order(names: Iterable[str]) -> Iterator[Fact]:
    """Those facts and the ones they need, each after what it needs."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    wanted = list(names)
    while wanted:
        fact = BY_NAME[wanted.pop()]
        sorter.add(fact.name, *fact.needs)
        wanted += fact.needs
    return (BY_NAME[name] for name in sorter.static_order())
