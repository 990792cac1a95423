"""The month values as the command answers them."""

from typing import TypedDict

from metrics.months.values import lay_month_values
from qa_data.scope import Scope
from qa_data.store import Store

VALUES = """
select home, standard, indicator, strftime(month, '%Y-%m') as month, numerator, denominator
from month_values order by home, standard, indicator, month
"""


class MonthValue(TypedDict):
    """What was counted in a month (2026-10)."""

    home: str
    standard: str
    indicator: str
    month: str
    numerator: int
    denominator: int


class MonthValues(TypedDict):
    """Every month value, on a day as known at a moment (both in ISO 8601)."""

    as_at: str
    known_at: str
    values: list[MonthValue]


def indicators(store: Store, scope: Scope) -> MonthValues:
    """Every month value up to the day asked of, as the contract's JSON: home, standard, indicator, month, numerator,
    denominator.
    """
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        values = cursor.rows(VALUES)
    return {"as_at": scope.as_at.isoformat(), "known_at": scope.moment, "values": values}
