"""The home as a whole: whether it gets worse in many things at once, from its returns, its visits, and both; kept month
by month as the concerns are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

import numpy as np
from pandas import DataFrame

from metrics.kept import Kept, lay, rows_kept
from metrics.months.values import first_incomplete
from metrics.signals.evidence import whole
from metrics.signals.evidence.counted import Counted
from metrics.signals.evidence.whole import RETURNS_ALONE, WITH_VISITS, as_one, evidence, makes_up
from metrics.signals.grid import TESTED, THEMES, VERDICT, Grid, grid
from metrics.signals.shapes import Whole
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

BY_CHANCE = 0.02
"""So many homes in which nothing changes begin to show it a month (found by simulation)."""

COLUMNS = {
    "home": "varchar",
    "stands": "boolean",
    "since": "date",
    "began": "date",
    "over": "date",
    "evidence": "double",
    "threshold": "double",
    "made_of": "struct(standard varchar, indicator varchar)[]",
    "of_indicators": "integer",
    "of_verdicts": "integer",
    "digest": "varchar",
}
"""A row a home: whether its signal `stands`, raised in the month `since`, when it had likeliest begun in the month
`began`, or was `over` in one; its evidence against the threshold; and which of its indicators, verdicts and themes make
it up, of how many."""


def lay_as_whole(store: Store, cursor: Cursor, moment: date) -> None:
    """Makes the view `homes_as_whole` (`COLUMNS`) on the cursor: of every home, as at the last month complete at the
    moment."""
    with cursor.within(cursor.scope.at(moment)):
        lay(store, cursor, AS_WHOLE, first_incomplete(moment).isoformat(), whole_service=True)


def lay_wholes(store: Store, cursor: Cursor, moments: Iterable[date]) -> None:
    """Makes the table `wholes` on the cursor: `COLUMNS` of every home as at each moment; whether it is `new` in the
    last complete month, `over` only where it ended in that month, and who acts on it (`acting`)."""
    for place, moment in enumerate(sorted(set(moments))):
        lay_as_whole(store, cursor, moment)
        make = "insert into wholes" if place else "create or replace temp table wholes as"
        cursor.run(f"{make} {SQL['wholes']}", moment=moment, after=first_incomplete(moment))


def wholes(store: Store, scope: Scope) -> list[Whole]:
    """Every home of the scope of which anything is known, those that stand first, the clearest first."""
    with store.reading(scope) as cursor:
        lay_wholes(store, cursor, [scope.as_at])
        rows = cursor.rows("from wholes where seen(home) order by stands desc, evidence desc nulls last, home")
    return [_as_json(row) for row in rows]


def _as_json(row: dict[str, Any]) -> Whole:
    made_of = row["made_of"]
    months = {name: row[name] and f"{row[name]:%Y-%m}" for name in ("since", "began", "over")}
    told = (
        row
        | months
        | {
            "indicators": list(dict.fromkeys(each["indicator"] for each in made_of if each["indicator"] in TESTED)),
            "standards": [each["standard"] for each in made_of if each["indicator"] == VERDICT],
            "themes": any(each["indicator"] == THEMES for each in made_of),
        }
    )
    return cast(Whole, {name: told[name] for name in Whole.__annotations__})


def _made(store: Store, scope: Scope, variant: str) -> DataFrame:
    end = date.fromisoformat(variant) - timedelta(days=1)
    told = grid(store, scope.at(end), with_visits=True)
    before, digest = (told.digest(months) for months in (told.months - 1, told.months))
    kept = rows_kept(store, AS_WHOLE, end.replace(day=1).isoformat(), digest=before) if told.months > 1 else None
    rows = [row for rows, counted in told.by_homes() for row in _homes(told, rows, counted, kept)]
    return DataFrame(rows, columns=list(COLUMNS)[:-1]).assign(digest=digest)


def _homes(told: Grid, rows: slice, counted: Counted, kept: DataFrame | None) -> Iterator[tuple]:
    """The rows of some homes."""
    first = int(told.home[rows.start])
    home = told.home[rows] - first
    names = told.homes[first : first + home[-1] + 1]
    visits = np.array([name[2] in (VERDICT, THEMES) for name in told.names[rows]])
    state = _begun(told, names, kept)
    for month in range(0 if kept is None else told.months - 1, told.months):
        found = whole.factors(counted, month)
        every = _go_on(state, counted, month, found, home, visits)
    among = makes_up(found, every, home)[1]
    for place, name in enumerate(names):
        own = np.flatnonzero(home == place)
        yield (name, *_told(told, state, place), *_made_of(told, rows, own, among))


@dataclass
class State:
    """How each home's signal stands: months as places, -1 without; its evidence is NaN where there is none."""

    stands: np.ndarray
    since: np.ndarray
    began: np.ndarray
    over: np.ndarray
    evidence: np.ndarray
    threshold: np.ndarray


def _begun(told: Grid, names: list[str], kept: DataFrame | None) -> State:
    """How it stood the month before; before the first month, not at all."""
    never, nothing = np.full(len(names), -1), np.full(len(names), np.nan)
    if kept is None:
        return State(np.zeros(len(names), bool), never, never.copy(), never.copy(), nothing, nothing.copy())
    own = kept.set_index("home").reindex(names)
    since, began, over = (told.places(own[name]) for name in ("since", "began", "over"))
    evidence, threshold = (own[name].to_numpy(float).copy() for name in ("evidence", "threshold"))
    return State(own["stands"].eq(True).to_numpy(), since, began, over, evidence, threshold)


def _go_on(
    state: State, counted: Counted, month: int, found: np.ndarray, home: np.ndarray, visits: np.ndarray
) -> np.ndarray:
    """How it stands after that month: of a home of which nothing is known in it as before. What all of each home's
    series tell together."""
    homes = len(state.stands)
    known, visited = (np.bincount(home[rows], minlength=homes) > 0 for rows in _which(counted, month, visits))
    returns, seen = (whole.together(found[:, rows], home[rows], homes) for rows in (~visits, visits))
    every = whole.both(returns, seen)
    alone = evidence(returns)
    now = np.where(visited, as_one(alone, evidence(seen), evidence(every)), alone)
    starts, ends = (np.where(visited, *limits) for limits in zip(WITH_VISITS, RETURNS_ALONE, strict=True))
    stands = np.where(known, np.where(state.stands, now >= ends, now >= starts), state.stands)
    begins = stands & ~state.stands
    state.since[begins] = month
    if begins.any():
        state.began[begins] = month - makes_up(found, every, home)[0][begins]
    state.over[state.stands & ~stands] = month
    state.stands = stands
    state.evidence, state.threshold = np.where(known, now, state.evidence), np.where(known, starts, state.threshold)
    return every


def _which(counted: Counted, month: int, visits: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The series that are known in the month, and those of visits that are known by then."""
    return counted.known[:, month], visits & (counted.months_known[:, month + 1] > 0)


def _told(told: Grid, state: State, place: int) -> tuple:
    evidence = state.evidence[place]
    return (
        bool(state.stands[place]),
        told.day(state.since[place]),
        told.day(state.began[place]),
        told.day(state.over[place]),
        evidence if np.isfinite(evidence) else None,
        state.threshold[place] if np.isfinite(evidence) else None,
    )


def _made_of(told: Grid, rows: slice, own: np.ndarray, among: np.ndarray) -> tuple:
    """What makes it up, and how many indicators and verdicts there are."""
    names = [told.names[rows.start + row] for row in own]
    made_of = [{"standard": name[1], "indicator": name[2]} for name, row in zip(names, own, strict=True) if among[row]]
    of_verdicts = sum(name[2] == VERDICT for name in names)
    return made_of, sum(name[2] in TESTED for name in names), of_verdicts


AS_WHOLE = Kept("homes_as_whole", COLUMNS, _made, of_service=True)
