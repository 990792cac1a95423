"""What of a series is evidence, month by month: how many went badly, of how many; what is new of what stands; how far
months scatter; and what other homes tell of the same indicator.

Series are rows of arrays of series × months, NaN where a month is not known; a month's figures follow from the months
up to it alone.
"""

from dataclasses import dataclass, replace

import numpy as np

NEW_A_MONTH = 0.15
"""Of the staff or plans that stand at a month's end so many are taken to be new, the others were counted before."""

STOCK_SCATTER = 1.5
"""A stock scatters at least so much more than chance."""

PAIRS_OF_PRIOR = 12
"""Scatter is held towards chance as by so many pairs of months that scatter as chance would have it."""

SHAPE = 2.0
"""The shape a of the prior Gamma(a, a / m) of a rate whose mean over the homes is m."""

LEAST_LEFT = 0.05
"""A part of nearly everything varies at least as much as one of 95 in 100."""


@dataclass(frozen=True)
class Counted:
    """Of each series and month `bad` of `size` (0 where not known) and whether it is `known`; to the end of each month
    their sums `whole_bad` and `whole_size` (a column more: sums before the first month stand first), likewise
    `months_known`; the `scatter` (phi) and the prior's mean `usual` (m); the latest month to each that was `explained`
    (-1 without one). Which are `parts` of a whole, and `turned`: 1 where more bad is worse, -1 where fewer are."""

    bad: np.ndarray
    size: np.ndarray
    known: np.ndarray
    whole_bad: np.ndarray
    whole_size: np.ndarray
    months_known: np.ndarray
    scatter: np.ndarray
    usual: np.ndarray
    explained: np.ndarray
    parts: np.ndarray
    turned: np.ndarray

    def some(self, rows: np.ndarray | slice) -> "Counted":
        """Those series."""
        return Counted(**{name: array[rows] for name, array in vars(self).items()})

    def beside(self, usual: np.ndarray) -> "Counted":
        """The same with the prior's mean of each series and month."""
        return replace(self, usual=usual)


def counted(
    events: np.ndarray,
    exposure: np.ndarray,
    parts: np.ndarray,
    stock: np.ndarray,
    worse: np.ndarray,
    explained: np.ndarray | None = None,
) -> Counted:
    """What is counted of the series, each by itself (`usual` of its own months). `worse` is 1 where more events are
    worse, -1 where fewer are: of parts the cases without the event then count. `explained`: the months that a person
    explained, of which none counts."""
    parts, stock, worse = np.asarray(parts, bool), np.asarray(stock, bool), np.asarray(worse)
    bad, size, known = bad_of(events, exposure, parts, stock, worse, explained)
    whole_bad, whole_size, months_known = (sums(each) for each in (bad, size, known))
    return Counted(
        bad,
        size,
        known,
        whole_bad,
        whole_size,
        months_known,
        _scatter(bad, size, known, whole_bad, whole_size, months_known, parts, stock),
        rate(whole_bad[:, 1:], whole_size[:, 1:]),
        _latest(np.zeros_like(known) if explained is None else explained),
        parts,
        np.where(parts, 1, worse).astype(float),
    )


def bad_of(
    events: np.ndarray,
    exposure: np.ndarray,
    parts: np.ndarray,
    stock: np.ndarray,
    worse: np.ndarray,
    explained: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """How many went badly, of how many, and whether that is known, of each series and month; as in `counted`."""
    # A month's figures of all series stand side by side in the memory: they are worked out a month at a time.
    events, exposure = (np.asarray(each, float, order="F") for each in (events, exposure))
    known = ~np.isnan(events) & (exposure > 0)
    if explained is not None:
        known &= ~explained
    size = np.where(known, exposure, 0.0)
    happened = np.where(known, events, 0.0)
    happened = np.where(parts[:, None], np.minimum(happened, size), happened)
    bad = np.where((parts & (worse < 0))[:, None], size - happened, happened)
    return *_new(bad, size, known, stock), known


def sums(values: np.ndarray) -> np.ndarray:
    """Of each series the sums to the end of each month; before the first month 0, a column more."""
    found = np.zeros((len(values), values.shape[1] + 1), order="F")
    for month in range(values.shape[1]):
        np.add(found[:, month], values[:, month], out=found[:, month + 1])
    return found


def _latest(which: np.ndarray) -> np.ndarray:
    """For each month the place of the latest of those months to it; -1 without one."""
    found = np.full(which.shape, -1, order="F")
    for month in range(which.shape[1]):
        found[:, month] = np.where(which[:, month], month, found[:, month - 1])
    return found


def _before(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    """For each month what the last known month before it told; 0 without one."""
    found = np.zeros(values.shape, order="F")
    for month in range(1, values.shape[1]):
        found[:, month] = np.where(known[:, month - 1], values[:, month - 1], found[:, month - 1])
    return found


def _new(bad: np.ndarray, size: np.ndarray, known: np.ndarray, stock: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of a stock only what is new from its second known month on: the others stood there the month before."""
    stood, of = (_before(each[stock], known[stock]) for each in (bad, size))
    again = known[stock] & (of > 0)
    new = np.maximum(0.0, bad[stock] - (1 - NEW_A_MONTH) * size[stock] * stood / np.where(again, of, 1))
    for told, own in ((bad, new), (size, NEW_A_MONTH * size[stock])):
        told[stock] = np.where(again, own, told[stock])
    return bad, size


def _scatter(
    bad: np.ndarray,
    size: np.ndarray,
    known: np.ndarray,
    whole_bad: np.ndarray,
    whole_size: np.ndarray,
    months_known: np.ndarray,
    parts: np.ndarray,
    stock: np.ndarray,
) -> np.ndarray:
    """phi of the months to each: how much more neighbouring months differ than chance would have it, at least 1."""
    pair = known & (months_known[:, :-1] > 0)
    of = np.where(size > 0, size, 1)
    share, each = bad / of, 1 / of
    apart = (share - _before(share, known)) ** 2 / (each + _before(each, known))
    pooled = rate(whole_bad[:, 1:], whole_size[:, 1:])
    chance = pooled * varying(parts[:, None], pooled)
    far, pairs = (sums(each)[:, 1:] for each in (np.where(pair, apart, 0), pair))
    least = np.where(stock, STOCK_SCATTER, 1.0)[:, None]
    return np.maximum(least, (far / chance + PAIRS_OF_PRIOR) / (pairs + PAIRS_OF_PRIOR))


def rate(bad: np.ndarray, size: np.ndarray) -> np.ndarray:
    """(Y + 1/2) / (N + 1): never 0, and of nothing 1/2."""
    return (bad + 0.5) / (size + 1)


def varying(parts: np.ndarray, share: np.ndarray) -> np.ndarray:
    """By how much a case varies beside an event: 1 of a count, 1 - share of a part."""
    return np.where(parts, np.maximum(1 - share, LEAST_LEFT), 1.0)


def of_all(whole_bad: np.ndarray, whole_size: np.ndarray, key: np.ndarray, keys: int) -> tuple[np.ndarray, np.ndarray]:
    """Bad and size of each indicator (by its `key`, one of so many) over all homes, of the months to each."""
    bad, size = np.zeros((2, keys, whole_bad.shape[1] - 1))
    np.add.at(bad, key, whole_bad[:, 1:])
    np.add.at(size, key, whole_size[:, 1:])
    return bad, size


def together(told: Counted, key: np.ndarray) -> Counted:
    """The series of a service, of which those of one `key` are the same indicator: each with m of all its homes."""
    known, of = np.unique(key, return_inverse=True)
    return told.beside(rate(*of_all(told.whole_bad, told.whole_size, of, len(known)))[of])
