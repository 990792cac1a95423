"""How sure a pooled figure is: 95 % intervals that hold for small counts."""

import numpy as np
from scipy.special import chdtri

from metrics.indicators.indicator import Indicator

TAIL = 0.025

WILSON = 1.959964
"""95 %, two-sided."""


def wilson(part: np.ndarray, whole: np.ndarray, z: float = WILSON) -> tuple[np.ndarray, np.ndarray]:
    """Wilson's interval of a proportion, as fractions: (2x + z² ± z √(z² + 4x(1 − x/n))) / 2 / (n + z²)."""
    root = z * np.sqrt(np.maximum(0, z * z + 4 * part * (1 - part / whole)))
    lower, upper = ((2 * part + z * z + sign * root) / 2 / (whole + z * z) for sign in (-1, 1))
    # None of any may be none, and all of all may be all: 0.9999… of 192 of 192 would fall short of a target of 100 %.
    return np.where(part == 0, 0, lower), np.where(part == whole, 1, upper)


def interval(indicator: Indicator, numerator: int, denominator: int) -> tuple[float, float]:
    """The lower and upper end in the indicator's unit: Wilson's for a part of a whole (a part over its whole counts
    as the whole), the exact Poisson interval for events (½ χ² of 2y and 2y + 2 degrees of freedom).
    """
    if indicator.kind == "proportion":
        return of_share(min(numerator, denominator), denominator)
    per = indicator.of / denominator
    return (per * chdtri(2 * numerator, 1 - TAIL) / 2 if numerator else 0.0), per * chdtri(2 * numerator + 2, TAIL) / 2


def of_share(part: int, whole: int) -> tuple[float, float]:
    """Wilson's 95 % interval of one share, in %."""
    lower, upper = wilson(np.array([part], dtype=float), np.array([whole], dtype=float))
    return 100 * float(lower[0]), 100 * float(upper[0])
