-- name: facts
with latest as (
    select home, inspection_date as judged_on, overall, protection, leadership from full_inspections
    where coalesce(overall, protection, leadership) is not null and inspection_date <= as_at()
    qualify row_number() over (partition by home order by inspection_date desc) = 1),
live as (
    select home, count(*) as actions_open, count(*) filter (due < as_at()) as actions_overdue
    from live_actions group by home),
visited as (
    select home, max(visit_date) as visited_on from independent_visits where visit_date <= as_at() group by home),
returned as (
    select home, max(moment) as return_in
    from returns join (select upload_id, moment from main.uploads) using (upload_id)
    where month = $month group by home)
select home, urn, service_type, places, opened, closed, manager, responsible_individual, judged_on, overall, protection,
       leadership, coalesce(actions_open, 0) as actions_open, coalesce(actions_overdue, 0) as actions_overdue,
       visited_on, return_in
from open_homes left join latest using (home) left join live using (home) left join visited using (home)
left join returned using (home)
order by home

-- name: known
select exists(from visits where visit_date <= as_at()) or exists(from findings where found_on <= as_at())
       or exists(from inspections where inspection_date <= as_at()) or exists(from actions where raised <= as_at())
       or exists(from returns where month <= as_at()) as known

-- name: first_day
select min(day) as day from (
    select min(visit_date) as day from visits
    union all select min(found_on) from findings
    union all select min(inspection_date) from inspections
    union all select min(raised) from actions
    union all select min(month) from returns)
