"""SQL: the month values that come from actions."""

from metrics.months.from_visits import MONTH

UNDERTAKEN = "select * from {actions} where status <> 'Cancelled'"

ACCEPTED = f"""
select home, unnest(standards) as standard, raised, due, completed
from ({UNDERTAKEN}) where coalesce(decision, 'Accepted') = 'Accepted'
"""

ON_TIME = "count(*) filter (completed <= due) as numerator, count(*) as denominator"

REQUIREMENTS_MET = f"""
select home, 'QS13' as standard, 'LAM10' as indicator, {MONTH.format("due")} as month, {ON_TIME}
from ({UNDERTAKEN}) where source = 'Ofsted requirement' and due is not null group by all
"""

COMPLETED_ON_TIME = f"""
select home, standard, 'STD3' as indicator, {MONTH.format("due")} as month, {ON_TIME}
from ({ACCEPTED}) where due is not null group by all
"""

# Running sums of what changes from one month end to the next, so that the work grows with the actions and not with
# actions times months: an action is live from the month it is raised in and late from the month it is due in, and both
# end in the month it is completed in. What begins and ends in one month cancels out.
OVERDUE = f"""
with spans as (
    select home, standard, {MONTH.format("raised")} as raised, {MONTH.format("due")} as due, {MONTH.format("completed")} as completed
    from ({ACCEPTED})),
changes as (
    select home, standard, change.month, sum(change.live) as live, sum(change.late) as late
    from (select home, standard, unnest([
              struct_pack(month := raised, live := 1, late := 0),
              struct_pack(month := completed, live := -1, late := 0),
              struct_pack(month := due, live := 0, late := 1),
              struct_pack(month := case when due is not null and completed is not null then greatest(due, completed) end,
                          live := 0, late := -1)]) as change
          from spans)
    where change.month < $after group by all),
running as (
    select home, standard, month, lead(month, 1, $after::date) over following as until,
           sum(live) over following as live, sum(late) over following as late
    from changes window following as (partition by home, standard order by month))
select home, standard, 'STD2' as indicator, unnest(range(month::timestamp, until::timestamp, interval 1 month))::date as month,
       late as numerator, live as denominator
from running where live > 0
"""

FROM_ACTIONS = (REQUIREMENTS_MET, COMPLETED_ON_TIME, OVERDUE)
"""The queries of LAM10, STD3 and STD2."""
