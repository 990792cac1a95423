"""The statistical method follows the numbers: which chart suits a series, and its centre and limits."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from metrics.indicators.intervals import wilson
from metrics.signals.counts import count_at
from metrics.signals.limits import NATURAL, ORDINARY, OUTSIDE, kinds_of_points, mean_and_spread
from metrics.signals.series import Series

ENOUGH = 12
"""Months that limits need."""

RARE, FEW, FEW_CASES = 1, 4, 20
"""Events a month below which the time between them is told; up to which a count has exact limits; cases a month from
which a percentage is charted.
"""

LONGEST = 120
"""Months: a limit of the wait for the next event that is longer tells nothing."""

TAIL = 0.00135
"""Beyond three sigma on one side."""

PROPORTION = "proportion"


@dataclass(frozen=True)
class Drawn:
    """A chart of each series: arrays of series × points in the indicator's unit (months for `t`); NaN where there is
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
    events, nights = np.nansum(told.events, axis=1)[:, None], np.nansum(told.exposure, axis=1)[:, None]
    sure = nights / (nights + told.exposure)
    lower, upper = (count_at(share, events + 0.5, sure) for share in (TAIL, 1 - TAIL))
    kinds = np.where((told.events < lower) | (told.events > upper), OUTSIDE, ORDINARY).astype(object)
    per = told.of / told.exposure
    return Drawn(told.values, _along(told.values, (told.of * events / nights)[:, 0]), lower * per, upper * per, kinds)


def _proportion(told: Series) -> Drawn:
    # Of what may be more than was planned (meetings held), as much as was planned counts.
    part = np.fmin(told.events, told.exposure)
    centre = np.nansum(part, axis=1)[:, None] / np.nansum(told.exposure, axis=1)[:, None]
    lower, upper = wilson(part, told.exposure)
    least, most = wilson(part, told.exposure, z=3)
    kinds = np.where((centre < least) | (centre > most), OUTSIDE, ORDINARY).astype(object)
    return Drawn(told.values, _along(told.values, 100 * centre[:, 0]), 100 * lower, 100 * upper, kinds)


def _between(told: Series) -> Drawn:
    """Months from each event to the next, since a monthly count knows no days: 0 within a month; the last point is the
    months since the last event. A month that is not known is skipped. Limits: what the next wait may be at the rate of
    the months seen, in whole months, that rate being as sure as they make it: of n months with s events another g go by
    without one with the probability (n / (n + g)) ** (s + 1/2) (gamma-Poisson under Jeffreys' prior).
    """
    gaps: np.ndarray = np.full(told.events.shape, np.nan)
    for row, events in enumerate(told.events):
        found = _gaps(events[~np.isnan(events)])[-gaps.shape[1] :]
        gaps[row, gaps.shape[1] - len(found) :] = found
    seen, months = np.nansum(told.events, axis=1), told.points
    middle, longest = (
        np.where(seen > 0, np.ceil(months * ((1 - share) ** (-1 / (seen + 0.5)) - 1)), np.nan)
        for share in (0.5, 1 - TAIL)
    )
    # After one event or two, decades might go by: no limit is known.
    upper = _along(gaps, np.where(longest <= LONGEST, longest, np.nan))
    # Two in one month are no less usual than one in each: how many there are is tested, not how close they stand.
    kinds = np.where(gaps > upper, OUTSIDE, ORDINARY).astype(object)
    return Drawn(gaps, _along(gaps, middle), np.where(np.isnan(upper), np.nan, 0.0), upper, kinds)


def _gaps(events: np.ndarray) -> np.ndarray:
    """Months from each event to the next, then from the last to the latest month; all months where there was none."""
    when = np.repeat(np.arange(len(events)), events.astype(int))
    return np.diff([*when, len(events) - 1]) if len(when) else np.array([len(events)])


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
        "Months between events: fewer than one a month, so the time between them tells more than counts. A monthly"
        " count knows no days; two in one month are 0 months apart.",
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
