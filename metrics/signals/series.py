"""Series of month values laid out for charts and tests: a row each, right-aligned, NaN before the first month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

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


Name = tuple[str, str, str]
"""Home, standard and indicator."""


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

    @cached_property
    def proportion(self) -> np.ndarray:
        """Which are parts of a whole."""
        return np.array([isinstance(KNOWN[indicator], Proportion) for _, _, indicator, _ in self.names], dtype=bool)

    @cached_property
    def of(self) -> np.ndarray:
        """What each is a number of, as a column: 100 for a percentage, 30 for a rate per 30 child-nights."""
        return np.array([[KNOWN[indicator].of] for _, _, indicator, _ in self.names], dtype=float).reshape(-1, 1)

    @property
    def values(self) -> np.ndarray:
        """The months' values in the indicator's unit."""
        return self.of * self.events / self.exposure


KNOWN = {each.id: each for each in INDICATORS}


def series(store: Store, scope: Scope, whole: bool = False, wanted: Iterable[Name] | None = None) -> Series:
    """The last 24 complete months at `scope.as_at` of every home asked of and every indicator with a value in them, or
    of those `wanted` alone: those since its chart was last rebased, or the `whole`, a row a part.
    """
    after = first_incomplete(scope.as_at)
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        cursor.run(SQL["charted"], after=after, months=MONTHS, whole=whole, every=wanted is None, wanted=_named(wanted))
        cursor.run(SQL["series"])
        names = cursor.run(SQL["names"]).fetchall()
        told = cursor.run(SQL["values"]).fetchnumpy()
    at = told["series"], _columns(len(names), told["series"], told["month"] - _number(after))
    return Series(names, *(_grid(len(names), at, told[column]) for column in ("numerator", "denominator", "month")))


def _named(wanted: Iterable[Name] | None) -> list[dict[str, str]]:
    return [dict(zip(("home", "standard", "indicator"), name, strict=True)) for name in wanted or ()]


def _columns(rows: int, series: np.ndarray, before: np.ndarray) -> np.ndarray:
    """Where each month stands in the row of its series, the latest that is known last: `before` is -1 for the last
    that is complete."""
    known = np.zeros((rows, MONTHS), bool)
    known[series, before] = True
    later = known[:, ::-1].cumsum(axis=1)[:, ::-1]
    return MONTHS - later[series, before]


def _grid(rows: int, at: tuple, values: np.ndarray) -> np.ndarray:
    grid = np.full((rows, MONTHS), np.nan)
    grid[at] = values
    return grid


def _number(month: date) -> int:
    """A month as months since year 0."""
    return 12 * month.year + month.month - 1


def month_of(number: float) -> date:
    """The first day of a month told as months since year 0."""
    return date(int(number) // 12, int(number) % 12 + 1, 1)
