-- name: laid
create or replace temp view concerns as
select * exclude (of_indicators, of_verdicts) from {of} where tier in ('watch', 'flag')

-- name: standing
-- A row a series: its concern; where none stands, its evidence for the worse.
select $moment::date as moment, told.* exclude (stands, ended, over, tier, direction, base, times, against, digest),
       if(stands, tier, 'none') as tier, if(stands, direction, 'none') as direction,
       stands and since = $after - interval 1 month as new,
       if(not stands and ended = $after - interval 1 month, ended, null) as over, acting
from (
    select *, max(if(direction = 'worse', over, null)) over (partition by home, standard, indicator) as ended
    from concerns
    qualify row_number() over (
        partition by home, standard, indicator
        order by stands desc, direction = 'worse' desc, if(stands, tier = 'flag', tier = 'watch') desc) = 1) told
left join (
    -- A Watch that is acted on stays so when it becomes a Flag.
    select home, standard, indicator, direction,
           arg_max(struct_pack(by := made_by, moment := moment, reason := reason), moment) as acting
    from concerns join concern_answers using (home, standard, indicator, since)
    where stands and answer = 'acting'
    group by all) answered using (home, standard, indicator, direction)

-- name: concerns
from standing where seen(home) and (tier <> 'none' or over is not null)
order by direction = 'worse' desc, tier, evidence desc, home, standard, indicator

-- name: flags
create or replace temp table flags as from standing where seen(home) and tier = 'flag' and direction = 'worse'

-- name: proposed
-- The budgets that are tried out on the cursor.
select setting, value
from (select unnest(getvariable('proposed')::struct(setting varchar, value double)[], recursive := true))
where setting in ('signals.watch', 'signals.flag')
