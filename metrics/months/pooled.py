"""What is shown and rated: of a flow the month values pooled over the last complete months, sums over sums; of a stock
the value of the latest of them that has one."""

from datetime import date
from typing import Any

from metrics.indicators.indicator import LOWER, RECENT, Indicator
from metrics.indicators.registry import INDICATORS, standards_of
from metrics.months.values import first_incomplete, lay_month_values
from qa_data.cursor import Cursor
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

LONGEST = max(each.months for each in INDICATORS)


def _declared(indicator: Indicator, standard: str) -> dict[str, Any]:
    return {
        "standard": standard,
        "indicator": indicator.id,
        "basis": indicator.basis,
        "stock": indicator.is_stock,
        "months": indicator.months,
        "of_number": indicator.of,
        "sign": -1 if indicator.better == LOWER else 1,
        "default_target": indicator.target,
        "default_floor": indicator.floor,
        "fewest": indicator.fewest,
        "fewest_short": indicator.fewest_short,
        "not_for": indicator.not_for,
    }


DECLARED = [_declared(each, standard) for each in INDICATORS for standard in standards_of(each)]


def lay_rated(store: Store, cursor: Cursor, moments: list[date]) -> None:
    """Makes the table `rated` on the cursor: a row a home, standard and indicator as at each of the days (none later
    than the day asked of): moment, home, standard, indicator, basis, stock, months (how many are pooled, or of a stock
    looked back at), numerator and denominator (null without data), month (the latest with a value, which is a stock's),
    pooled_since and pooled_after (the first day of what is told of, and the first after it), counts (false where the
    home's service type is excepted), months_with_value (of the last 3), target and floor (as the council has set them)
    and rag.
    """
    lay_month_values(store, cursor)
    cursor.run(
        SQL["rated"],
        moments=[{"moment": day, "after": first_incomplete(day)} for day in moments],
        declared=DECLARED,
        recent=RECENT,
        first=first_incomplete(min(moments)),
        longest=LONGEST,
    )
