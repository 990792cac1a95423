"""How likely the latest months would be if nothing had changed: exact tests against the months before, for many series
at once.

Counts: given both periods' total, the later period's count is binomial (the conditional test of two Poisson rates).
Proportions: it is hypergeometric (Fisher's exact test). Both are two-sided by doubling the smaller tail. Where a series
scatters more from month to month than chance alone would have it, the test gives way by as much (Laney's sigma z: the
mean moving range of its standardised months over 1.128), so that a restless home does not raise a flag every month.

Series are rows of right-aligned arrays with NaN before the first month, as in `metrics.signals.limits`.
"""

import numpy as np
from scipy.special import bdtr, bdtrc, gammaln, ndtr, ndtri

LOOKS = (1, 3, 6)
"""One month cannot tell a doubling from one to two, so the last three and the last six are looked at too."""

FEWEST_BEFORE = 6
"""Months before the look that it is compared with, at the least."""

RANGE_TO_SIGMA = 1.128

RESTLESS = 1.4
"""A sigma z beyond this is a restless home: of steady series of 24 months one in a hundred shows as much."""

TERMS = 300
"""A tail of a proportion is summed up to so many terms; beyond, the normal curve is as good."""

Tails = tuple[np.ndarray, np.ndarray]
"""The probabilities of at most, and of at least, as many."""


def chance(
    events: np.ndarray, exposure: np.ndarray, proportion: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each series the probability (p) of latest months as far from the months before, over three looks
    (Bonferroni); whether the look that gave it is high; and its months. `proportion`: which rows are parts of a
    whole, not events over an exposure. NaN where fewer than six months stand before every look.
    """
    # Of what may be more than was planned (meetings held), as much as was planned counts.
    events = np.where(proportion[:, None], np.fmin(events, exposure), events)
    scattered = scatter(events, exposure, proportion)
    restless = np.where(scattered > RESTLESS, scattered, 1)
    found, high = map(
        np.array, zip(*(_look(events, exposure, proportion, restless, months) for months in LOOKS), strict=True)
    )
    looks = (~np.isnan(found)).sum(axis=0)
    least = (np.where(np.isnan(found), np.inf, found).argmin(axis=0), np.arange(len(events)))
    return np.minimum(1, found[least] * looks), high[least], np.array(LOOKS)[least[0]]


def _look(
    events: np.ndarray, exposure: np.ndarray, proportion: np.ndarray, restless: np.ndarray, months: int
) -> tuple[np.ndarray, np.ndarray]:
    before_events, before = np.nansum(events[:, :-months], axis=1), np.nansum(exposure[:, :-months], axis=1)
    now_events, now = np.nansum(events[:, -months:], axis=1), np.nansum(exposure[:, -months:], axis=1)
    low, high = np.ones(len(events)), np.ones(len(events))
    for rows, tails in ((~proportion, _of_counts), (proportion, _of_parts)):
        low[rows], high[rows] = tails(now_events[rows], now[rows], before_events[rows], before[rows])
    p = 2 * ndtr(ndtri(np.clip(np.minimum(low, high), 1e-300, 0.5)) / restless)
    enough = ((~np.isnan(events[:, :-months])).sum(axis=1) >= FEWEST_BEFORE) & (before > 0) & (now > 0)
    return np.where(enough, np.minimum(1, p), np.nan), high < low


def _of_counts(now_events: np.ndarray, now: np.ndarray, before_events: np.ndarray, before: np.ndarray) -> Tails:
    """P(at most) and P(at least) so many of all events in the later period, given its share of the exposure."""
    total = now_events + before_events
    share = np.divide(now, now + before, out=np.zeros_like(now), where=now + before > 0)
    whole = total.astype(int)
    return bdtr(now_events, whole, share), np.where(now_events > 0, bdtrc(now_events - 1, whole, share), 1.0)


def _of_parts(now_events: np.ndarray, now: np.ndarray, before_events: np.ndarray, before: np.ndarray) -> Tails:
    """P(at most) and P(at least) so many of all cases in the later period: hypergeometric, counted on the rarer
    side.
    """
    flipped = (now_events + before_events) * 2 > now + before
    few = np.where(flipped, now - now_events, now_events)
    total = few + np.where(flipped, before - before_events, before_events)
    low, high = _hypergeometric(few, now, total, now + before)
    return np.where(flipped, high, low), np.where(flipped, low, high)


def _hypergeometric(few: np.ndarray, now: np.ndarray, total: np.ndarray, everything: np.ndarray) -> Tails:
    most = np.minimum(total, now)
    low, high = _normal(few, now, total, everything)
    for smallest, largest in ((-1, 16), (16, 64), (64, TERMS)):
        rows = np.flatnonzero((most > smallest) & (most <= largest))
        if len(rows):
            low[rows], high[rows] = _summed(
                few[rows, None], now[rows, None], total[rows, None], everything[rows, None], np.arange(largest + 1.0)
            )
    return low, high


def _summed(few: np.ndarray, now: np.ndarray, total: np.ndarray, everything: np.ndarray, k: np.ndarray) -> Tails:
    possible = (k <= np.minimum(total, now)) & (total - k <= everything - now)
    k = np.where(possible, k, np.maximum(0, total - (everything - now)))
    terms = np.where(
        possible, np.exp(_choose(now, k) + _choose(everything - now, total - k) - _choose(everything, total)), 0
    )
    return (terms * (k <= few)).sum(axis=1), (terms * (k >= few)).sum(axis=1)


def _choose(n: np.ndarray, k: np.ndarray) -> np.ndarray:
    return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)


def _normal(few: np.ndarray, now: np.ndarray, total: np.ndarray, everything: np.ndarray) -> Tails:
    share = np.divide(total, everything, out=np.zeros_like(total), where=everything > 0)
    spread = np.sqrt(np.maximum(now * share * (1 - share) * (everything - now) / np.maximum(everything - 1, 1), 1e-12))
    return ndtr((few + 0.5 - now * share) / spread), ndtr((now * share - few + 0.5) / spread)


def scatter(events: np.ndarray, exposure: np.ndarray, proportion: np.ndarray) -> np.ndarray:
    """Laney's sigma z of each series: 1 where its months scatter as chance would have it."""
    share = np.divide(
        np.nansum(events, axis=1),
        np.nansum(exposure, axis=1),
        out=np.zeros(len(events)),
        where=np.nansum(exposure, axis=1) > 0,
    )[:, None]
    spread = np.sqrt(exposure * share * np.where(proportion[:, None], 1 - share, 1))
    standard = np.divide(events - exposure * share, spread, out=np.full(events.shape, np.nan), where=spread > 0)
    ranges = np.abs(np.diff(standard, axis=1))
    counted = (~np.isnan(ranges)).sum(axis=1)
    return np.divide(np.nansum(ranges, axis=1), counted * RANGE_TO_SIGMA, out=np.ones(len(events)), where=counted > 0)
