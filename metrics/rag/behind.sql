-- name: behind
create or replace temp table behind as
with found as (
    select moment, home, standard, indicator, of_whole, row_at, named from counted_rows
    union all
    select moment, home, standard, indicator, of_whole, homes.row_at, 'opened'
    from (from wanted anti join counted_rows using (moment, home, standard, indicator, of_whole))
    join homes using (home))
select moment, home, standard, indicator, of_whole, list(distinct source(row_at, named) order by source(row_at, named)) as sources
from found group by moment, home, standard, indicator, of_whole

-- name: one_figure
create or replace temp table wanted as
select moment, home, standard, indicator, false as of_whole, pooled_since as since, pooled_after as after
from rated where home = $home and standard = $standard and indicator = $indicator

-- name: one_month
create or replace temp table wanted as
select as_at() as moment, $home::varchar as home, $standard::varchar as standard, $indicator::varchar as indicator,
       false as of_whole,
       $month::date as since, ($month::date + interval 1 month)::date as after
where last_day($month::date) <= as_at()

-- name: rows
select distinct day, named, numerator, denominator, source(row_at, named) as source
from counted_rows order by day, source

-- name: of_wholes
-- Themes are told by every visit.
select home, list(distinct told order by told) as sources
from (
    select home, unnest(sources) as told from behind where of_whole
    union all
    select home, source(row_at, 'visit_date')
    from independent_visits
    join (select home, began, month_of(moment + 1) as after from wholes
          where stands and moment = as_at() and list_contains(list_transform(made_of, lambda each: each.indicator),
                                                               'themes')) told using (home)
    where visit_date >= began and visit_date < after and seen(home))
group by home
