"""The council's homes taken together: what may be told outside."""

from typing import TypedDict

from metrics.indicators.indicator import RECENT
from metrics.indicators.registry import INDICATORS
from metrics.months.values import first_incomplete, lay_month_values
from qa_data.scope import Scope
from qa_data.store import Store

STOCKS = [each.id for each in INDICATORS if each.is_stock]

MONTHS = 6
"""Enough months that one child's month does not stand out."""

SUMS = """
with told as (
    from month_values
    where case when list_contains($stocks, indicator) then month >= $after - to_months($recent)
               else month >= $after - to_months($months) end
    qualify not list_contains($stocks, indicator)
            or month = max(month) over (partition by home, standard, indicator)),
before as (
    select standard, indicator, sum(numerator)::bigint as before, count(distinct home) as homes_before
    from month_values
    where not list_contains($stocks, indicator)
          and month < $after - to_months($months) and month >= $after - to_months(2 * $months)
    group by all having count(distinct month) = $months)
select standard, indicator, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator,
       count(distinct home) as homes, any_value(before) as before,
       coalesce(any_value(homes_before), 0) as homes_before
from told left join before using (standard, indicator)
group by standard, indicator order by standard, indicator
"""


class ServiceFigure(TypedDict):
    """An indicator's sums, and over how many homes; `before`: of a flow the numerator of the six months before, None
    where one of these has no figure."""

    standard: str
    indicator: str
    numerator: int
    denominator: int
    homes: int
    before: int | None
    homes_before: int


def service_figures(store: Store, scope: Scope) -> list[ServiceFigure]:
    """Every indicator over all homes that have it: standard, indicator, numerator, denominator (sums), homes, before,
    homes_before. Of a flow over the last six complete months; of a stock each home's latest of the last three.
    """
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        return cursor.rows(SUMS, after=first_incomplete(scope.as_at), months=MONTHS, recent=RECENT, stocks=STOCKS)
