-- name: behind
create or replace temp table behind as
with found as (
    select moment, home, standard, indicator, row_at, named from counted_rows
    union all
    select moment, home, standard, indicator, homes.row_at, 'opened'
    from (from wanted anti join counted_rows using (moment, home, standard, indicator)) join homes using (home))
select moment, home, standard, indicator, list(distinct source(row_at, named) order by source(row_at, named)) as sources
from found group by moment, home, standard, indicator

-- name: one_figure
create or replace temp table wanted as
select moment, home, standard, indicator, pooled_since as since, pooled_after as after
from rated where home = $home and standard = $standard and indicator = $indicator

-- name: one_month
create or replace temp table wanted as
select as_at() as moment, $home::varchar as home, $standard::varchar as standard, $indicator::varchar as indicator,
       $month::date as since, ($month::date + interval 1 month)::date as after
where last_day($month::date) <= as_at()

-- name: rows
select distinct day, named, numerator, denominator, source(row_at, named) as source
from counted_rows order by day, source
