-- name: gaps
with without as (
    select home, list(month order by month) as months
    from span_months join spans using (home) anti join (select home, month from returns) given using (home, month)
    -- Of the month in which it opened no return is owed.
    where first_full_month(opened) <= month group by home),
-- A month is of the span in which its visit fell due: by its last day.
unvisited as (
    select home, list(month order by month) as visits
    from duty_months($monthly, 1, month_of(as_at() + 1)) join spans using (home)
    where not served and month >= $law_from and last_day(month) between begins and ends group by home),
found as (
    select home, unnest(standards) as standard from findings join spans using (home)
    where found_on between begins and ends
    union all
    select home, standard from verdicts join spans using (home)
    where verdict in ('Met', 'Partly met', 'Not met') and visit_date between begins and ends),
unheard as (
    select home, list(standard order by standard) as standards
    from (select home, unnest($codes::varchar[]) as standard from spans) every anti join found using (home, standard)
    group by home),
dated as (
    select home, 'visits' as dataset from visits join spans using (home) where visit_date between begins and ends
    union all
    select home, 'findings' from findings join spans using (home) where found_on between begins and ends
    union all
    select home, 'returns' from returns semi join span_months using (home, month)
    union all
    select home, 'actions' from actions where raised <= as_at()
    union all
    select home, 'inspections' from full_inspections where inspection_date <= as_at()
    union all
    select home, 'plan' from plan),
lacking as (
    select home, list(dataset order by list_position($datasets, dataset)) as datasets
    from (select home, unnest($datasets::varchar[]) as dataset from spans) every anti join dated using (home, dataset)
    group by home)
select home, coalesce(months, []) as months, coalesce(visits, []) as visits, coalesce(standards, []) as standards,
       coalesce(datasets, []) as datasets
from (select home from spans) every
left join without using (home) left join unvisited using (home) left join unheard using (home) left join lacking using (home)
where $home::varchar is null or home = $home order by home
