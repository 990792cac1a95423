"""The figures behind a standard at a home: what is pooled and rated, and the months that it is pooled from."""

from metrics.indicators.intervals import interval
from metrics.indicators.registry import indicator
from metrics.months.pooled import pooled
from metrics.months.values import month_values
from qa_data.scope import Scope
from qa_data.store import Store

MONTHS = """
select standard, indicator, month, numerator, denominator from ({months})
where home = $home and month >= date_trunc('month', $as_at) - interval 36 month
order by standard, indicator, month
"""


def home_figures(store: Store, scope: Scope, home: str) -> list[dict]:
    """Every indicator of every standard at the home, as pooled and rated: standard, indicator, months, numerator and
    denominator (None without data), counts, target and floor as set (None without), rag.
    """
    sql = (
        "select standard, indicator, months, numerator, denominator, counts, target, floor, rag from"
        f" ({pooled(store, scope, [scope.as_at])}) where home = $home"
    )
    return store.rows(scope, sql, home=home)


def home_months(store: Store, scope: Scope, home: str) -> list[dict]:
    """The last 36 complete months of the home's indicators: standard, indicator, month, numerator, denominator."""
    return store.rows(scope, MONTHS.format(months=month_values(store, scope)), home=home)


def standard_figures(store: Store, scope: Scope, standard: str, homes: tuple[str, ...]) -> list[dict]:
    """The standard's indicators at those homes, as `home_figures`, with home and, where there is data, `interval`
    (95 %, in the indicator's unit).
    """
    asked = scope.narrowed(homes)
    sql = (
        "select home, indicator, months, numerator, denominator, counts, target, floor, rag from"
        f" ({pooled(store, asked, [scope.as_at])}) where standard = $standard"
    )
    found = store.rows(asked, sql, standard=standard)
    return [row | {"interval": _interval(row)} for row in found]


def _interval(row: dict) -> tuple[float, float] | None:
    return (
        None
        if row["denominator"] is None
        else interval(indicator(row["indicator"]), row["numerator"], row["denominator"])
    )
