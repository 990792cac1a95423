"""What the relations that several questions share say, as rows."""

from datetime import date

from metrics.months.pooled import lay_rated
from metrics.months.values import lay_month_values
from qa_data.scope import Scope
from qa_data.store import Store


def month_values(store: Store, scope: Scope) -> list[dict]:
    """The month values of the scope."""
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        return cursor.rows("from month_values order by month, home, standard, indicator")


def rated(store: Store, scope: Scope, moments: list[date]) -> list[dict]:
    """The pooled and rated figures as at those days."""
    with store.reading(scope) as cursor:
        lay_rated(store, cursor, moments)
        return cursor.rows("from rated")
