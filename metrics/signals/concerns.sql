-- name: standing
-- A row a series: its concern; where none stands, its evidence for the worse.
select $moment::date as moment, told.* exclude (stands, over, tier, direction, base, times, against, digest),
       if(stands, tier, 'none') as tier, if(stands, direction, 'none') as direction,
       stands and since = $after - interval 1 month as new,
       if(not stands and ended = $after - interval 1 month, ended, null) as over,
       if(stands, acting, null) as acting
from (
    select *, max(if(direction = 'worse', over, null)) over (partition by home, standard, indicator) as ended
    from concerns
    qualify row_number() over (
        partition by home, standard, indicator
        order by stands desc, direction = 'worse' desc, if(stands, tier = 'flag', tier = 'watch') desc) = 1) told
left join (
    select home, standard, indicator, since, struct_pack(by := made_by, moment := moment, reason := reason) as acting
    from concern_answers where answer = 'acting') answered using (home, standard, indicator, since)

-- name: concerns
from standing where seen(home) and (tier <> 'none' or over is not null)
order by direction = 'worse' desc, tier, evidence desc, home, standard, indicator

-- name: flags
create or replace temp table flags as from standing where seen(home) and tier = 'flag' and direction = 'worse'
