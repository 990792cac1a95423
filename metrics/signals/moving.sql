-- name: grouped
create or replace temp table signals_grouped as
select *, case when direction = 'worse' and new then 'new'
               when direction = 'worse' then 'standing'
               when over is not null then 'over'
               when of_whole then 'whole'
               when direction = 'better' then 'improvements'
               when variation = 'none' then 'few'
               when variation = 'common cause' then 'steady'
               else 'apart' end as grouped
from signals_told where seen(home) and home in (select home from open_homes)

-- name: first
select * exclude (by_chart) from (
    select *, count(*) over (partition by grouped) as of_group,
           row_number() over (partition by grouped
                              order by tier = 'flag' desc, if(tier <> 'none', evidence, null) desc nulls last,
                                       home, standard, indicator) as place
    from signals_grouped
    where ($home::varchar is null or home = $home) and ($standard::varchar is null or standard = $standard))
where place <= $most order by list_position($groups, grouped), place

-- name: whole
-- h = ln(S / B) - 1, of all series together.
select count(*) as series, count(evidence) as tests,
       count(*) filter (direction = 'worse' and tier = 'flag') as flags,
       count(*) filter (direction = 'worse' and tier = 'watch') as watches,
       count(distinct home) filter (direction = 'worse') as homes, count(distinct home) as of_homes,
       if(of_homes >= $many, count(*) filter (direction = 'worse' and evidence >= reach), null) as beyond
from signals_grouped, (select ln(greatest(count(evidence), 1) / $of_all) - 1 as reach from signals_grouped)
