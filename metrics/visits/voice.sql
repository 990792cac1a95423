-- name: voices
with spoken as (
    select home, count(*) as visits,
           sum(children_living) filter (children_spoken_to is not null) as living,
           sum(children_spoken_to) filter (children_living is not null) as spoken,
           sum(children_spoken_to) filter (children_in_private is not null) as spoken_known,
           sum(children_in_private) filter (children_spoken_to is not null) as private,
           count(*) filter (coalesce(trim(childrens_views), '') <> '') as told,
           count(*) filter (coalesce(trim(what_changed), '') <> '') as changed,
           sum(children_spoken_to) filter (recent <= $silent_visits) = 0
               and count(children_spoken_to) filter (recent <= $silent_visits) = $silent_visits as silent
    from (select *, row_number() over (partition by home order by visit_date desc) as recent
          from independent_visits where visit_date <= as_at())
    where visit_date > as_at() - interval 12 month group by home),
asked as (
    select home, sum(issues_raised) filter (issues_answered is not null) as raised,
           sum(issues_answered) filter (issues_raised is not null) as answered,
           sum(meetings_planned) filter (meetings_held is not null) as planned,
           sum(meetings_held) filter (meetings_planned is not null) as held
    from returns where last_day(month) <= as_at() and month > as_at() - interval 12 month group by home),
views as (
    select home, count(*) filter (day > as_at() - interval 3 month) as lately, max(day) as last
    from (select home, found_on as day from findings where kind = 'Child''s view' and found_on <= as_at()
          union all
          select home, visit_date from visits
          where coalesce(trim(childrens_views), '') <> '' and visit_date <= as_at()) group by home)
select home, coalesce(visits, 0) as visits, living, spoken, spoken_known, private, coalesce(told, 0) as told,
       coalesce(changed, 0) as changed, coalesce(silent, false) as silent, raised, answered, planned, held,
       coalesce(lately, 0) as lately, last
from (select home from open_homes)
left join spoken using (home) left join asked using (home) left join views using (home)
order by home

-- name: said
select home, visit_date as day, visitor, childrens_views as said, what_changed as changed,
       source(row_at, case when childrens_views is null then 'what_changed' else 'childrens_views' end) as source
from visits
where (coalesce(trim(childrens_views), '') <> '' or coalesce(trim(what_changed), '') <> '')
  and within_months(visit_date, 12, as_at()) and ($home::varchar is null or home = $home)
order by day desc, home, source limit $most
