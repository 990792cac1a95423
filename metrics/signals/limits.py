"""Limits of an XmR chart and the points that break its rules, for many series at once.

As NHS England's plot-the-dots does it: NHSRplotthedots 0.2.2, `ptd_spc_standard` and `ptd_calculate_point_type`. A
series is a row of a two-dimensional array, right-aligned: its latest point is in the last column, and NaN stands
before its first.
"""

import numpy as np

NATURAL = 2.66
"""3 / 1.128: natural process limits from the average moving range (Wheeler)."""

NEAR = NATURAL * 2 / 3
"""Two of the three sigmas that the limits are away."""

SCREEN = 3.267
"""A moving range of so many averages or more is left out once."""

RUN = 7
"""Points that make a shift or a trend."""

ORDINARY, OUTSIDE, TREND, TWO_IN_THREE, SHIFT = "ordinary", "outside", "trend", "two in three", "shift"


def average(values: np.ndarray) -> np.ndarray:
    """Each row's mean without its NaNs, summed in long doubles: a point that is on the mean must be found on it. NaN
    for an empty row.
    """
    known = ~np.isnan(values)
    total = np.where(known, values, 0).sum(axis=1, dtype=np.longdouble)
    count = known.sum(axis=1)
    return np.divide(total, count, out=np.full(len(values), np.nan, dtype=np.longdouble), where=count > 0).astype(float)


def mean_and_spread(values: np.ndarray, screen: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """Each row's mean and average moving range. The range is NaN for a constant series or one of a single point."""
    ranges = np.abs(np.diff(values, axis=1))
    spread = average(ranges)
    if screen:
        spread = average(np.where(ranges < SCREEN * spread[:, None], ranges, np.nan))
    return average(values), np.where(np.nanmax(ranges, axis=1, initial=0) > 0, spread, np.nan)


def kinds_of_points(values: np.ndarray, mean: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """What each point is, by the first rule that holds: outside the limits, in a trend, two in three near a limit,
    in a shift.
    """
    away, spread = values - mean[:, None], spread[:, None]
    side = np.where(np.isnan(spread), 0, np.nan_to_num(np.sign(away)))
    high, low = mean[:, None] + NATURAL * spread, mean[:, None] - NATURAL * spread
    outside = (values > high) | (values < low)
    near = ((values > mean[:, None] + NEAR * spread) | (values < mean[:, None] - NEAR * spread)) & ~outside
    kinds = np.full(values.shape, ORDINARY, dtype=object)
    for kind, where in (
        (SHIFT, _shift(side)),
        (TWO_IN_THREE, _two_in_three(near, side)),
        (TREND, _trend(values)),
        (OUTSIDE, outside),
    ):
        kinds[where] = kind
    return kinds


def _windows(flags: np.ndarray, length: int) -> np.ndarray:
    """For each window of so many columns, its columns, as the last axis."""
    if flags.shape[1] < length:
        return np.zeros((len(flags), 0, length))
    return np.lib.stride_tricks.sliding_window_view(flags, length, axis=1)


def _members(holds: np.ndarray, columns: int) -> np.ndarray:
    """Every column that is in a window for which it holds."""
    within = np.zeros((len(holds), columns), dtype=bool)
    length = columns - holds.shape[1] + 1
    for step in range(length if holds.shape[1] else 0):
        within[:, step : step + holds.shape[1]] |= holds
    return within


def _shift(side: np.ndarray) -> np.ndarray:
    return _members(np.abs(_windows(side, RUN).sum(axis=2)) == RUN, side.shape[1])


def _trend(values: np.ndarray) -> np.ndarray:
    steps = np.nan_to_num(np.sign(np.diff(values, axis=1)))
    return _members(np.abs(_windows(steps, RUN - 1).sum(axis=2)) == RUN - 1, values.shape[1])


def _two_in_three(near: np.ndarray, side: np.ndarray) -> np.ndarray:
    holds = (_windows(near, 3).sum(axis=2) >= 2) & (np.abs(_windows(side, 3).sum(axis=2)) == 3)
    return _members(holds, side.shape[1]) & near
