"""The statistical method follows the numbers: which chart suits a series, and its centre and limits."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from metrics.indicators.intervals import wilson
from metrics.signals.limits import NATURAL, ORDINARY, OUTSIDE, kinds_of_points, mean_and_spread
from metrics.signals.series import Series

ENOUGH = 12
"""Months that limits need."""

RARE, FEW, FEW_CASES = 1, 4, 20
"""Events a month below which the time between them is told; up to which a count has exact limits; cases a month from
which a percentage is charted.
"""

TAIL = 0.00135
"""Beyond three sigma on one side."""

PROPORTION = "proportion"


@dataclass(frozen=True)
class Drawn:
    """A chart of each series: arrays of series × points in the indicator's unit (days for `t`); NaN where there is
    none. `kinds`: ordinary, outside, …
    """

    values: np.ndarray
    centre: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    kinds: np.ndarray


@dataclass(frozen=True)
class Method:
    """`suits` says for which of the series it is right; `drawn` makes their charts; `words` is how it is stated on
    the chart.
    """

    id: str
    words: str
    suits: Callable[[Series], np.ndarray]
    drawn: Callable[[Series], Drawn]


def _run_chart(told: Series) -> Drawn:
    values, none = told.values, np.full(told.events.shape, np.nan)
    return Drawn(
        values, _along(values, np.nanmedian(values, axis=1)), none, none, np.full(values.shape, ORDINARY, dtype=object)
    )


def _xmr(told: Series) -> Drawn:
    values = told.values
    mean, spread = mean_and_spread(values)
    most = np.where(told.proportion & (np.nanmax(values, axis=1) <= 100), 100, np.inf)
    lower, upper = np.maximum(0, mean - NATURAL * spread), np.minimum(most, mean + NATURAL * spread)
    # Where nearly every month is the same, the range has no width: every other month would stand outside it, and none
    # tells anything.
    kinds = np.where((spread == 0)[:, None], ORDINARY, kinds_of_points(values, mean, spread))
    return Drawn(values, _along(values, mean), _along(values, lower), _along(values, upper), kinds)


def _u(told: Series) -> Drawn:
    """Gamma-Poisson limits: the events of another month with as many child-nights, the rate being as sure as the
    months make it (posterior of a Poisson rate under Jeffreys' prior, a = 1/2).
    """
    from scipy.stats import nbinom  # only here: it takes longer to import than all else before the first page

    events, nights = np.nansum(told.events, axis=1)[:, None], np.nansum(told.exposure, axis=1)[:, None]
    sure = nights / (nights + told.exposure)
    lower, upper = nbinom.ppf(TAIL, events + 0.5, sure), nbinom.ppf(1 - TAIL, events + 0.5, sure)
    kinds = np.where((told.events < lower) | (told.events > upper), OUTSIDE, ORDINARY).astype(object)
    per = told.of / told.exposure
    return Drawn(told.values, _along(told.values, (told.of * events / nights)[:, 0]), lower * per, upper * per, kinds)


def _proportion(told: Series) -> Drawn:
    centre = np.nansum(told.events, axis=1)[:, None] / np.nansum(told.exposure, axis=1)[:, None]
    lower, upper = wilson(told.events, told.exposure)
    least, most = wilson(told.events, told.exposure, z=3)
    kinds = np.where((centre < least) | (centre > most), OUTSIDE, ORDINARY).astype(object)
    return Drawn(told.values, _along(told.values, 100 * centre[:, 0]), 100 * lower, 100 * upper, kinds)


def _between(told: Series) -> Drawn:
    """Days between events, events of one month taken as evenly spread over it; the last point is the time since the
    last event. Limits: what the next gap may be at the rate of the months seen, that rate being as sure as they make
    it (gamma-exponential).
    """
    gaps: np.ndarray = np.full(told.events.shape, np.nan)
    for row, (events, days) in enumerate(zip(told.events, told.days, strict=True)):
        found = _gaps(events[~np.isnan(events)], days[~np.isnan(events)])[-gaps.shape[1] :]
        gaps[row, gaps.shape[1] - len(found) :] = found
    seen, days = np.nansum(told.events, axis=1), np.nansum(told.days, axis=1)
    quantiles = [
        np.where(seen > 0, days * ((1 - share) ** (-1 / (seen + 0.5)) - 1), np.nan) for share in (0.5, TAIL, 1 - TAIL)
    ]
    centre, lower, upper = (_along(gaps, each) for each in quantiles)
    # Time that is still running is long so far, but never short.
    running = np.zeros(gaps.shape, dtype=bool)
    running[:, -1] = True
    kinds = np.where((gaps > upper) | ((gaps < lower) & ~running), OUTSIDE, ORDINARY).astype(object)
    return Drawn(gaps, centre, lower, upper, kinds)


def _gaps(events: np.ndarray, days: np.ndarray) -> np.ndarray:
    """Days from each event to the next, then from the last to the end; all days where there was none."""
    starts = np.concatenate([[0], np.cumsum(days)])
    when = [
        start + length * (place + 0.5) / count
        for start, length, count in zip(starts, days, events.astype(int), strict=False)
        for place in range(count)
    ]
    return np.diff([*when, starts[-1]]) if when else starts[-1:]


def _along(values: np.ndarray, each: np.ndarray) -> np.ndarray:
    return np.where(np.isnan(values), np.nan, each[:, None])


def _a_month(told: Series) -> np.ndarray:
    """Events a month of what is counted, cases a month of what is a part of a whole."""
    return np.nansum(np.where(told.proportion[:, None], told.exposure, told.events), axis=1) / np.maximum(
        told.points, 1
    )


TOO_FEW = Method(
    "too few",
    "Run chart with its median: fewer than 12 months are known, too few for limits.",
    lambda told: told.points < ENOUGH,
    _run_chart,
)

METHODS = (
    TOO_FEW,
    Method(
        PROPORTION,
        "Counts with a Wilson 95 % interval for each month: fewer than 20 cases a month are too few for a percentage to"
        " be charted.",
        lambda told: told.proportion & (_a_month(told) < FEW_CASES),
        _proportion,
    ),
    Method(
        "t",
        "Time between events: fewer than one a month, so days between them tell more than counts. Events of one month"
        " are taken as evenly spread.",
        lambda told: ~told.proportion & (_a_month(told) < RARE),
        _between,
    ),
    Method(
        "u",
        "Rate with exact gamma-Poisson limits (u-chart): one to four events a month, by child-nights.",
        lambda told: ~told.proportion & (_a_month(told) <= FEW),
        _u,
    ),
    Method(
        "xmr",
        "XmR chart: limits at 2.66 average moving ranges from the mean, as NHS England draws them.",
        lambda told: told.points > 0,
        _xmr,
    ),
)
"""In the order in which they are tried: the first that suits is taken."""


def chosen(told: Series) -> list[tuple[Method, np.ndarray]]:
    """Each method with the rows that it is taken for."""
    left, found = np.ones(len(told), dtype=bool), []
    for method in METHODS:
        taken = left & method.suits(told)
        left &= ~taken
        if taken.any():
            found.append((method, np.flatnonzero(taken)))
    return found
