-- name: laid
create or replace temp view concerns as
select * exclude (of_indicators, of_verdicts) from {of} where tier in ('watch', 'flag') and seen(home)

-- name: standing
-- A row a series: its concern; where none stands, its evidence for the worse.
-- What is told of one is told while it stands, and in the month in which it is over: `since` when one of any tier has
-- stood without a break, and when that of its tier was `raised`.
select $moment::date as moment, home, standard, indicator, evidence, threshold, month, numerator, denominator,
       if(stands, tier, 'none') as tier, if(stands, direction, 'none') as direction,
       if(stands, if(tier = 'flag', since, first), null) as raised, coalesce(raised = latest, false) as new,
       if(is_over, ended, null) as over,
       case when stands or is_over then first end as since,
       case when stands then began when is_over then coalesce(flag_began, began) end as began,
       if(stands, known, null) as known,
       if(stands, since_numerator, null) as since_numerator, if(stands, since_denominator, null) as since_denominator,
       if(stands, before_numerator, null) as before_numerator,
       if(stands, before_denominator, null) as before_denominator, acting
from (
    select *, ($after - interval 1 month)::date as latest,
           max(if(direction = 'worse', over, null)) over series as ended, not stands and ended = latest as is_over,
           -- The Flag told it, where it was over with the Watch.
           max(if(direction = 'worse' and tier = 'flag' and over = latest, began, null)) over series as flag_began
    from concerns
    window series as (partition by home, standard, indicator)
    qualify row_number() over (
        partition by home, standard, indicator
        order by stands desc, direction = 'worse' desc, if(stands, tier = 'flag', tier = 'watch') desc) = 1) told
left join (
    -- A Watch that is acted on stays so when it becomes a Flag.
    select home, standard, indicator, direction,
           arg_max(struct_pack(by := made_by, moment := moment, reason := reason), moment) as acting
    from concerns join concern_answers answers using (home, standard, indicator)
    where stands and answer = 'acting' and answers.since in (concerns.first, concerns.since)
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
