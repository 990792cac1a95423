-- name: none
create or replace temp table behind as
select moment, home, standard, indicator,
       null::struct(file varchar, sheet varchar, "row" bigint, cell varchar)[] as sources
from wanted

-- name: behind
create or replace temp table behind as
with found as (
    select moment, home, standard, indicator, row_at, named
    from wanted
    join (select unnest($returns::struct(indicator varchar, named varchar)[], recursive := true)) using (indicator)
    join returns using (home)
    where month >= since and month < after
    union all
    select moment, home, standard, indicator, row_at, named
    from wanted
    join (select unnest($visits::struct(indicator varchar, named varchar)[], recursive := true)) using (indicator)
    join independent_visits using (home)
    where visit_date >= since and visit_date < after
    union all
    select moment, home, standard, indicator, row_at, named
    from wanted join declared_rows declared using (home, standard, indicator)
    where declared.since < wanted.after and declared.until >= wanted.since)
select moment, home, standard, indicator, list(distinct source(row_at, named) order by source(row_at, named)) as sources
from found group by moment, home, standard, indicator
