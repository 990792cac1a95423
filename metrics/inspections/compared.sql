-- name: one_name
-- Ofsted writes one region, and one council, a little differently from year to year.
create or replace temp macro one_name(name) as
regexp_replace(lower(replace(name, '&', ' and ')), '\bthe\b|[^a-z]', '', 'g')

-- name: region
select region from providers join homes using (urn)
where as_at <= as_at() and region is not null
group by region order by max(as_at) desc, count(*) desc, region limit 1

-- name: groups
with homes_published as (
    from providers where list_contains($home_types, provision_type) and as_at <= as_at()
                         and month(as_at) = 3 and day(as_at) = 31),
grouped as (
    select 'All homes in England' as grouped, 0 as place, * from homes_published
    union all by name
    select 'Council-run homes in England' as grouped, 1 as place, * from homes_published where sector = $sector
    union all by name
    select 'Council-run homes in ' || $region::varchar as grouped, 2 as place, * from homes_published
    where sector = $sector and one_name(region) = one_name($region::varchar)
    union all by name
    select chosen as grouped, 3 as place, homes_published.* from homes_published
    join (select unnest($councils::varchar[]) as chosen) on one_name(chosen) = one_name(local_authority)
    where sector = $sector),
judged as (
    unpivot (select grouped, place, as_at, overall, protection, leadership from grouped)
    on overall, protection, leadership into name judgement value word),
words as (select unnest($words) as word, unnest($grades) as grade)
select grouped as "group", judgement, year(as_at) as year,
       count(*) filter (list_contains($good::varchar[], grade)) as good, count(grade) as judged
from judged join words using (word)
group by grouped, place, judgement, as_at order by place, grouped, judgement, as_at

-- name: councils
select arg_max(local_authority, as_at) as council from providers
where sector = $sector and local_authority is not null and as_at <= as_at()
group by one_name(local_authority) order by council
