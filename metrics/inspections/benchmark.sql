-- name: totals
with homes as (from providers where list_contains($home_types, provision_type) and as_at <= as_at()),
words as (select unnest($words) as word, unnest($grades) as grade)
select year(as_at) as year, count(*) as homes,
       count(*) filter (grade = 'Outstanding') as outstanding,
       count(*) filter (grade = 'Good') as good,
       count(*) filter (grade = 'Requires improvement to be good') as requires_improvement,
       count(*) filter (grade = 'Inadequate') as inadequate,
       count(*) filter (grade is null) as not_judged
from homes left join words on overall = word
where month(as_at) = 3 and day(as_at) = 31 and (not $council_run or sector = $sector)
group by as_at order by as_at

-- name: councils
select distinct local_authority as council from providers where local_authority is not null order by council

-- name: inspections
with homes as (from providers where list_contains($home_types, provision_type) and as_at <= as_at()),
own as (
    select urn, arg_max(local_authority, as_at) as council, arg_max(sector, as_at) as sector,
           arg_max(provision_type, as_at) as provision_type
    from homes where list_contains($spellings, local_authority) and sector = $sector group by urn)
select urn, council, sector, provision_type, inspection_date::varchar as inspection_date, inspection_type,
       overall, protection, leadership
from published_inspections join own using (urn)
where inspection_date <= as_at()
order by urn, inspection_date, inspection_type
