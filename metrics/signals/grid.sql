-- name: explained_months
create or replace temp table explained_months as
select home, standard, indicator,
       unnest(range(began::timestamp, until::timestamp + interval 1 day, interval 1 month))::date as month
from concern_answers where answer = 'explained' and until < $after

-- name: series
-- All months of the indicators, but what was before a chart was rebased and what a person explained. And, `visited`, of
-- each standard the verdicts of independent visits that were not Met, of all; and the themes of concern, of all visits.
-- The months of a series stand in lists, so that its names are looked at once.
create or replace temp table evident_series as
with evident as (
    select false as visited, home, standard, indicator, month, numerator, denominator
    from month_values
    left join (select home, standard, indicator, max(month) as rebased
               from rebases where holds and month < $after group by all) using (home, standard, indicator)
    where list_contains($tested, indicator) and (rebased is null or month >= rebased)
      and (home, standard, indicator, month) not in (from explained_months)
    union all by name
    select true as visited, home, standard, indicator, month, sum(bad) as numerator, count(*) as denominator
    from (
        select home, upper(replace(named, 'verdict_', '')) as standard, 'verdict' as indicator,
               month_of(visit_date) as month, (verdict <> 'Met')::integer as bad
        from (unpivot (from independent_visits where visit_date < $after) on columns('verdict_.*')
              into name named value verdict)
        where verdict in ('Met', 'Partly met', 'Not met')
        union all
        select home, '' as standard, 'themes' as indicator, month_of(day) as month, themes as bad
        from concern_counts where day < $after)
    group by home, standard, indicator, month),
listed as (
    select visited, home, standard, indicator, list(year(month) * 12 + month(month) - 1) as months,
           list(numerator::float) as numerators, list(denominator::float) as denominators
    from evident group by visited, home, standard, indicator)
select *, row_number() over (order by visited, home, standard, indicator) - 1 as series from listed

-- name: names
select visited, home, standard, indicator from evident_series order by series

-- name: values
select series, unnest(months) as month, unnest(numerators) as numerator, unnest(denominators) as denominator
from evident_series

-- name: explained
select distinct series, year(month) * 12 + month(month) - 1 as month
from explained_months join evident_series using (home, standard, indicator)
where not visited
