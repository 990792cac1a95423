"""The facts of every home: what it is, its latest judgement, its actions, its last independent visit and whether its
return is in.
"""

from datetime import date, timedelta

from metrics.months.values import first_incomplete
from qa_data.scope import Scope
from qa_data.store import Store

FACTS = """
with latest as (
    select home, max(inspection_date) as judged_on, arg_max(overall, inspection_date) as overall,
           arg_max(protection, inspection_date) as protection, arg_max(leadership, inspection_date) as leadership
    from full_inspections where overall is not null group by home),
live as (
    select home, count(*) as actions_open, count(*) filter (due < as_at()) as actions_overdue from actions where live_on(raised, decision, status, completed, as_at()) group by home),
visited as (
    select home, max(visit_date) as visited_on from visits
    where visit_type = 'Regulation 44 visit' and visit_date <= as_at() group by home),
returned as (
    select home, max(moment) as return_in from returns join (select upload_id, moment from uploads) using (upload_id)
    where month = $month group by home)
select home, urn, service_type, places, opened, closed, manager, responsible_individual, judged_on, overall, protection, leadership,
       coalesce(actions_open, 0) as actions_open, coalesce(actions_overdue, 0) as actions_overdue, visited_on, return_in
from homes left join latest using (home) left join live using (home) left join visited using (home) left join returned using (home)
where open_on(opened, closed, as_at())
order by home
"""


def last_complete_month(day: date) -> date:
    """The first day of the last month whose last day is on or before the day."""
    return (first_incomplete(day) - timedelta(days=1)).replace(day=1)


def home_facts(store: Store, scope: Scope) -> dict[str, dict]:
    """Every home that is open on the day asked of, by name: home, urn, service_type, places, opened, closed,
    manager, responsible_individual, judged_on, overall, protection, leadership (the latest full inspection's; None
    when there is none), actions_open, actions_overdue, visited_on (the last Regulation 44 visit), return_in (when
    the return for the last complete month came, in UTC; None when it has not).
    """
    rows = store.rows(scope, FACTS, month=last_complete_month(scope.as_at))
    return {row["home"]: row for row in rows}
