"""The concerns and each home as a whole, month by month: kept with all that the next month needs to go on from.

What one home's month tells depends a little on the other homes (the prior of an indicator is their mean): where the
mean stays as it was, only the homes that a change touched are worked out anew. Nothing depends on who looks.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from os import cpu_count
from typing import cast

import numpy as np
from pandas import DataFrame, Series

from metrics.indicators.settings import in_force
from metrics.kept.kinds import Kept, Made, Stood
from metrics.kept.laying import lay
from metrics.kept.stands import MANY, may_be_kept, rows_kept, stood_beside
from metrics.signals.evidence.homes import homes_stood
from metrics.signals.evidence.standing import Standing, raisable, series_known, stood, threshold
from metrics.signals.grid import Grid, digests, grids
from metrics.signals.prior import Prior, read
from metrics.signals.rows import COLUMNS, FLAG, WATCH, rows_of, stood_before, told_by_visits
from qa_data.scope import Scope, as_of_change, of_every_home
from qa_data.store import Store

Budgets = dict[str, float | None]

Grids = tuple[Grid, Grid]


def worked_out(variant: str, budgets: Budgets, store: Store, scope: Scope) -> DataFrame:
    """The rows of every home of the scope as at the end of the month before the `variant` (a day), with those budgets
    of false concerns (by setting)."""
    told = grids(store, scope.at(_end(variant)))
    return _rows(told, _prior(told), budgets)


def _brought_up(store: Store, variant: str, before: Stood | None) -> Made:
    """The rows of the homes that were touched, where what all have in common is as it was; else of all."""
    every, budgets = of_every_home(_end(variant)), in_force(store, of_every_home())
    if before and before.touched is not None and (still := _still(store, variant, before)):
        prior, told = still
        return Made(_rows(told, prior, budgets), before.touched, _beside(prior, budgets))
    told = grids(store, every)
    prior = _prior(told)
    return Made(
        _rows(told, prior, budgets, _month_before(store, variant, prior, budgets)), None, _beside(prior, budgets)
    )


def _end(variant: str) -> date:
    """The last day of the months that are told."""
    return date.fromisoformat(variant) - timedelta(days=1)


def _prior(told: Grids) -> Prior:
    return Prior(len(told[0].homes), told[0].prior() | told[1].prior())


def _still(store: Store, variant: str, before: Stood) -> tuple[Prior, Grids] | None:
    """The prior with what the touched homes tell now, and that; None where its means are not what they were."""
    was = read(before.beside.split(" ", 2)[2])
    if was.homes < MANY and before.touched:
        return None
    then, now = (
        grids(store, scope.narrowed(before.touched or ()).at(_end(variant)))
        for scope in (as_of_change(before.change), of_every_home())
    )
    prior = was.changed(_prior(then), _prior(now))
    return (prior, now) if prior.same_to(was) else None


def had_in_common(variant: str, store: Store) -> str | None:
    """What the concerns of all homes have in common, as they are kept of that month and now brought up to date: equal
    while a change told nothing of other homes than those that it touched; None where they are not kept."""
    every = of_every_home(_end(variant))
    if not may_be_kept(FOUND, store, every):
        return None
    with store.reading(every) as cursor:
        lay(store, cursor, FOUND, variant)
    if (beside := stood_beside(FOUND, variant, store)) is None:
        return None
    *budgets, told = beside.split(" ", 2)
    return " ".join([*budgets, read(told).in_short()])


def _beside(prior: Prior, budgets: Budgets) -> str:
    return f"{budgets[f'signals.{WATCH}']:g} {budgets[f'signals.{FLAG}']:g} {prior.told()}"


def _month_before(store: Store, variant: str, prior: Prior, budgets: Budgets) -> DataFrame | None:
    """What was kept of it, where it went by the same budgets and means."""
    month = _end(variant).replace(day=1).isoformat()
    if (beside := stood_beside(FOUND, month, store)) is None:
        return None
    *of, told = beside.split(" ", 2)
    if of != _beside(prior, budgets).split(" ", 2)[:2] or not prior.same_to(read(told), 1):
        return None
    return rows_kept(FOUND, month, store, of_every_home())


def _rows(told: Grids, prior: Prior, budgets: Budgets, kept: DataFrame | None = None) -> DataFrame:
    """The rows of the grids' homes: from what was kept of the month before, of homes of which that month's figures are
    as they were."""
    if not told[0].homes:
        return DataFrame(columns=list(COLUMNS))
    reach = [cast(float, budgets[f"signals.{tier}"]) for tier in (WATCH, FLAG)]
    rows = rows_of(told, *_stood(told, prior, reach, kept))
    of = Series(digests(told, told[0].months), told[0].homes)
    return rows.assign(digest=rows["home"].astype(str).map(of))


def _stood(
    told: Grids, prior: Prior, budgets: list[float], kept: DataFrame | None
) -> tuple[list[Standing], list[np.ndarray]]:
    """How every concern and each home stands after the last month, and which series make them up."""
    same = _as_they_were(told, kept)
    begun = stood_before(told[0], None if kept is None else kept[kept["home"].isin(np.array(told[0].homes)[same])])
    blocks = [(homes, (own, seen)) for (homes, own), (_, seen) in zip(*(each.by_homes() for each in told), strict=True)]
    # No block's arrays are another's, and numpy lets others run while it works on so many series at once.
    with ThreadPoolExecutor(cpu_count()) as threads:
        found = list(
            threads.map(lambda block: _go_on(told, prior, block, begun, budgets, bool(same[block[0]].all())), blocks)
        )
    states, parts = (list(zip(*each, strict=True)) for each in zip(*found, strict=True))
    return [Standing.of(each) for each in states], [np.concatenate(each) for each in parts]


def _as_they_were(told: Grids, kept: DataFrame | None) -> np.ndarray:
    """Of which homes all months but the last say what they said when they were kept."""
    homes = told[0].homes
    if kept is None:
        return np.zeros(len(homes), bool)
    of = kept.drop_duplicates("home").set_index("home")["digest"].reindex(homes)
    return of.to_numpy(str) == np.array(digests(told, told[0].months - 1))


def _go_on(
    told: Grids,
    prior: Prior,
    block: tuple[slice, tuple[slice, slice]],
    begun: list[Standing],
    budgets: list[float],
    as_they_were: bool,
) -> tuple[list[Standing], list[np.ndarray]]:
    """How the concerns of some homes and these homes stand after the last month; and which of their series make them
    up. `block`: the homes, and their series of returns and of visits, which stood as `begun` before the last month
    where all of them are `as_they_were`; else they are worked out from the first."""
    homes, rows = block
    first = told[0].months - 1 if as_they_were else 0
    counted, seen = (grid.counted(own, prior) for grid, own in zip(told, rows, strict=True))
    known = series_known(counted, told[0].home[rows[0]])
    reach = [threshold(known, budget) for budget in budgets]
    *states, whole = [*(state.some(rows[0]) for state in begun[:-1]), begun[-1].some(homes)]
    if not as_they_were:
        *states, whole = [Standing.none(len(state.stands)) for state in (*states, whole)]
    may = raisable(counted, reach, first)
    worse = stood(counted, reach, 1, states[:2], first, may[1])[1]
    better = stood(counted, reach, -1, states[2:], first, may[-1])[1]
    places = tuple(grid.home[own] - homes.start for grid, own in zip(told, rows, strict=True))
    twice = told_by_visits(told[0])[rows[0]]
    as_whole, parts = homes_stood(counted, seen, places, twice, whole, first)
    return [*worse, *better, as_whole], parts


FOUND = Kept(
    "concerns_found",
    COLUMNS,
    lambda store, scope, variant: worked_out(variant, in_force(store, scope), store, scope),
    brought_up=_brought_up,
)
