"""The statistical method follows the numbers: which chart suits a series, and its centre and limits."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from metrics.signals.drawn import Drawn, between, proportion, run_chart, u, xmr
from metrics.signals.series import Series

ENOUGH = 12
"""Months that limits need."""

RARE, FEW, FEW_CASES = 1, 4, 20
"""Events a month below which the time between them is told; up to which a count has exact limits; cases a month from
which a percentage is charted.
"""

PROPORTION = "proportion"


@dataclass(frozen=True)
class Method:
    """`suits` says for which of the series it is right; `draws` makes their charts with the limits of other months of
    these; `words` is how it is stated on the chart.
    """

    id: str
    words: str
    suits: Callable[[Series], np.ndarray]
    draws: Callable[[Series, Series], Drawn]

    def drawn(self, told: Series, usual: Series | None = None) -> Drawn:
        """The charts of the series, with the limits that their `usual` months make (without these all of them)."""
        return self.draws(told, told if usual is None else usual)


def _a_month(told: Series) -> np.ndarray:
    """Events a month of what is counted, cases a month of what is a part of a whole."""
    return np.nansum(np.where(told.proportion[:, None], told.exposure, told.events), axis=1) / np.maximum(
        told.points, 1
    )


TOO_FEW = Method(
    "too few",
    "Run chart with its median: fewer than 12 months are known, too few for limits.",
    lambda told: told.points < ENOUGH,
    run_chart,
)

METHODS = (
    TOO_FEW,
    Method(
        PROPORTION,
        "Counts with a Wilson 95 % interval for each month: fewer than 20 cases a month are too few for a percentage to"
        " be charted.",
        lambda told: told.proportion & (_a_month(told) < FEW_CASES),
        proportion,
    ),
    Method(
        "t",
        "Months between events: fewer than one a month, so the time between them tells more than counts. A monthly"
        " count knows no days; two in one month are 0 months apart.",
        lambda told: ~told.proportion & (_a_month(told) < RARE),
        between,
    ),
    Method(
        "u",
        "Rate with exact gamma-Poisson limits (u-chart), by child-nights: one to four events a month, or fewer that"
        " come more often than before.",
        lambda told: ~told.proportion & (_a_month(told) <= FEW),
        u,
    ),
    Method(
        "xmr",
        "XmR chart: limits at 2.66 average moving ranges from the mean, as NHS England draws them.",
        lambda told: told.points > 0,
        xmr,
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
