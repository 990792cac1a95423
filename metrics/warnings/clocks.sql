-- name: clocks
with duties as (
    select unnest($duties::struct(kind varchar, months integer, regulation varchar, soon integer)[],
                  recursive := true)),
done as (
    select home, visit_type as kind, max(visit_date) as done,
           arg_max(source(row_at, 'visit_date'), visit_date) as source
    from visits where visit_date <= as_at() group by home, visit_type),
seen as (
    select home, month_of(max(visit_date)) as month
    from independent_visits where visit_date < month_of(as_at()) group by home),
-- What the day is known of: of a home and kind whose records have not begun no clock runs.
begun as (from records_begin where begins <= as_at()),
monthly_begun as (
    select home, begins from begun join duties using (kind) where months = 1),
-- The earliest month since the last that ended that owes a visit and is without one is owed next.
owed as (
    select home, any_value(opened) as opened, any_value(begins) as begins, min(last_day(month)) as due
    from open_homes join monthly_begun using (home),
         (select (month_of(as_at()) + to_months(after))::date as month from unnest([-1, 0, 1]) as months(after))
    where open_all_month(opened, closed, month) and begins <= month and (home, month) not in (
        select home, month_of(visit_date) from independent_visits where visit_date <= as_at() and home is not null)
    group by home),
-- Where that one was missed and those before it too, the first of them says since when.
monthly as (
    select home, case when due >= as_at() then due else least(due, last_day(greatest(
               coalesce(seen.month + interval 1 month, $law_from::date), $law_from::date,
               first_full_month(opened), first_full_month(begins))::date))
           end as due
    from owed left join seen using (home)),
of_duties as (
    select home, kind as clock, 'Regulation ' || regulation as regulation, null as reference, null as action, ['QS13'] as standards,
           done, source, soon,
           -- A review runs from the last one, unless that had run out before the records begin.
           case when months = 1 then monthly.due
                when done + to_months(months) >= begins then (done + to_months(months))::date
                else (greatest(opened, begins) + to_months(months))::date end as due
    from (select home, opened from open_homes) open
    join begun using (home) join duties using (kind) left join done using (home, kind) left join monthly using (home)),
of_requirements as (
    select home, required.source as clock, regulation, reference, action, standards, null as done,
           source(row_at, 'due') as source, $soon_days::integer as soon, due
    from live_actions required
    where is_requirement(required.source) and due is not null and home in (select home from open_homes))
select *, date_diff('day', as_at(), due) as days_left,
       case when days_left < 0 then 'missed' when days_left <= soon then 'soon' else 'running' end as state
from (from of_duties union all by name from of_requirements)
-- A home that closes before another month is over owes no further visit.
where due is not null
order by due, home, clock, reference
