-- name: grouped
create or replace temp table signals_grouped as
select *, case when flag and variation = 'concern' then 'concerns'
               when flag and variation = 'improvement' then 'improvements'
               when flag then 'changes'
               when variation = 'none' then 'few'
               when variation = 'common cause' then 'steady'
               else 'apart' end as grouped
from signals_told where seen(home) and home in (select home from open_homes)

-- name: first
select * exclude (by_chart, by_test) from (
    select *, count(*) over (partition by grouped) as of_group,
           row_number() over (partition by grouped order by p nulls last, home, standard, indicator) as place
    from signals_grouped
    where ($home::varchar is null or home = $home) and ($standard::varchar is null or standard = $standard))
where place <= $most order by list_position($groups, grouped), place

-- name: whole
select count(*) as series, count(p) as tests, count(*) filter (flag) as flags,
       count(*) filter (grouped = 'concerns') as concerns, count(distinct home) filter (grouped = 'concerns') as homes
from signals_grouped
