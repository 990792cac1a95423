-- name: returned
-- All months of the indicators, but what was before a chart was rebased and what a person explained.
select home, standard, indicator, month, numerator, denominator
from month_values
left join (select home, standard, indicator, max(month) as rebased
           from rebases where holds and month < $after group by all) using (home, standard, indicator)
where list_contains($tested, indicator) and (rebased is null or month >= rebased)
  and (home, standard, indicator, month) not in (
      select home, standard, indicator,
             unnest(range(began::timestamp, until::timestamp + interval 1 day, interval 1 month))::date
      from concern_answers where answer = 'explained' and until < $after)

-- name: visited
-- Of each standard the verdicts of independent visits that were not Met, of all; and the themes of concern, of all
-- visits.
select home, standard, indicator, month, sum(bad) as numerator, count(*) as denominator
from (
    select home, upper(replace(named, 'verdict_', '')) as standard, 'verdict' as indicator,
           month_of(visit_date) as month, (verdict <> 'Met')::integer as bad
    from (unpivot (from independent_visits where visit_date < $after) on columns('verdict_.*')
          into name named value verdict)
    where verdict in ('Met', 'Partly met', 'Not met')
    union all
    select home, '' as standard, 'themes' as indicator, month_of(day) as month, coalesce(themes, 0) as bad
    from theme_visits
    left join (select home, day, count(distinct theme) as themes
               from theme_mentions where polarity = 'concern' group by home, day) using (home, day)
    where day < $after)
group by home, standard, indicator, month

-- name: names
select distinct home, standard, indicator from evident order by all

-- name: values
select dense_rank() over (order by home, standard, indicator) - 1 as series,
       year(month) * 12 + month(month) - 1 as month, numerator, denominator
from evident
