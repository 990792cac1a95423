"""How sure a pooled figure is: 95 % intervals that hold for small counts."""

import numpy as np
from scipy.stats import chi2

from metrics.indicator import Indicator
from metrics.signals.methods import wilson

TAIL = 0.025


def interval(indicator: Indicator, numerator: int, denominator: int) -> tuple[float, float]:
    """The lower and upper end in the indicator's unit: Wilson's for a part of a whole (a part over its whole counts as the whole), the exact
    Poisson interval for events (½ χ² of 2y and 2y + 2 degrees of freedom)."""
    if indicator.kind == "proportion":
        ends = wilson(np.array([min(numerator, denominator)], dtype=float), np.array([denominator], dtype=float))
        return 100 * float(ends[0][0]), 100 * float(ends[1][0])
    per = indicator.of / denominator
    return (per * chi2.ppf(TAIL, 2 * numerator) / 2 if numerator else 0.0), per * chi2.ppf(1 - TAIL, 2 * numerator + 2) / 2
