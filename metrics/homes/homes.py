"""The facts of every home: what it is, its latest judgement, its actions, its last independent visit and whether its
return is in.
"""

from datetime import date, timedelta

from metrics.months.values import first_incomplete
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)


def last_complete_month(day: date) -> date:
    """The first day of the last month whose last day is on or before the day."""
    return (first_incomplete(day) - timedelta(days=1)).replace(day=1)


def home_facts(store: Store, scope: Scope) -> dict[str, dict]:
    """Every home that is open on the day asked of, by name: home, urn, service_type, places, opened, closed,
    manager, responsible_individual, judged_on, overall, protection, leadership (the latest full inspection's; None
    when there is none), actions_open, actions_overdue, visited_on (the last Regulation 44 visit), return_in (when
    the return for the last complete month came, in UTC; None when it has not).
    """
    rows = store.rows(scope, SQL["facts"], month=last_complete_month(scope.as_at))
    return {row["home"]: row for row in rows}
