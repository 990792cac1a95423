"""How many of the latest visits would mention a theme if nothing had changed, and how far what was seen is from that.

Everything is counted in visits, so a long report weighs no more than a short one. Arrays are a value a theme: `seen` of
`visits` in the window, `before` of `visits_before` in the 12 months before it.

Expected and p: the share of visits that mention the theme is Beta(before + 1/2, visits_before - before + 1/2) after
the months before (Jeffreys' prior, so that a theme never mentioned before has a small expectation, not none); so
many of the visits in the window are then beta-binomial. Where concerns linger, so that themes come and go from
quarter to quarter of the year before by more than chance would have it, the test gives way by as much, as in
`metrics.signals.chance`. EB05: seen/expected as DuMouchel (1999) shrinks it, with one gamma component of mean 1
(Gamma(a, a)).
"""

from collections.abc import Callable

import numpy as np
from scipy.special import betaincinv, betaln, chdtrc, gammaincinv, gammaln, ndtr, ndtri, xlogy

PRIOR = 0.5

GOLDEN = (5**0.5 - 1) / 2

FALSE_DISCOVERIES = 0.1
"""At most this share of the flags is false, on average (Benjamini and Hochberg 1995)."""

UNUSUAL = 0.05

FEWEST_TO_FIT = 10
"""Themes, at the least, from which it is learnt how far themes stray from what is expected."""

SHAPES = {"service": (0.5, 2.0), "home": (0.5, 1.0)}
"""A shape that is learnt stays between these, and is the upper one where there are fewer. Where nothing at all
strays, the one theme that does must still show: of a home's three visits in three months all three can mention it,
and no more.
"""


def expected(before: np.ndarray, visits_before: np.ndarray, visits: np.ndarray) -> np.ndarray:
    """How many of the visits would mention the theme."""
    return visits * (before + PRIOR) / (visits_before + 2 * PRIOR)


def tails(seen: np.ndarray, each: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The probability of at most, and of at least, so many if nothing had changed, by their `likelihoods`."""
    many, seen = np.arange(each.shape[1]), np.asarray(seen)[:, None]
    return np.minimum(1, (each * (many <= seen)).sum(axis=1)), np.minimum(1, (each * (many >= seen)).sum(axis=1))


def usual(each: np.ndarray) -> np.ndarray:
    """The most visits that would still be nothing unusual, by their `likelihoods`: as many or more come about at least
    once in twenty.
    """
    at_least = each[:, ::-1].cumsum(axis=1)[:, ::-1]
    return (at_least >= UNUSUAL).sum(axis=1) - 1


def likelihoods(visits: np.ndarray, before: np.ndarray, visits_before: np.ndarray) -> np.ndarray:
    """A row a theme: the probability of 0, 1, 2 … visits that mention it."""
    visits, before, visits_before = (np.asarray(each, dtype=float)[:, None] for each in (visits, before, visits_before))
    many = np.arange(visits.max(initial=0) + 1)[None, :]
    possible = many <= visits
    counts = np.where(possible, many, 0)
    a, b = before + PRIOR, visits_before - before + PRIOR
    chosen = gammaln(visits + 1) - gammaln(counts + 1) - gammaln(visits - counts + 1)
    return np.where(possible, np.exp(chosen + betaln(counts + a, visits - counts + b) - betaln(a, b)), 0)


def restless(quarters: np.ndarray, visits: np.ndarray) -> float:
    """How much more themes scatter over the quarters of the year before than chance would have it, over all of them
    (themes × quarters): Pearson's chi-squared over its degrees of freedom; 1 where it could be chance.
    """
    share = (quarters.sum(axis=1) / np.maximum(visits.sum(axis=1), 1))[:, None]
    spread = visits * share * (1 - share)
    scatter = np.divide((quarters - visits * share) ** 2, spread, out=np.zeros(spread.shape), where=spread > 0).sum()
    freedom = np.maximum((spread > 0).sum(axis=1) - 1, 0).sum()
    return scatter / freedom if freedom and chdtrc(freedom, scatter) < UNUSUAL else 1.0


def give_way(p: np.ndarray, scatter: float) -> np.ndarray:
    """The p where visits scatter as much more than chance alone would have them."""
    return ndtr(ndtri(np.clip(p, 1e-300, 1)) / np.sqrt(scatter)) if scatter > 1 else p


def shape(seen: np.ndarray, expectation: np.ndarray, bounds: tuple[float, float]) -> float:
    """The gamma's shape that makes what was seen likeliest: the marginal counts are negative binomial."""
    if len(seen) < FEWEST_TO_FIT:
        return bounds[1]
    alike, many = np.unique(seen + 1j * expectation, return_counts=True)  # few differ, of a home's three visits
    seen, expectation = alike.real, alike.imag

    def against(a: float) -> float:
        each = (
            gammaln(a + seen)
            - gammaln(a)
            + a * np.log(a / (a + expectation))
            + xlogy(seen, expectation / (a + expectation))
        )
        return -(many * each).sum()

    return _least(against, *bounds)


def _least(told: Callable[[float], float], low: float, high: float) -> float:
    """Where between the two a function that falls and then rises is least, to a millionth: by the golden section, of
    which each step asks for one value; `scipy.optimize` takes a tenth of a first page to import for it.
    """
    step = (high - low) * GOLDEN
    left, right = high - step, low + step
    of_left, of_right = told(left), told(right)
    while high - low > 1e-6:
        if of_left < of_right:
            high, right, of_right = right, left, of_left
            left = high - (high - low) * GOLDEN
            of_left = told(left)
        else:
            low, left, of_left = left, right, of_right
            right = low + (high - low) * GOLDEN
            of_right = told(right)
    return (low + high) / 2


def ratio(quantile: float, seen: np.ndarray, expectation: np.ndarray, a: float) -> np.ndarray:
    """A quantile of seen/expected after shrinkage: 0.05 gives EB05."""
    return gammaincinv(a + seen, quantile) / (a + expectation)


def interval(seen: np.ndarray, visits: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The 95 % interval round what was seen, in visits (Clopper and Pearson 1934): visits that mention a theme
    cannot be more than all.
    """
    low = np.where(seen > 0, betaincinv(np.maximum(seen, 1), visits - seen + 1, 0.025), 0)
    high = np.where(seen < visits, betaincinv(seen + 1, np.maximum(visits - seen, 1), 0.975), 1)
    return visits * low, visits * high


def q_values(p: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Benjamini and Hochberg's q of each p within its group; NaN stays NaN and is no test."""
    q = np.full(len(p), np.nan)
    order = np.lexsort((p, groups))
    order = order[~np.isnan(p[order])]
    for rows in np.split(order, np.flatnonzero(np.diff(groups[order])) + 1):
        rates = p[rows] * len(rows) / np.arange(1, len(rows) + 1)
        q[rows] = np.minimum(1, np.minimum.accumulate(rates[::-1])[::-1])
    return q
