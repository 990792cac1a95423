"""The centre and limits of each kind of chart, and which points stand out from them.

Each is drawn of the series told, with what their months that are usual make of it: the same, or those before a change.
"""

from dataclasses import dataclass

import numpy as np

from metrics.indicators.intervals import wilson
from metrics.signals.counts import count_at
from metrics.signals.limits import NATURAL, ORDINARY, OUTSIDE, kinds_of_points, mean_and_spread
from metrics.signals.series import Series

LONGEST = 120
"""Months: a limit of the wait for the next event that is longer tells nothing."""

TAIL = 0.00135
"""Beyond three sigma on one side."""


@dataclass(frozen=True)
class Drawn:
    """A chart of each series: arrays of series × points in the indicator's unit (months for `t`); NaN where there is
    none. `kinds`: ordinary, outside, …; `ends`: the month in which each point ends (months since year 0).
    """

    values: np.ndarray
    centre: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    kinds: np.ndarray
    ends: np.ndarray


def run_chart(told: Series, usual: Series) -> Drawn:
    """The median alone."""
    values, none = told.values, np.full(told.events.shape, np.nan)
    median = _along(values, np.nanmedian(usual.values, axis=1))
    return Drawn(values, median, none, none, np.full(values.shape, ORDINARY, dtype=object), told.months)


def xmr(told: Series, usual: Series) -> Drawn:
    """Natural process limits. Where the usual months are one, or all alike, all months tell how far they scatter."""
    values = told.values
    mean, spread = mean_and_spread(usual.values)
    spread = np.where(spread > 0, spread, mean_and_spread(values)[1])
    most = np.where(told.proportion & (np.nanmax(values, axis=1) <= 100), 100, np.inf)
    lower, upper = np.maximum(0, mean - NATURAL * spread), np.minimum(most, mean + NATURAL * spread)
    # Where nearly every month is the same, the range has no width: every other month would stand outside it, and none
    # tells anything.
    kinds = np.where((spread == 0)[:, None], ORDINARY, kinds_of_points(values, mean, spread))
    return Drawn(values, _along(values, mean), _along(values, lower), _along(values, upper), kinds, told.months)


def u(told: Series, usual: Series) -> Drawn:
    """Gamma-Poisson limits: the events of another month with as many child-nights, the rate being as sure as the
    usual months make it (posterior of a Poisson rate under Jeffreys' prior, a = 1/2).
    """
    events, nights = np.nansum(usual.events, axis=1)[:, None], np.nansum(usual.exposure, axis=1)[:, None]
    sure = nights / (nights + told.exposure)
    lower, upper = (count_at(share, events + 0.5, sure) for share in (TAIL, 1 - TAIL))
    kinds = np.where((told.events < lower) | (told.events > upper), OUTSIDE, ORDINARY).astype(object)
    per = told.of / told.exposure
    centre = _along(told.values, (told.of * events / nights)[:, 0])
    return Drawn(told.values, centre, lower * per, upper * per, kinds, told.months)


def proportion(told: Series, usual: Series) -> Drawn:
    """Wilson's interval of each month, and whether it bears the share of the usual months."""
    # Of what may be more than was planned (meetings held), as much as was planned counts.
    part, of_usual = (np.fmin(each.events, each.exposure) for each in (told, usual))
    centre = np.nansum(of_usual, axis=1)[:, None] / np.nansum(usual.exposure, axis=1)[:, None]
    lower, upper = wilson(part, told.exposure)
    least, most = wilson(part, told.exposure, z=3)
    kinds = np.where((centre < least) | (centre > most), OUTSIDE, ORDINARY).astype(object)
    share = _along(told.values, 100 * centre[:, 0])
    return Drawn(told.values, share, 100 * lower, 100 * upper, kinds, told.months)


def between(told: Series, usual: Series) -> Drawn:
    """Months from each event to the next, since a monthly count knows no days: 0 within a month; the last point is the
    months since the last event. A month that is not known is skipped. Limits: what the next wait may be at the rate of
    the usual months, in whole months, that rate being as sure as they make it: of n months with s events another g go
    by without one with the probability (n / (n + g)) ** (s + 1/2) (gamma-Poisson under Jeffreys' prior).
    """
    gaps, ends = np.full((2, *told.events.shape), np.nan)
    for row, (events, months) in enumerate(zip(told.events, told.months, strict=True)):
        known = ~np.isnan(events)
        waits, until = _gaps(events[known], months[known])
        shown = min(len(waits), gaps.shape[1])
        gaps[row, -shown:], ends[row, -shown:] = waits[-shown:], until[-shown:]
    # The usual months may be all before those shown, in one: so many as there are with the nights of those shown.
    seen = np.nansum(usual.events, axis=1)
    months = np.rint(np.nansum(usual.exposure, axis=1) / np.nanmean(told.exposure, axis=1))
    middle, longest = (
        np.where(seen > 0, np.ceil(months * ((1 - share) ** (-1 / (seen + 0.5)) - 1)), np.nan)
        for share in (0.5, 1 - TAIL)
    )
    # After one event or two, decades might go by: no limit is known.
    upper = _along(gaps, np.where(longest <= LONGEST, longest, np.nan))
    # Two in one month are no less usual than one in each: how many there are is tested, not how close they stand.
    kinds = np.where(gaps > upper, OUTSIDE, ORDINARY).astype(object)
    return Drawn(gaps, _along(gaps, middle), np.where(np.isnan(upper), np.nan, 0.0), upper, kinds, ends)


def _gaps(events: np.ndarray, months: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Months from each event to the next, then from the last to the latest month; all months where there was none.
    And the month in which each of these ends."""
    when = np.repeat(np.arange(len(events)), events.astype(int))
    gaps = np.diff([*when, len(events) - 1]) if len(when) else np.array([len(events)])
    return gaps, months[[*when[1:], len(events) - 1]]


def _along(values: np.ndarray, each: np.ndarray) -> np.ndarray:
    return np.where(np.isnan(values), np.nan, each[:, None])
