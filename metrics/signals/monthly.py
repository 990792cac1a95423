"""The concerns and each home as a whole, month by month: worked out over the whole service, and kept with all that the
next month needs to go on from.

What one home's month tells depends a little on the other homes (the prior of an indicator is their mean), so they are
always worked out together, and a home's do not depend on who looks.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from os import cpu_count
from typing import cast

import numpy as np
from pandas import DataFrame

from metrics.indicators.settings import in_force
from metrics.kept import Kept, rows_kept
from metrics.signals.evidence.homes import homes_stood
from metrics.signals.evidence.standing import Standing, raisable, series_known, stood, threshold
from metrics.signals.grid import Grid, digest, grids
from metrics.signals.rows import COLUMNS, FLAG, WATCH, rows_of, stood_before, told_by_visits
from qa_data.scope import Scope
from qa_data.store import Store


def worked_out(variant: str, budgets: dict[str, float | None], store: Store, scope: Scope) -> DataFrame:
    """The rows of every home of the scope as at the end of the month before the `variant` (a day), with those budgets
    of false concerns (by setting)."""
    end = date.fromisoformat(variant) - timedelta(days=1)
    told = grids(store, scope.at(end))
    months, of = told[0].months, " ".join(f"{budgets[f'signals.{tier}']:g}" for tier in (WATCH, FLAG))
    before, now = (f"{digest(told, known)} {of}" for known in (months - 1, months))
    if (same := rows_kept(FOUND, variant, store, scope, digest=now)) is not None:
        return same
    kept = rows_kept(FOUND, end.replace(day=1).isoformat(), store, scope, digest=before)
    reach = [cast(float, budgets[f"signals.{tier}"]) for tier in (WATCH, FLAG)]
    rows = rows_of(told, *_stood(told, kept, reach)) if told[0].homes else DataFrame(columns=list(COLUMNS))
    return rows.assign(digest=now)


def _stood(
    told: tuple[Grid, Grid], kept: DataFrame | None, budgets: list[float]
) -> tuple[list[Standing], list[np.ndarray]]:
    """How every concern and each home stands after the last month, and which series make them up: from what was kept
    of the month before, else from the first month on."""
    begun, first = stood_before(told[0], kept), 0 if kept is None else told[0].months - 1
    blocks = [(homes, (own, seen)) for (homes, own), (_, seen) in zip(*(each.by_homes() for each in told), strict=True)]
    # Arrays are worked out outside of the interpreter's lock: some homes on each processor.
    with ThreadPoolExecutor(cpu_count()) as pool:
        found = list(pool.map(lambda block: _go_on(told, block, begun, budgets, first), blocks))
    states, parts = (list(zip(*each, strict=True)) for each in zip(*found, strict=True))
    return [Standing.of(each) for each in states], [np.concatenate(each) for each in parts]


def _go_on(
    told: tuple[Grid, Grid],
    block: tuple[slice, tuple[slice, slice]],
    begun: list[Standing],
    budgets: list[float],
    first: int,
) -> tuple[list[Standing], list[np.ndarray]]:
    """How the concerns of some homes and these homes stand after the last month; and which of their series make them
    up. `block`: the homes, and their series of returns and of visits; `first`: the month after that in which they stood
    as `begun`."""
    homes, rows = block
    counted, seen = (grid.counted(own) for grid, own in zip(told, rows, strict=True))
    known = series_known(counted, told[0].home[rows[0]])
    reach = [threshold(known, budget) for budget in budgets]
    states = [state.some(rows[0]) for state in begun[:-1]]
    may = raisable(counted, reach, first)
    worse = stood(counted, reach, 1, states[:2], first, may[1])[1]
    better = stood(counted, reach, -1, states[2:], first, may[-1])[1]
    places = tuple(grid.home[own] - homes.start for grid, own in zip(told, rows, strict=True))
    twice = told_by_visits(told[0])[rows[0]]
    as_whole, parts = homes_stood(counted, seen, places, twice, begun[-1].some(homes), first)
    return [*worse, *better, as_whole], parts


FOUND = Kept(
    "concerns_found",
    COLUMNS,
    lambda store, scope, variant: worked_out(variant, in_force(store, scope), store, scope),
    of_service=True,
)
