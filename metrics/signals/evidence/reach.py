"""In which months the evidence may reach a threshold at all, told from what no Bayes factor is above: of these alone
it is worked out.

Of the shape A = a + Y / g, the part s that the months since k are of all, and u = ln r it is

    ln BF_k(r) = u (Y1 / g - A s) - A K(u),  K(u) = ln(1 + (r - 1) s) - u s >= s (1 - s) c(u),  c(u) = |u| - 1 + e^-|u|

since K'' is the variance p (1 - p) of a part p whose odds are r times those of s: no less than s (1 - s) e^-|u|.
"""

import numpy as np

from metrics.signals.evidence.counted import SHAPE, Counted, rate
from metrics.signals.evidence.factors import CERTAIN, CHANGES, WINDOW, possible, times, upto

NEVER = 1e100
"""Further than any month scatters."""

SLACK = 1e-6
"""What evidence cannot be above is itself rounded."""


def may_reach(told: Counted, first: int, least: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """In which months from `first` on W may reach `least`: for more events and for fewer, series × months. Told from
    what no BF_k is above: roughly of the highest of them, then of their sum; closer where that does not rule it out."""
    found = np.zeros((2, *told.bad.T.shape), bool).transpose(0, 2, 1)
    never = np.where(possible(told, slice(None), slice(told.bad.shape[1])), 0, NEVER)
    for month in range(first, told.bad.shape[1]):
        apart, spread, by = _apart(told, month, slice(max(0, month + 1 - WINDOW), month + 1), never)
        squared = apart * np.abs(apart)
        squared /= spread
        reach = np.where(told.known[:, month], least[:, month] - SLACK, np.inf)
        for own, way, ends in zip(found, (1, -1), (squared.max(axis=1), -squared.min(axis=1)), strict=True):
            largest = np.maximum(_ln_r(told, month, slice(None), CHANGES[-1], way), SLACK)
            # With u up to the largest no u x - c(u) y is above largest ** 2 / 4 c(largest) times x ** 2 / y.
            steep = way * largest**2 / (4 * _curve(largest)) * by[0] ** 2 / by[1]
            rows = np.flatnonzero(np.maximum(way * steep * ends, 0) + np.log(apart.shape[1]) >= reach)
            each = np.clip(steep[rows, None] * squared[rows], 0, CERTAIN)
            rows = rows[np.exp(each, out=each).sum(axis=1) >= np.exp(reach[rows])]
            whole = _at_most(told, month, way, rows, apart[rows], spread[rows], by[:, rows, None])
            own[rows, month] = whole >= np.exp(reach[rows])
    return found[0], found[1]


def _apart(told: Counted, month: int, months: slice, never: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """How many more of the months since each k there were than is usual, and how far chance alone spreads them (its
    variance), series × k; and by how much of each series either is to be multiplied. `never`: beyond all where no
    change can begin."""
    bad, size, _, g = upto(told, month, slice(None))
    shape, whole = SHAPE * g + bad, SHAPE * g / told.usual[:, month] + size
    since = size[:, None] - told.whole_size[:, months]
    apart = bad[:, None] - told.whole_bad[:, months]
    apart -= (shape / whole)[:, None] * since
    since *= whole[:, None] - since
    since += never[:, months]
    return apart, since, np.array([1 / g, shape / (g * whole**2)])


def _at_most(
    told: Counted, month: int, way: int, rows: np.ndarray, apart: np.ndarray, spread: np.ndarray, by: np.ndarray
) -> np.ndarray:
    """What the sum over k of the mean over r of BF_k(r) of those rows cannot be above."""
    apart, spread = apart * (way * by[0]), spread * by[1]
    whole = np.zeros(len(rows))
    for change in CHANGES:
        u = _ln_r(told, month, rows, change, way)[:, None]
        most = apart * u
        most -= spread * _curve(u)
        whole += np.exp(np.minimum(most, CERTAIN, out=most), out=most).sum(axis=1)
    return whole / len(CHANGES)


def _ln_r(told: Counted, month: int, rows: np.ndarray | slice, change: tuple[float, float], way: int) -> np.ndarray:
    """|u| of each series."""
    share = rate(told.whole_bad[rows, month + 1], told.whole_size[rows, month + 1])
    return np.abs(np.log(times(told, rows, share, change, way)))


def _curve(u: np.ndarray) -> np.ndarray:
    """c(u) of a u that is not below 0."""
    return u + np.expm1(-u)
