"""How much the months since some beginning speak for a change rather than for chance: Bayes factors of a rate that
became so many times what it was, over every month in which that may have begun.
"""

import numpy as np

from metrics.signals.evidence.counted import SHAPE, Counted, rate, varying

TIMES = (1.5, 2.0, 3.0, 6.0)
"""A rate may have become so many times what it was."""

ODDS_TIMES = (1.7, 2.5, 4.0, 8.0)
"""The odds of a part may have become so many times what they were."""

WINDOW = 36
"""A change that is new began in one of so many months."""

FEWEST_BEFORE = 3
"""A change can begin only where so many months before it are known."""

CERTAIN = 600.0
"""Evidence beyond this is told as this: no number of months bears more, and its exponential can still be summed."""

NEVER = 1e100
"""Further than any month scatters."""

SLACK = 1e-6
"""What evidence cannot be above is itself rounded."""

Ratios = tuple[tuple[float, float], ...]
"""(r, o): how many times the rate, and how many times the odds of a part."""

CHANGES: Ratios = tuple(zip(TIMES, ODDS_TIMES, strict=True))


def bayes_factors(
    told: Counted,
    month: int,
    window: int,
    changes: Ratios,
    toward: int,
    most: float = CERTAIN,
    rows: np.ndarray | slice = slice(None),
) -> np.ndarray:
    """ln BF_k(r) as known at the end of `month`, an array changes × series (of those `rows`) × months k of the `window`
    to it: how many times likelier the figures are if the rate became r times what it was with month k than if nothing
    changed (the rate itself being Gamma(a, b)). `toward`: 1 for the worse, -1 for the better. -inf where no change can
    begin.
    """
    months = slice(max(0, month + 1 - window), month + 1)
    bad, size, share, g = _to(told, month, rows)
    since_bad = (bad[:, None] - told.whole_bad[rows, months]) / g[:, None]
    # (b + (N0 + r N1) / g) / (b + N / g) is 1 + (r - 1) of this.
    since = (size[:, None] - told.whole_size[rows, months]) / (g * SHAPE / told.usual[rows, month] + size)[:, None]
    shape = (SHAPE + bad / g)[:, None]
    never, way = np.where(_possible(told, rows, months), 0, -np.inf), toward * told.turned[rows]
    # Months one after the other in the memory, as they stand in what is counted.
    found = np.empty((len(changes), *since.T.shape)).transpose(0, 2, 1)
    for own, change in zip(found, changes, strict=True):
        r = _times(told, rows, share, change, way)[:, None]
        np.log1p(np.multiply(r - 1, since, out=own), out=own)
        own *= -shape
        own += np.log(r) * since_bad
        np.minimum(own, most, out=own)
        own += never
    return found


def may_reach(told: Counted, first: int, least: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """In which months from `first` on W may reach `least`: for more events and for fewer, series × months. Told from
    what no BF_k is above: roughly of the highest of them, then of their sum; closer where that does not rule it out."""
    found = np.zeros((2, *told.bad.T.shape), bool).transpose(0, 2, 1)
    never = np.where(_possible(told, slice(None), slice(told.bad.shape[1])), 0, NEVER)
    for month in range(first, told.bad.shape[1]):
        apart, spread, by = _apart(told, month, slice(max(0, month + 1 - WINDOW), month + 1), never)
        squared = apart * np.abs(apart)
        squared /= spread
        reach = np.where(told.known[:, month], least[:, month] - SLACK, np.inf)
        for own, way, ends in zip(found, (1, -1), (squared.max(axis=1), -squared.min(axis=1)), strict=True):
            largest = np.maximum(_ln_times(told, month, slice(None), CHANGES[-1], way), SLACK)
            steep = way * largest**2 / (4 * _curve(largest)) * by[0] ** 2 / by[1]
            rows = np.flatnonzero(np.maximum(way * steep * ends, 0) + np.log(apart.shape[1]) >= reach)
            each = np.clip(steep[rows, None] * squared[rows], 0, CERTAIN)
            rows = rows[np.exp(each, out=each).sum(axis=1) >= np.exp(reach[rows])]
            lines = _lines(told, month, way, rows, apart[rows], spread[rows], by[:, rows, None])
            own[rows, month] = lines >= np.exp(reach[rows])
    return found[0], found[1]


def _apart(told: Counted, month: int, months: slice, never: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """How many more of the months since each k there were than is usual, and how far chance alone spreads them (its
    variance), series × k; and by how much of each series either is to be multiplied. `never`: beyond all where no
    change can begin."""
    bad, size, _, g = _to(told, month, slice(None))
    shape, whole = SHAPE * g + bad, SHAPE * g / told.usual[:, month] + size
    since = size[:, None] - told.whole_size[:, months]
    apart = bad[:, None] - told.whole_bad[:, months]
    apart -= (shape / whole)[:, None] * since
    since *= whole[:, None] - since
    since += never[:, months]
    return apart, since, np.array([1 / g, shape / (g * whole**2)])


def _lines(
    told: Counted, month: int, way: int, rows: np.ndarray, apart: np.ndarray, spread: np.ndarray, by: np.ndarray
) -> np.ndarray:
    """What the sum over k of the mean over r of BF_k(r) of those rows cannot be above. Of the shape A = a + Y / g, the
    part s that the months since k are of all, and u = ln r it is

        ln BF = u (Y1 / g - A s) - A K(u),  K(u) = ln(1 + (r - 1) s) - u s >= s (1 - s) (|u| - 1 + e^-|u|)

    since K'' is the variance p (1 - p) of a part p whose odds are r times those of s, and no less than
    s (1 - s) e^-|u|."""
    apart, spread = apart * (way * by[0]), spread * by[1]
    whole = np.zeros(len(rows))
    for change in CHANGES:
        u = _ln_times(told, month, rows, change, way)[:, None]
        most = apart * u
        most -= spread * _curve(u)
        whole += np.exp(np.minimum(most, CERTAIN, out=most), out=most).sum(axis=1)
    return whole / len(CHANGES)


def _ln_times(told: Counted, month: int, rows: np.ndarray | slice, change: tuple[float, float], way: int) -> np.ndarray:
    share = rate(told.whole_bad[rows, month + 1], told.whole_size[rows, month + 1])
    return np.abs(np.log(_times(told, rows, share, change, way)))


def _curve(u: np.ndarray) -> np.ndarray:
    return u + np.expm1(-u)


def _to(told: Counted, month: int, rows: np.ndarray | slice) -> tuple[np.ndarray, ...]:
    """Of the months to that one the bad and the size, the share (q), and by how much they scatter (g)."""
    bad, size = told.whole_bad[rows, month + 1], told.whole_size[rows, month + 1]
    share = rate(bad, size)
    return bad, size, share, told.scatter[rows, month] * varying(told.parts[rows], share)


def _possible(told: Counted, rows: np.ndarray | slice, months: slice) -> np.ndarray:
    """In which months a change can begin."""
    return told.known[rows, months] & (told.months_known[rows, months] >= FEWEST_BEFORE)


def _times(
    told: Counted, rows: np.ndarray | slice, share: np.ndarray, change: tuple[float, float], way: np.ndarray | int
) -> np.ndarray:
    """r of each series: as it is of counts; of parts what makes the odds of its share so many times what they are.
    `way`: 1 for more events, -1 for fewer."""
    times, odds = (np.where(np.greater(way, 0), each, 1 / each) for each in change)
    # What is new of a stock can be more than the part that is taken to be new.
    return np.where(told.parts[rows], odds / (1 + np.minimum(share, 1) * (odds - 1)), times)
