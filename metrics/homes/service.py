"""The council's homes taken together: what may be told outside."""

from typing import TypedDict

from metrics.months.values import first_incomplete, lay_month_values
from qa_data.scope import Scope
from qa_data.store import Store

MONTHS = 6
"""Enough months that one child's month does not stand out."""

SUMS = """
select standard, indicator, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator,
       count(distinct home) as homes
from month_values where month >= $after - to_months($months)
group by standard, indicator order by standard, indicator
"""


class ServiceFigure(TypedDict):
    """An indicator's sums, and over how many homes."""

    standard: str
    indicator: str
    numerator: int
    denominator: int
    homes: int


def service_figures(store: Store, scope: Scope) -> list[ServiceFigure]:
    """Every indicator over the last six complete months and all homes that have it: standard, indicator, numerator,
    denominator (sums), homes.
    """
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        return cursor.rows(SUMS, after=first_incomplete(scope.as_at), months=MONTHS)
