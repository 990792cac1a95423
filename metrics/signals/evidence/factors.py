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
    bad, size, share, g = upto(told, month, rows)
    since_bad = (bad[:, None] - told.whole_bad[rows, months]) / g[:, None]
    # (b + (N0 + r N1) / g) / (b + N / g) is 1 + (r - 1) of this.
    since = (size[:, None] - told.whole_size[rows, months]) / (g * SHAPE / told.usual[rows, month] + size)[:, None]
    shape = (SHAPE + bad / g)[:, None]
    never, way = np.where(possible(told, rows, months), 0, -np.inf), toward * told.turned[rows]
    # Months one after the other in the memory, as they stand in what is counted.
    found = np.empty((len(changes), *since.T.shape)).transpose(0, 2, 1)
    for own, change in zip(found, changes, strict=True):
        r = times(told, rows, share, change, way)[:, None]
        np.log1p(np.multiply(r - 1, since, out=own), out=own)
        own *= -shape
        own += np.log(r) * since_bad
        np.minimum(own, most, out=own)
        own += never
    return found


def upto(told: Counted, month: int, rows: np.ndarray | slice) -> tuple[np.ndarray, ...]:
    """Of the months to that one the bad and the size, the share (q), and by how much they scatter (g)."""
    bad, size = told.whole_bad[rows, month + 1], told.whole_size[rows, month + 1]
    share = rate(bad, size)
    return bad, size, share, told.scatter[rows, month] * varying(told.parts[rows], share)


def possible(told: Counted, rows: np.ndarray | slice, months: slice) -> np.ndarray:
    """In which months a change can begin."""
    return told.known[rows, months] & (told.months_known[rows, months] >= FEWEST_BEFORE)


def times(
    told: Counted, rows: np.ndarray | slice, share: np.ndarray, change: tuple[float, float], way: np.ndarray | int
) -> np.ndarray:
    """r of each series: as it is of counts; of parts what makes the odds of its share so many times what they are.
    `way`: 1 for more events, -1 for fewer."""
    ratio, odds = (np.where(np.greater(way, 0), each, 1 / each) for each in change)
    # What is new of a stock can be more than the part that is taken to be new.
    return np.where(told.parts[rows], odds / (1 + np.minimum(share, 1) * (odds - 1)), ratio)
