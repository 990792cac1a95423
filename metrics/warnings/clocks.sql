-- name: clocks
with duties as (
    select unnest($duties::struct(kind varchar, months integer, regulation varchar, soon integer)[],
                  recursive := true)),
done as (
    select home, visit_type as kind, max(visit_date) as done,
           arg_max(row_at, visit_date) as row_at, 'visit_date' as named
    from visits where visit_date <= as_at() group by home, visit_type),
seen as (
    select home, month_of(max(visit_date)) as month
    from independent_visits where visit_date < month_of(as_at()) group by home),
-- Of a home and kind whose records have not begun by the day no clock runs.
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
-- The reviews of which a report to Ofsted can be told: from the first of the service on a sheet with a column for the
-- day of sending; a log that keeps no such day breaches nothing.
reviewed as (
    select home, visit_date as done, row_at, if(report_sent_to_ofsted <= as_at(), report_sent_to_ofsted, null) as sent,
           max(sent) over later as sent_later, max(visit_date) over later is null as latest
    from visits join begun using (home) join first_records on first_records.kind = begun.kind
    where visit_type = $review and begun.kind = $review
      and visit_date >= begins and visit_date >= first_sent and visit_date between $law_from and as_at()
    window later as (partition by home order by visit_date rows between 1 following and unbounded following)),
-- One that was not sent is missed until it, or that of a later review, is sent; one sent late until the next review,
-- at most 6 months.
of_reports as (
    select home, $report as clock, 'Regulation 45(4)' as regulation, null as reference, ['QS13'] as standards, done,
           sent, row_at, if(sent is null, 'visit_date', 'report_sent_to_ofsted') as named,
           $report_soon::integer as soon, done + $report_days::integer as due
    from reviewed
    where if(sent is null, sent_later is null, sent > due and latest and within_months(sent, 6, as_at()))
      and home in (select home from open_homes)),
of_duties as (
    select home, kind as clock, 'Regulation ' || regulation as regulation, null as reference, null as action, ['QS13'] as standards,
           done, row_at, named, soon,
           -- A review runs from the last one, unless that had run out before the records begin.
           case when months = 1 then monthly.due
                when done + to_months(months) >= begins then (done + to_months(months))::date
                else (greatest(opened, begins) + to_months(months))::date end as due
    from (select home, opened from open_homes) open
    join begun using (home) join duties using (kind) left join done using (home, kind) left join monthly using (home)),
of_requirements as (
    select home, required.source as clock, regulation, reference, action, standards, null as done,
           row_at, 'due' as named, $soon_days::integer as soon, due
    from live_actions required
    where is_requirement(required.source) and due is not null and home in (select home from open_homes))
select *, date_diff('day', coalesce(sent, as_at()), due) as days_left,
       case when days_left < 0 then 'missed' when days_left <= soon then 'soon' else 'running' end as state
from (from of_duties union all by name from of_reports union all by name from of_requirements)
-- A home that closes before another month is over owes no further visit.
where due is not null

-- name: told
select * exclude (row_at, named), if(row_at is null, null, source(row_at, named)) as source
from clocks_kept where $clock::varchar is null or clock = $clock
order by due, home, clock, reference

-- name: sending_unrecorded
select coalesce(bool_and(first_sent is null), false) as unrecorded from first_records where kind = $review
