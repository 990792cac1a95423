"""What the homes still owe: returns, visit reports and plans that nobody has uploaded."""

from metrics.months.values import first_incomplete
from qa_data.scope import Scope
from qa_data.store import Store

MONTHS = 6
"""So many complete months are looked back at."""

WHAT = {
    "return": "Monthly return",
    "visit": "Regulation 44 visit",
    "report": "Report of a Regulation 44 visit",
    "plan": "Service plan",
}

OWED = f"""
with open_months as (
    select home, month from homes, (select ($after - to_months(back::int))::date as month from unnest(range(1, {MONTHS + 1})) as months(back))
    where opened <= month and (closed is null or closed > last_day(month))),
visited as (select home, date_trunc('month', visit_date)::date as month, bool_or(report_received <= as_at()) as reported from visits
            where visit_type = 'Regulation 44 visit' and visit_date <= as_at() group by all)
select * from (
select 'return' as what, home, month from open_months anti join (select home, month from returns) using (home, month)
union all select 'visit', home, month from open_months anti join visited using (home, month)
union all select 'report', home, month from open_months join visited using (home, month) where reported is not true
union all select 'plan', home, null from homes where open_on(opened, closed, as_at()) and home not in (select home from plan where home is not null))
order by home, list_position({list(WHAT)}, what), month
"""


def owed(store: Store, scope: Scope) -> list[dict]:
    """What is missing of the last six complete months in which a home was open throughout: home, what (of `WHAT`)
    and month (None for a plan).
    """
    return store.rows(scope, OWED, after=first_incomplete(scope.as_at))
