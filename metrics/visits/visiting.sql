-- name: sums
-- The independent visits of 12 months; `nothing` where one found nothing to improve. Of each home the last Yes or No:
-- what one home is told of takes nothing back at another.
with visits_of_year as (
    select *, coalesce(trim(concerns), '') = '' and (home, visit_date) not in (
                  select home, visit_date from independent_verdicts
                  where verdict in ('Partly met', 'Not met') and within_months(visit_date, 12, as_at()))
              and (home, visit_date) not in (
                  select home, found_on from findings
                  where is_independent(source) and kind = 'Concern' and within_months(found_on, 12, as_at())) as nothing
    from independent_visits where within_months(visit_date, 12, as_at())),
told as (
    select *, case $who when 'home' then home else coalesce(visitor, 'No visitor named') end as who
    from visits_of_year)
select home, who, count(*) as visits, 1 as homes,
       count(*) filter (report_received <= as_at()) as received,
       count(*) filter (report_received <= least(visit_date + $days::integer, as_at())) as on_time,
       count(*) filter (report_received <= as_at() or visit_date + $days::integer < as_at()) as timed,
       count(*) filter (report_sent_to_ofsted <= as_at()) as sent, count(*) filter (report_quality = 'Clear') as clear,
       count(report_quality) as judged, count(*) filter (nothing) as nothing,
       sum(children_living) filter (children_spoken_to is not null) as living,
       sum(children_spoken_to) filter (children_living is not null) as spoken,
       sum(children_spoken_to) filter (children_in_private is not null) as spoken_known,
       sum(children_in_private) filter (children_spoken_to is not null) as private,
       sum(families_contacted) as families_sum, count(*) filter (families_contacted = 0) as families_none,
       count(families_contacted) as families_known,
       sum(professionals_contacted) as professionals_sum,
       count(*) filter (professionals_contacted = 0) as professionals_none,
       count(professionals_contacted) as professionals_known,
       sum(staff_spoken_to) as staff_sum, count(*) filter (staff_spoken_to = 0) as staff_none,
       count(staff_spoken_to) as staff_known,
       count(*) filter (coalesce(safeguarded, 'Not stated') = 'Not stated') as safeguarded_unstated,
       coalesce(arg_max(safeguarded, visit_date) filter (safeguarded in ('Yes', 'No')), 'Not stated')
           as safeguarded_worst,
       count(*) filter (coalesce(wellbeing_promoted, 'Not stated') = 'Not stated') as wellbeing_promoted_unstated,
       coalesce(arg_max(wellbeing_promoted, visit_date) filter (wellbeing_promoted in ('Yes', 'No')), 'Not stated')
           as wellbeing_promoted_worst
from told group by home, who

-- name: unreached
with told as (
    unpivot (select home, visit_date, children_spoken_to as children, children_in_private as private,
                    families_contacted as families, professionals_contacted as professionals, staff_spoken_to as staff
             from independent_visits where within_months(visit_date, 12, as_at()))
    on children, private, families, professionals, staff into name reached value number)
select home, reached, count(*) as visits, min(visit_date) as since
from told
join (select home, reached, max(visit_date) filter (number > 0) as last from told group by home, reached)
     using (home, reached)
where last is null or visit_date > last
group by home, reached having count(*) >= $run order by visits desc, home

-- name: months
select home, month, coalesce(open_all_month(opened, closed, month), false) as open_throughout,
       coalesce(begins <= month, false) as recorded, open_throughout and recorded as owed,
       list(visit_date order by visit_date) filter (visit_date is not null) as days
from (select home, opened, closed from open_homes)
left join (select home, begins from records_begin where kind = $kind) using (home)
cross join (select (month_of(as_at()) - to_months(back))::date as month from unnest(range(12)) as backs(back)) months
left join (select home, visit_date, month_of(visit_date) as month
           from independent_visits
           where visit_date between month_of(as_at()) - interval 11 month and as_at()) made using (home, month)
group by home, month, opened, closed, begins order by home, month

-- name: gaps
select home, max(date_diff('day', visit_date, coalesce(following, as_at()))) as longest, max(visit_date) as last
from (select home, visit_date, lead(visit_date) over (partition by home order by visit_date) as following
      from independent_visits where visit_date <= as_at())
where coalesce(following, as_at()) > as_at() - interval 12 month group by home

-- name: looked_at
select home, list(distinct standard) as looked_at
from independent_verdicts
where within_months(visit_date, 3, as_at()) and verdict <> 'Not looked at' group by home

-- name: unseen
with found as (
    select home, found_on as day, unnest(standards) as standard, finding as text, source(row_at, 'finding') as source
    from findings
    where source = 'Ofsted' and kind = 'Concern' and within_months(found_on, 12, as_at())
    union all
    select home, source_date, unnest(standards), action, source(row_at, 'action')
    from actions
    where is_requirement(source) and not_cancelled(status) and within_months(source_date, 12, as_at())),
visited as (
    select home, visit_date, visitor, standard, coalesce(verdict, 'Not looked at') as verdict from independent_verdicts
    where visit_date < as_at() and visit_date > as_at() - interval 12 month - to_days($missed_days::integer))
select found.home, day, found.standard, text, visit_date, visitor, verdict, source
from found
asof join visited
     on found.home = visited.home and found.standard = visited.standard and visited.visit_date < found.day
where date_diff('day', visit_date, day) <= $missed_days and verdict in ('Met', 'Not looked at')
  and (found.home, visit_date, found.standard) not in (
      select home, found_on, unnest(standards) from findings
      where is_independent(source) and kind = 'Concern'
        and found_on < as_at() and found_on > as_at() - interval 12 month - to_days($missed_days::integer))
