"""How much the months since some beginning speak for a change rather than for chance: Bayes factors of a rate that
became so many times what it was, over every month in which that may have begun.
"""

import numpy as np

from metrics.signals.evidence.counted import SHAPE, Counted

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
    told: Counted, month: int, window: int, changes: Ratios, toward: int, most: float = CERTAIN
) -> np.ndarray:
    """ln BF_k(r) as known at the end of `month`, an array changes × series × months k of the `window` to it: how many
    times likelier the figures are if the rate became r times what it was with month k than if nothing changed (the
    rate itself being Gamma(a, b)). `toward`: 1 for the worse, -1 for the better. -inf where no change can begin.
    """
    months = slice(max(0, month + 1 - window), month + 1)
    bad, size = told.whole_bad[:, month + 1], told.whole_size[:, month + 1]
    share = told.pooled(month)
    g = told.scatter[:, month] * told.varying(share)
    since_bad = (bad[:, None] - told.whole_bad[:, months]) / g[:, None]
    # (b + (N0 + r N1) / g) / (b + N / g) is 1 + (r - 1) of this.
    since = (size[:, None] - told.whole_size[:, months]) / (g * SHAPE / told.usual[:, month] + size)[:, None]
    shape = (SHAPE + bad / g)[:, None]
    possible = told.known[:, months] & (told.months_known[:, months] >= FEWEST_BEFORE)
    never = np.where(possible, 0, -np.inf)
    # Months one after the other in the memory, as they stand in what is counted.
    found = np.empty((len(changes), *since.T.shape)).transpose(0, 2, 1)
    for own, change in zip(found, changes, strict=True):
        r = _times(told, share, change, toward)[:, None]
        np.log1p(np.multiply(r - 1, since, out=own), out=own)
        own *= -shape
        own += np.log(r) * since_bad
        np.minimum(own, most, out=own)
        own += never
    return found


def _times(told: Counted, share: np.ndarray, change: tuple[float, float], toward: int) -> np.ndarray:
    """r of each series: as it is of counts; of parts what makes the odds of its share so many times what they are."""
    rate, odds = change[0] ** (toward * told.turned), change[1] ** toward
    # What is new of a stock can be more than the part that is taken to be new.
    return np.where(told.parts, odds / (1 + np.minimum(share, 1) * (odds - 1)), rate)
