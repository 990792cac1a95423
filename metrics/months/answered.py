"""The month values as the command answers them."""

from metrics.months.values import lay_month_values
from qa_data.scope import Scope
from qa_data.store import Store

VALUES = """
select home, standard, indicator, strftime(month, '%Y-%m') as month, numerator, denominator
from month_values order by home, standard, indicator, month
"""


def indicators(store: Store, scope: Scope) -> dict:
    """Every month value up to the day asked of, as the contract's JSON: home, standard, indicator, month, numerator,
    denominator.
    """
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        values = cursor.rows(VALUES)
    return {"as_at": scope.as_at.isoformat(), "known_at": scope.moment, "values": values}
