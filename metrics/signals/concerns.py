"""The concerns that stand, kept month by month with all that the next month needs to go on from.

What one home's month tells depends a little on the other homes (the prior of an indicator is their mean), so they are
always worked out over the whole service, and a home's do not depend on who looks.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import cast

import numpy as np
from pandas import DataFrame, concat

from metrics.indicators.settings import in_force
from metrics.kept import Kept, lay, rows_kept
from metrics.months.values import first_incomplete
from metrics.signals.evidence.counted import Counted
from metrics.signals.evidence.standing import Standing, series_known, stood, threshold
from metrics.signals.grid import Grid, grid
from metrics.signals.shapes import Concern
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

WORSE, BETTER = "worse", "better"

FLAG, WATCH, NONE = "flag", "watch", "none"

SQL = queries(__file__)

TOWARD = {WORSE: 1, BETTER: -1}

COLUMNS = {
    "home": "varchar",
    "standard": "varchar",
    "indicator": "varchar",
    "direction": "varchar",
    "tier": "varchar",
    "stands": "boolean",
    "since": "date",
    "began": "date",
    "over": "date",
    "evidence": "double",
    "threshold": "double",
    "base": "double",
    "times": "double",
    "against": "double",
    "month": "date",
    "numerator": "bigint",
    "denominator": "bigint",
    "known": "integer",
    "since_numerator": "bigint",
    "since_denominator": "bigint",
    "before_numerator": "bigint",
    "before_denominator": "bigint",
    "digest": "varchar",
}
"""A row a series for the worse and Watch, and one for each other direction and tier that ever stood: `stands`, or was
`over` in that month; raised in the month `since`, its change `began`; W (`evidence`) against h (`threshold`); the rate
before (`base`), how many `times` that it became, and how far the months speak `against` it. The latest known month with
its counts, the sums of the months since it began, how many of these are `known`, and of those before. `digest`: of what
it was worked out from."""

STATE = {
    "stands": bool,
    "since": date,
    "began": date,
    "over": date,
    "evidence": float,
    "threshold": float,
    "base": float,
    "times": float,
    "against": float,
}


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
    lay(store, cursor, CONCERNS, variant, whole_service=True)
    if proposed := dict(cursor.run(SQL["proposed"]).fetchall()):
        tried = _with(store, cursor.scope.of_whole_service(), variant, in_force(store, cursor.scope) | proposed)
        cursor.lay("concerns_tried", tried, COLUMNS)
        cursor.run("create or replace temp view concerns as from concerns_tried")


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


def _made(store: Store, scope: Scope, variant: str) -> DataFrame:
    return _with(store, scope, variant, in_force(store, scope))


def _with(store: Store, scope: Scope, variant: str, budgets: dict[str, float | None]) -> DataFrame:
    end = date.fromisoformat(variant) - timedelta(days=1)
    told = grid(store, scope.at(end))
    if not told.names:
        return DataFrame(columns=list(COLUMNS))
    before, digest = (f"{told.digest(months)} {_of(budgets)}" for months in (told.months - 1, told.months))
    kept = rows_kept(store, CONCERNS, end.replace(day=1).isoformat(), digest=before) if told.months > 1 else None
    found = [each for rows, counted in told.by_homes() for each in _rows(told, rows, counted, budgets, kept)]
    return concat(found, ignore_index=True).assign(digest=digest)[list(COLUMNS)]


def _of(budgets: dict[str, float | None]) -> str:
    return " ".join(f"{budgets[f'signals.{tier}']:g}" for tier in (WATCH, FLAG))


def _rows(
    told: Grid, rows: slice, counted: Counted, budgets: dict[str, float | None], kept: DataFrame | None
) -> Iterator[DataFrame]:
    known = series_known(counted, told.home[rows])
    reach = [threshold(known, cast(float, budgets[f"signals.{tier}"])) for tier in (WATCH, FLAG)]
    names = DataFrame(told.names[rows], columns=["home", "standard", "indicator"])
    for direction, toward in TOWARD.items():
        begun = None if kept is None else [_state(told, names, kept, direction, tier) for tier in (WATCH, FLAG)]
        ends = stood(counted, reach, toward, begun, 0 if begun is None else told.months - 1)[1]
        for tier, end in zip((WATCH, FLAG), ends, strict=True):
            wanted = np.ones(len(names), bool) if (direction, tier) == (WORSE, WATCH) else end.since >= 0
            yield _frame(told, rows, names, end).assign(direction=direction, tier=tier)[wanted]


def _frame(told: Grid, rows: slice, names: DataFrame, end: Standing) -> DataFrame:
    """The rows as they are kept: months as days, and the sums that a sentence needs."""
    place = np.arange(told.months)
    since = (place >= np.where(end.began < 0, told.months, end.began)[:, None], place < end.began[:, None])
    events, exposure = told.events[rows], told.exposure[rows]
    sums = {
        f"{part}{name}": np.where(months, np.nan_to_num(array), 0).sum(axis=1, dtype=float).astype(int)
        for part, months in zip(("since_", "before_"), since, strict=True)
        for name, array in (("numerator", events), ("denominator", exposure))
    }
    last = told.months - 1 - (~np.isnan(events))[:, ::-1].argmax(axis=1)
    own = np.arange(len(names))
    latest = {"numerator": events[own, last].astype(int), "denominator": exposure[own, last].astype(int)}
    state = {name: _days(told, getattr(end, name)) if of is date else getattr(end, name) for name, of in STATE.items()}
    return names.assign(
        **state, **sums, **latest, month=_days(told, last), known=(since[0] & ~np.isnan(events)).sum(axis=1)
    )


def _days(told: Grid, months: np.ndarray) -> list[date | None]:
    # One day for each place, not for each series; the last of them is that of -1.
    days = np.array([*(told.day(month) for month in range(told.months)), None], object)
    return days[months].tolist()


def _state(told: Grid, names: DataFrame, kept: DataFrame, direction: str, tier: str) -> Standing:
    """How the concerns stood the month before, as they were kept."""
    own = kept[(kept["direction"] == direction) & (kept["tier"] == tier)]
    state, none = names.merge(own, how="left"), Standing.none(len(names))
    missing = state["stands"].isna().to_numpy()
    found = {
        name: np.where(missing, getattr(none, name), told.places(state[name]) if of is date else state[name])
        for name, of in STATE.items()
    }
    return Standing(**{name: array.astype(getattr(none, name).dtype) for name, array in found.items()})


CONCERNS = Kept("concerns", COLUMNS, _made, of_service=True)
