-- name: told
-- The latest month of every series with the concern that stands on it.
create or replace temp view signals_told as
select latest.*, coalesce(tier, 'none') as tier, coalesce(direction, 'none') as direction, since, raised, began,
       evidence, threshold, coalesce(tier = 'flag', false) as flag, coalesce(new, false) as new, over, acting, known,
       since_numerator, since_denominator, before_numerator, before_denominator,
       month > date '{after}' - to_months({recent} + 1) as recent,
       (home, standard, indicator) in (
           select (home, part.standard, part.indicator)
           from (select home, unnest(made_of) as part from wholes where stands)) as of_whole,
       case direction when 'worse' then 'concern' when 'better' then 'improvement' else by_chart end as variation
from signals_latest latest
left join (select * exclude (moment, month, numerator, denominator) from standing) using (home, standard, indicator)

-- name: signals
select * exclude (by_chart) from signals_told where seen(home)
order by direction = 'worse' desc, if(direction = 'none', 2, if(tier = 'flag', 0, 1)), evidence desc nulls last, home,
         standard, indicator
