-- name: charted
-- The months that are charted, divided into parts where a chart was rebased: of the `whole` all, else the newest.
create or replace temp table charted as
select home, standard, indicator, part, month, numerator, denominator
from (
    select counted.*, coalesce(len(list_filter(rebased, lambda each: each <= month)), 0) as part,
           coalesce(len(rebased), 0) as parts
    from month_values counted
    left join (select home, standard, indicator, list(month) as rebased
               from rebases where holds and month < $after group by all) using (home, standard, indicator)
    where month >= $after - to_months($months))
where ($whole or part = parts) and ($every or (home, standard, indicator) in (
    select (home, standard, indicator)
    from (select unnest($wanted::struct(home varchar, standard varchar, indicator varchar)[], recursive := true))))

-- name: series
create or replace temp table charted_series as
select *, row_number() over (order by home, standard, indicator, part) - 1 as series
from (select distinct home, standard, indicator, part from charted)

-- name: names
select home, standard, indicator, part from charted_series order by series

-- name: values
select series, year(month) * 12 + month(month) - 1 as month, numerator, denominator
from charted join charted_series using (home, standard, indicator, part)
