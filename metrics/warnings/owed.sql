-- name: owed
with open_months as (
    select home, month
    from homes, (select ($after - to_months(back::int))::date as month
                 from unnest(range(1, $months + 1)) as months(back))
    where open_all_month(opened, closed, month)),
visited as (
    select home, month_of(visit_date) as month, bool_or(report_received <= as_at()) as reported
    from independent_visits where visit_date between $after - to_months($months) and as_at() group by all)
select * from (
    select 'return' as what, home, month from returns_owed($months)
    union all
    select 'visit', home, month
    from open_months anti join visited using (home, month) join records_begin using (home)
    where kind = $monthly and begins <= month
    union all
    select 'report', home, month from open_months join visited using (home, month)
    -- A log that keeps no day of a report owes none.
    where reported is not true
      and month >= (select month_of(min(visit_date)) from independent_visits where report_received is not null)
    union all
    select 'plan', home, null from open_homes
    where home not in (select home from plan where home is not null))
order by home, list_position($kinds, what), month
