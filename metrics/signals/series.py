"""Series of month values laid out for charts and tests: a row each, right-aligned, NaN before the first month."""

from collections.abc import Iterable
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

OF_ALL, OF_WANTED = "month_values", "(from month_values semi join wanted using (home, standard, indicator))"

YEAR_0 = 12 * 1970
"""Months from year 0 to the first that arrays of days count from."""

SQL = queries(__file__)

Name = tuple[str, str, str]
"""Home, standard and indicator."""


KNOWN = {each.id: each for each in INDICATORS}

_PLACE = {id: place for place, id in enumerate(KNOWN)}

_PROPORTION = np.array([isinstance(each, Proportion) for each in INDICATORS])

_OF = np.array([[each.of] for each in INDICATORS], dtype=float)

_STOCK = np.array([each.is_stock for each in INDICATORS])

_BETTER = np.array([each.better for each in INDICATORS], dtype=object)


@dataclass(frozen=True)
class Series:
    """A row a home and indicator, or each part of it between two rebasings. `names`: (home, standard, indicator,
    part); arrays of series × 24 months: `events` (the numerator), `exposure` (the denominator), `months` (months since
    year 0); `key`: the place of each one's indicator among all.
    """

    names: list[tuple[str, str, str, int]]
    events: np.ndarray
    exposure: np.ndarray
    months: np.ndarray
    key: np.ndarray

    @classmethod
    def of_names(
        cls, names: list[tuple[str, str, str, int]], events: np.ndarray, exposure: np.ndarray, months: np.ndarray
    ) -> "Series":
        """The same, `key` by the names."""
        return cls(
            names, events, exposure, months, np.array([_PLACE[indicator] for _, _, indicator, _ in names], dtype=int)
        )

    def __len__(self) -> int:
        return len(self.names)

    def some(self, rows: np.ndarray) -> "Series":
        """Those rows."""
        arrays = (array[rows] for array in (self.events, self.exposure, self.months, self.key))
        return Series([self.names[row] for row in rows.tolist()], *arrays)

    @property
    def points(self) -> np.ndarray:
        """How many months of each are known."""
        return (~np.isnan(self.events)).sum(axis=1)

    @property
    def proportion(self) -> np.ndarray:
        """Which are parts of a whole."""
        return _PROPORTION[self.key]

    @property
    def stock(self) -> np.ndarray:
        """Which count what stands at a month's end."""
        return _STOCK[self.key]

    @property
    def better(self) -> np.ndarray:
        """Which way is better of each."""
        return _BETTER[self.key]

    @property
    def of(self) -> np.ndarray:
        """What each is a number of, as a column: 100 for a percentage, 30 for a rate per 30 child-nights."""
        return _OF[self.key]

    @property
    def values(self) -> np.ndarray:
        """The months' values in the indicator's unit."""
        return self.of * self.events / self.exposure


def series(store: Store, scope: Scope, whole: bool = False, wanted: Iterable[Name] | None = None) -> Series:
    """The last 24 complete months at `scope.as_at` of every home asked of and every indicator with a value in them, or
    of those `wanted` alone: those since its chart was last rebased, or the `whole`, a row a part.
    """
    after = first_incomplete(scope.as_at)
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        if wanted is not None:
            cursor.run(SQL["wanted"], wanted=_named(wanted))
        cursor.run(
            SQL["series"].format(of=OF_ALL if wanted is None else OF_WANTED), after=after, months=MONTHS, whole=whole
        )
        names = cursor.run(SQL["names"]).fetchall()
        told = cursor.run(SQL["values"]).fetchnumpy()
    at = told["series"], _columns(len(names), told["series"], told["month"] - _number(after))
    return Series.of_names(
        names, *(_grid(len(names), at, told[column]) for column in ("numerator", "denominator", "month"))
    )


def _named(wanted: Iterable[Name]) -> list[dict[str, str]]:
    return [dict(zip(("home", "standard", "indicator"), name, strict=True)) for name in wanted]


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


def days_of(numbers: np.ndarray) -> np.ndarray:
    """The first days of months told as months since year 0; not a day where the number is NaN."""
    known = ~np.isnan(numbers)
    days = (np.where(known, numbers, YEAR_0).astype(int) - YEAR_0).astype("datetime64[M]")
    return np.where(known, days, np.datetime64("NaT")).astype("datetime64[s]")
