"""The clocks that run for every home: what the law or Ofsted asks for next, by when, and whether it has been missed."""

from datetime import date

from metrics.actions.tracker import SOON_DAYS
from metrics.months.from_visits import DUTIES, INDEPENDENT
from qa_data.scope import Scope
from qa_data.store import Store

MISSED, SOON, RUNNING = "missed", "soon", "running"

REQUIREMENT = "Ofsted requirement"

REGULATIONS = {"LAM7": ("44(1)", 10), "LAM8": ("45(1)", 30), "LAM9": ("46", 30)}
"""The regulation behind each duty, and from how many days before its date it is called soon: a local span, not law."""

STARTED = "values " + ", ".join(
    f"('{what}', {months}, 'Regulation {REGULATIONS[duty][0]}', {REGULATIONS[duty][1]})"
    for duty, (what, months) in DUTIES.items()
)

LAW_FROM = date(2015, 4, 1)
"""The Regulations are law from this day; no visit is owed under them before it."""

DONE = """
select home, visit_type as clock, max(visit_date) as done, arg_max(source(row_at, 'visit_date'), visit_date) as source
from visits where visit_date <= as_at() group by home, visit_type
"""

# The earliest month since the last that ended, open from its first day, that is without a visit is owed next. Where
# that one was missed and those before it too, the first of them says since when.
MONTHLY = f"""
with seen as (select home, date_trunc('month', max(visit_date))::date as month from visits where visit_type = '{INDEPENDENT}' and visit_date < date_trunc('month', as_at()) group by home),
owed as (
select home, any_value(opened) as opened, min(last_day(month)) as due
from open_homes, (select (date_trunc('month', as_at()) + to_months(after))::date as month from unnest([-1, 0, 1]) as months(after))
where opened <= month and (home, month) not in (
    select home, date_trunc('month', visit_date)::date from visits where visit_type = '{INDEPENDENT}' and visit_date <= as_at() and home is not null)
group by home)
select home, case when due >= as_at() then due else least(due, last_day(greatest(
    coalesce(seen.month + interval 1 month, '{LAW_FROM}'::date), '{LAW_FROM}'::date, (date_trunc('month', opened) + case when day(opened) = 1 then interval 0 month else interval 1 month end))::date)) end as due
from owed left join seen using (home)
"""

DUTY_CLOCKS = f"""
select home, clock, regulation, null as reference, ['QS13'] as standards, done, source, soon,
       case when months = 1 then monthly.due else (coalesce(done, opened) + to_months(months))::date end as due
from open_homes open cross join ({STARTED}) started(clock, months, regulation, soon)
left join ({DONE}) done using (home, clock) left join ({MONTHLY}) monthly using (home)
"""

REQUIREMENT_CLOCKS = f"""
select home, '{REQUIREMENT}' as clock, regulation, reference, standards, null as done, source(row_at, 'due') as source, {SOON_DAYS} as soon, due
from actions where source = '{REQUIREMENT}' and live_on(raised, decision, status, completed, as_at()) and due is not null and home in (select home from open_homes)
"""

CLOCKS = f"""
select *, date_diff('day', as_at(), due) as days_left,
       case when days_left < 0 then '{MISSED}' when days_left <= soon then '{SOON}' else '{RUNNING}' end as state
from ({DUTY_CLOCKS} union all by name {REQUIREMENT_CLOCKS}) order by due, home, clock, reference
"""


def clocks(store: Store, scope: Scope) -> list[dict]:
    """Every clock of the homes open on the day, the longest missed first: home, clock (a kind of visit, or an Ofsted
    requirement), regulation, reference (of a requirement), standards, done (when it was last done; None when nothing
    is recorded), source of that row or of the requirement, due, days_left (negative when missed) and state.
    Regulation 44(1): a visit each calendar month in which the home is open from the first day; 45(1): six months,
    46: 12 months after the last review, or after opening.
    """
    return store.rows(scope, CLOCKS)
