-- name: spans
-- The span of every open home: from the day after its last full inspection (of a home not inspected, from the day it
-- opened); or of six months and, where the last review is older than that, from the day after it, so that nothing falls
-- between two reviews. Counts of months are of the months that lie in it whole.
create or replace temp table spans as
with judged as (
    select home, inspection_date as day, source from full_inspections
    where inspection_date <= as_at()
    qualify row_number() over (partition by home order by inspection_date desc) = 1),
reviewed as (
    select home, visit_date as day, source(row_at, 'visit_date') as source from visits
    where visit_type = $review and visit_date < as_at()
    qualify row_number() over (partition by home order by visit_date desc) = 1),
begun as (
    select home, opened, day, source,
           case when $since = 'inspection' then coalesce(day + 1, opened)
                else greatest(opened, least(day + 1, (as_at() - to_months($months))::date + 1)) end::date as begins
    from open_homes left join (select * from judged where $since = 'inspection' union all
                               select * from reviewed where $since = 'review') told using (home))
-- The return of the month in which a home opened tells of no day before it.
select *, as_at() as ends, month_of(as_at() + 1)::date as after,
       if(begins = opened, month_of(begins), first_full_month(begins))::date as first,
       greatest(0, date_diff('month', first, after)) as months
from begun

-- name: months
create or replace temp table span_months as
select home, unnest(range(first::timestamp, after::timestamp, interval 1 month))::date as month from spans

-- name: told
select home, opened, day, source, begins, ends, first, after, months from spans
where $home::varchar is null or home = $home order by home
