-- name: laid_out
-- The months that are charted, divided into parts where a chart was rebased; `back` counts them from the latest.
create or replace temp table laid_out as
select home, standard, indicator, part, month, numerator, denominator,
       dense_rank() over (order by home, standard, indicator, part) - 1 as series,
       row_number() over (partition by home, standard, indicator, part order by month desc) - 1 as back
from (
    select counted.*, coalesce(len(list_filter(rebased, lambda each: each <= month)), 0) as part,
           coalesce(len(rebased), 0) as parts
    from month_values counted
    left join (select home, standard, indicator, list(month) as rebased
               from rebases where holds and month < $after group by all) using (home, standard, indicator)
    where month >= $after - to_months($months))
where $whole or part = parts

-- name: names
select distinct home, standard, indicator, part, series from laid_out order by series

-- name: values
select series, back, year(month) * 12 + month(month) - 1 as month, numerator, denominator
from laid_out
