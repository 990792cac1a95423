-- name: found_met
select home, standard, month_of(visit_date) as month, count(*) filter (verdict = 'Met') as numerator,
       count(*) as denominator
from independent_verdicts where verdict in ('Met', 'Partly met', 'Not met') group by all

-- name: verdicts
select home, standard, visit_date as since, visit_date as until, row_at, named from independent_verdicts
where verdict in ('Met', 'Partly met', 'Not met')

-- name: every_verdict
select home, standard, visit_date as since, visit_date as until, row_at, named from independent_verdicts

-- name: overdue
-- Running sums of what changes from one month end to the next, so that the work grows with the actions and not with
-- actions times months: an action is live from the month it is raised in and late from the month it is due in, and both
-- end in the month it is completed in. What begins and ends in one month cancels out.
with spans as (
    select home, unnest(standards) as standard, month_of(raised) as raised, month_of(due) as due,
           month_of(completed) as completed
    from actions where undertaken(decision, status)),
changes as (
    select home, standard, change.month, sum(change.live) as live, sum(change.late) as late
    from (select home, standard, unnest([
              struct_pack(month := raised, live := 1, late := 0),
              struct_pack(month := completed, live := -1, late := 0),
              struct_pack(month := due, live := 0, late := 1),
              struct_pack(month := case when due is not null and completed is not null
                                        then greatest(due, completed) end, live := 0, late := -1)]) as change
          from spans)
    where change.month < $after group by all),
running as (
    select home, standard, month, lead(month, 1, $after::date) over following as until,
           sum(live) over following as live, sum(late) over following as late
    from changes window following as (partition by home, standard order by month))
select home, standard, unnest(range(month::timestamp, until::timestamp, interval 1 month))::date as month,
       late as numerator, live as denominator
from running where live > 0

-- name: live
-- At a month's end an action is live until the month before the one it is completed in.
select home, unnest(standards) as standard, raised as since,
       coalesce(month_of(completed) - 1, 'infinity'::date) as until, row_at, 'due' as named
from actions where undertaken(decision, status) and (completed is null or month_of(completed) > raised)

-- name: looked_at
select home, unnest(standards) as standard, due as since, coalesce(completed, 'infinity'::date) as until, row_at,
       'due' as named
from actions where undertaken(decision, status)

-- name: completed_on_time
select home, standard, month_of(due) as month, count(*) filter (completed <= due) as numerator,
       count(*) as denominator
from (select *, unnest(standards) as standard from actions where undertaken(decision, status) and due is not null)
group by all

-- name: due
select home, unnest(standards) as standard, due as since, due as until, row_at, 'due' as named
from actions where undertaken(decision, status)
