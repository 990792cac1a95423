"""Series of month values laid out for charts and tests: a row each, right-aligned, NaN before the first month."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from metrics.indicators.indicator import Proportion
from metrics.indicators.registry import INDICATORS
from metrics.months.values import first_incomplete, lay_month_values
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

MONTHS = 24
"""So many complete months are charted and compared."""

SQL = queries(__file__)


@dataclass(frozen=True)
class Series:
    """A row a home and indicator, or each part of it between two rebasings. `names`: (home, standard, indicator,
    part); arrays of series × 24 months: `events` (the numerator), `exposure` (the denominator), `months` (months since
    year 0).
    """

    names: list[tuple[str, str, str, int]]
    events: np.ndarray
    exposure: np.ndarray
    months: np.ndarray

    def __len__(self) -> int:
        return len(self.names)

    def some(self, rows: np.ndarray) -> "Series":
        """Those rows."""
        return Series(
            [self.names[row] for row in rows],
            self.events[rows],
            self.exposure[rows],
            self.months[rows],
        )

    @property
    def points(self) -> np.ndarray:
        """How many months of each are known."""
        return (~np.isnan(self.events)).sum(axis=1)

    @property
    def proportion(self) -> np.ndarray:
        """Which are parts of a whole."""
        return np.array([isinstance(KNOWN[indicator], Proportion) for _, _, indicator, _ in self.names], dtype=bool)

    @property
    def of(self) -> np.ndarray:
        """What each is a number of, as a column: 100 for a percentage, 30 for a rate per 30 child-nights."""
        return np.array([[KNOWN[indicator].of] for _, _, indicator, _ in self.names], dtype=float).reshape(-1, 1)

    @property
    def values(self) -> np.ndarray:
        """The months' values in the indicator's unit."""
        return self.of * self.events / self.exposure


KNOWN = {each.id: each for each in INDICATORS}


def series(store: Store, scope: Scope, whole: bool = False) -> Series:
    """The last 24 complete months at `scope.as_at` of every home asked of and every indicator with a value in them:
    those since its chart was last rebased, or the `whole`, a row a part.
    """
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        cursor.run(SQL["laid_out"], after=first_incomplete(scope.as_at), months=MONTHS, whole=whole)
        names = cursor.run(SQL["names"]).fetchall()
        told = cursor.run(SQL["values"]).fetchnumpy()
    at = (told["series"], MONTHS - 1 - told["back"])
    return Series(
        [name[:4] for name in names],
        *(_grid(len(names), at, told[column]) for column in ("numerator", "denominator", "month")),
    )


def _grid(rows: int, at: tuple, values: np.ndarray) -> np.ndarray:
    grid = np.full((rows, MONTHS), np.nan)
    grid[at] = values
    return grid


def month_of(number: float) -> date:
    """The first day of a month told as months since year 0."""
    return date(int(number) // 12, int(number) % 12 + 1, 1)
