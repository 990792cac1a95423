"""Series of month values laid out for charts and tests: a row each, right-aligned, NaN before the first month."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from metrics.indicators.indicator import Proportion
from metrics.indicators.registry import INDICATORS
from metrics.months.values import first_incomplete, month_values
from qa_data.scope import Scope
from qa_data.store import Store, run

MONTHS = 24
"""So many complete months are charted and compared."""

LAID_OUT = """
create temp table laid_out as
select home, standard, indicator, part, month, numerator, denominator,
       dense_rank() over (order by home, standard, indicator, part) - 1 as series,
       row_number() over (partition by home, standard, indicator, part order by month desc) - 1 as back
from (select told.*, coalesce(len(list_filter(rebased, each -> each <= month)), 0) as part, coalesce(len(rebased), 0) as parts
      from ({values}) told
      left join (select home, standard, indicator, list(month) as rebased from {{rebases}} where holds and month < $after group by all) rebases
           using (home, standard, indicator)
      where month >= $after - to_months({months})) divided
where $whole or part = parts
"""


@dataclass(frozen=True)
class Series:
    """A row a home and indicator, or each part of it between two rebasings. `names`: (home, standard, indicator,
    part); arrays of series × 24 months: `events` (the numerator), `exposure` (the denominator), `days` (days of the
    month), `months` (months since year 0).
    """

    names: list[tuple[str, str, str, int]]
    events: np.ndarray
    exposure: np.ndarray
    days: np.ndarray
    months: np.ndarray

    def __len__(self) -> int:
        return len(self.names)

    def some(self, rows: np.ndarray) -> "Series":
        """Those rows."""
        return Series(
            [self.names[row] for row in rows],
            self.events[rows],
            self.exposure[rows],
            self.days[rows],
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
    values = month_values(store, scope)
    with store.reading() as cursor:
        run(
            cursor,
            scope,
            LAID_OUT.format(values=values, months=MONTHS),
            after=first_incomplete(scope.as_at),
            whole=whole,
        )
        names = cursor.execute(
            "select distinct home, standard, indicator, part, series from laid_out order by series"
        ).fetchall()
        told = cursor.execute(
            "select series, back, year(month) * 12 + month(month) - 1 as month, day(last_day(month)) as days, "
            "numerator, denominator from laid_out"
        ).fetchnumpy()
    at = (told["series"], MONTHS - 1 - told["back"])
    return Series(
        [name[:4] for name in names],
        *(_grid(len(names), at, told[column]) for column in ("numerator", "denominator", "days", "month")),
    )


def _grid(rows: int, at: tuple, values) -> np.ndarray:
    grid = np.full((rows, MONTHS), np.nan)
    grid[at] = values
    return grid


def month_of(number: float) -> date:
    """The first day of a month told as months since year 0."""
    return date(int(number) // 12, int(number) % 12 + 1, 1)
