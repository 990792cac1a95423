-- name: changed
with places as (select unnest($words) as word, unnest($places) as place, unnest($below) as below),
homes as (
    select year(as_at) as year, urn, place, below, inspection_date
    from providers join places on overall = word
    where list_contains($home_types, provision_type) and sector = $sector and month(as_at) = 3 and day(as_at) = 31
      and as_at <= as_at()),
years as (select year as since, lead(year) over (order by year) as year from (select distinct year from homes))
select years.since, years.year, count(*) as homes,
       count(*) filter (after.inspection_date > before.inspection_date) as inspected,
       count(*) filter (newly and after.place < before.place) as better,
       count(*) filter (newly and after.place > before.place) as worse,
       count(*) filter (newly and not before.below) as were_good,
       count(*) filter (newly and not before.below and after.below) as fell,
       count(*) filter (newly and before.below) as were_below,
       count(*) filter (newly and before.below and after.below) as stayed
from years
join homes before on before.year = years.since
join homes after on after.year = years.year and after.urn = before.urn,
     lateral (select after.inspection_date > before.inspection_date as newly)
group by years.since, years.year order by years.year
