"""What the homes still owe: returns, visit reports and plans that nobody has uploaded."""

from datetime import date
from typing import TypedDict

from metrics.indicators.duties import INDEPENDENT_VISIT
from metrics.months.values import first_incomplete
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

MONTHS = 6
"""So many complete months are looked back at."""

WHAT = {
    "return": "Monthly return",
    "visit": "Regulation 44 visit",
    "report": "Report of a Regulation 44 visit",
    "plan": "Service plan",
}

MEANS = (
    f"A home owes what is due of the last {MONTHS} complete months and is not loaded: for each month in which it was"
    " open on every day its monthly return, from the first month of which any home has one, and a Regulation 44 visit,"
    " from the day on which its records of visits begin; the report of each of these visits, from the first visit of"
    " which the day of the report is kept; and a service plan, where it has none. What was never recorded is no breach."
)
"""What is meant by it, for whoever reads that something is owed."""

SQL = queries(__file__)


class Owed(TypedDict):
    """What is missing of a home's month (its first day; None for a plan)."""

    what: str
    home: str
    month: date | None


def owed(store: Store, scope: Scope) -> list[Owed]:
    """What is missing of the last six complete months in which a home was open throughout: home, what (of `WHAT`)
    and month (None for a plan). A visit is owed from the day on which the home's records of visits
    begin, a return from the first month of which any home has one, a report from the first visit that has its day.
    """
    return store.rows(
        scope,
        SQL["owed"],
        after=first_incomplete(scope.as_at),
        months=MONTHS,
        kinds=list(WHAT),
        monthly=INDEPENDENT_VISIT.kind,
    )
