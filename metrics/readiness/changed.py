"""Every figure of a home in a span of time beside the same of the months before it."""

from datetime import date
from typing import TypedDict

from metrics.indicators.registry import INDICATORS, standards_of
from metrics.months.values import lay_month_values
from metrics.readiness.spans import REVIEW, lay_spans
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.standards import CODES
from qa_data.store import Store

DECLARED = [
    {"place": place, "standard": code, "indicator": each.id}
    for place, (code, each) in enumerate((code, each) for code in CODES for each in INDICATORS)
    if code in standards_of(each)
]

STOCKS = [each.id for each in INDICATORS if each.is_stock]

SQL = queries(__file__)


class Changed(TypedDict):
    """An indicator over the `months` of a span and over as many before it: a flow added up, a stock at its latest month
    (`month`, the latest with a value). Of so many months a value is given; None without any."""

    home: str
    standard: str
    indicator: str
    months: int
    given: int
    numerator: int | None
    denominator: int | None
    month: date | None
    given_before: int
    numerator_before: int | None
    denominator_before: int | None
    month_before: date | None


def changed(store: Store, scope: Scope, home: str | None = None, since: str = REVIEW) -> list[Changed]:
    """Every indicator of every standard at each open home, or at one, over its span and over as many months before it;
    whether chance explains the difference is not said here: `metrics.signals` tells what moved beyond it.
    """
    with store.reading(scope) as cursor:
        lay_spans(cursor, since)
        lay_month_values(store, cursor)
        return cursor.rows(SQL["changed"], home=home, declared=DECLARED, stocks=STOCKS)
