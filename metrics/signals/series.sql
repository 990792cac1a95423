-- name: series
-- The months that are charted, divided into parts where a chart was rebased: of the `whole` all, else the newest. They
-- stand in lists, so that the names of a series are looked at once.
create or replace temp table charted_series as
with charted as (
    select counted.*, coalesce(len(list_filter(rebased, lambda each: each <= month)), 0) as part,
           coalesce(len(rebased), 0) as parts
    from {of} counted
    left join (select home, standard, indicator, list(month) as rebased
               from rebases where holds and month < $after group by all) using (home, standard, indicator)
    where month >= $after - to_months($months)),
listed as (
    select home, standard, indicator, part, list(year(month) * 12 + month(month) - 1) as months,
           list(numerator::double) as numerators, list(denominator::double) as denominators
    from charted where $whole or part = parts group by home, standard, indicator, part)
select *, row_number() over (order by home, standard, indicator, part) - 1 as series from listed

-- name: wanted
create or replace temp table wanted as
select unnest($wanted::struct(home varchar, standard varchar, indicator varchar)[], recursive := true)

-- name: names
select home, standard, indicator, part from charted_series order by series

-- name: values
select series, unnest(months) as month, unnest(numerators) as numerator, unnest(denominators) as denominator
from charted_series
