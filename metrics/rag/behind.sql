-- name: behind
create or replace temp table behind as
select moment, home, standard, indicator, list(distinct source(row_at, named) order by source(row_at, named)) as sources
from counted_rows group by moment, home, standard, indicator

-- name: one_figure
create or replace temp table wanted as
select moment, home, standard, indicator, month_of(moment + 1) as after,
       (month_of(moment + 1) - to_months(months))::date as since
from rated where home = $home and standard = $standard and indicator = $indicator

-- name: rows
select distinct day, named, numerator, denominator, source(row_at, named) as source from counted_rows order by day, source
