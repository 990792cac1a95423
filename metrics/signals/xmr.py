"""The XmR chart of one series."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metrics.indicators.indicator import HIGHER, LOWER
from metrics.signals.limits import NATURAL, ORDINARY, TREND, kinds_of_points, mean_and_spread

IMPROVEMENT, CONCERN, COMMON_CAUSE, NEUTRAL_HIGH, NEUTRAL_LOW, NONE = (
    "improvement",
    "concern",
    "common cause",
    "neutral high",
    "neutral low",
    "none",
)
PASSING, FAILING, HIT_OR_MISS = "passing", "failing", "hit or miss"


@dataclass(frozen=True)
class Xmr:
    """`lower` and `upper` are None for a constant series; `points` says of each value what it is; `variation` is of
    the latest.
    """

    mean: float
    lower: float | None
    upper: float | None
    points: tuple[str, ...]
    variation: str
    assurance: str


def xmr(
    values: Sequence[float],
    *,
    better: str,
    target: float | None = None,
    baseline: int | None = None,
    screen: bool = True,
) -> Xmr:
    """The chart of the values, oldest first. `better`: higher, lower or neither; `baseline`: the limits are those of so
    many first values; `screen`: very large moving ranges are left out once. ValueError without a value, or for a
    baseline of none.

    As NHSRplotthedots 0.2.2; a series that is rebased is a chart for each of its parts.
    """
    if not len(values):
        raise ValueError("A chart needs at least one value.")
    if baseline is not None and baseline < 1:
        raise ValueError("A baseline is of at least one value, for example the first 12.")
    series = np.asarray([values], dtype=float)
    mean, spread = mean_and_spread(series[:, :baseline], screen)
    points = tuple(kinds_of_points(series, mean, spread)[0])
    centre, away = float(mean[0]), NATURAL * float(spread[0])
    lower, upper = (None, None) if np.isnan(away) else (centre - away, centre + away)
    return Xmr(
        centre,
        lower,
        upper,
        points,
        _variation(points, series[0], centre, better),
        assurance(target, lower, upper, better),
    )


def _variation(points: tuple[str, ...], values: np.ndarray, mean: float, better: str) -> str:
    if points[-1] == ORDINARY:
        return COMMON_CAUSE
    return direction(values[-1] > (values[-2] if points[-1] == TREND else mean), better)


def direction(high: bool, better: str) -> str:
    """What a special cause means that is high, or low."""
    if better not in (HIGHER, LOWER):
        return NEUTRAL_HIGH if high else NEUTRAL_LOW
    return IMPROVEMENT if high == (better == HIGHER) else CONCERN


def assurance(target: float | None, lower: float | None, upper: float | None, better: str) -> str:
    """Whether limits as they are let the target be passed always, never, or now and then."""
    if target is None or better not in (HIGHER, LOWER):
        return NONE
    if upper is not None and target > upper:
        return FAILING if better == HIGHER else PASSING
    if lower is not None and target < lower:
        return PASSING if better == HIGHER else FAILING
    return HIT_OR_MISS
