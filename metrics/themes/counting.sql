-- name: bounds
select (as_at() - to_months($window))::date + 1 as first, (as_at() - to_months($window + $baseline))::date + 1 as base

-- name: visited
create or replace temp table visited as
select home, day, visitor, $first as first,
       case when day >= $first then 'window' when day >= $base then 'baseline' else 'earlier' end as period,
       datesub('month', case when day >= $first then $first else $base end, day) as stretch
from theme_visits where day <= as_at()

-- name: mentioned
create or replace temp table mentioned as
select * from (from theme_mentions where day >= $base and day <= as_at()) join visited using (home, day)

-- name: concerns
create or replace temp view concerns as
select * from mentioned where polarity = 'concern' and words not in (select words from boilerplate)

-- name: earlier
create or replace temp table earlier as
select home, theme, min(day) as first_seen, max(day) as last_seen
from theme_mentions where polarity = 'concern' and day < $base and seen(home) group by all

-- name: counted
-- Boilerplate is among the concerns here, so that a theme of which nothing else is said is told, with no visit.
with held as (
    select home, count(*) filter (period = 'window') as of, count(*) filter (period = 'baseline') as before_of,
           [count(*) filter (period = 'baseline' and stretch // 3 = 0),
            count(*) filter (period = 'baseline' and stretch // 3 = 1),
            count(*) filter (period = 'baseline' and stretch // 3 = 2),
            count(*) filter (period = 'baseline' and stretch // 3 = 3)] as before_of_quarters,
           min(day) < any_value(first) - to_months($known_long) as known_long, any_value(first) as first
    from visited group by grouping sets ((), (home))),
told as (
    select *, (home, day) as visit, words in (select words from boilerplate) as standing
    from mentioned where polarity = 'concern'),
concerned as (
    select home, theme, min(day) filter (not standing) as first_seen, max(day) filter (not standing) as last_seen,
           count(distinct visit) filter (period = 'window' and not standing) as visits,
           count(distinct visit) filter (period = 'baseline' and not standing) as before,
           coalesce(list(distinct home order by home) filter (period = 'window' and not standing), []) as homes,
           count(distinct stretch) filter (period = 'window' and not standing) as stretches,
           [count(distinct visit) filter (period = 'baseline' and stretch // 3 = 0 and not standing),
            count(distinct visit) filter (period = 'baseline' and stretch // 3 = 1 and not standing),
            count(distinct visit) filter (period = 'baseline' and stretch // 3 = 2 and not standing),
            count(distinct visit) filter (period = 'baseline' and stretch // 3 = 3 and not standing)]
               as before_quarters
    from told group by grouping sets ((theme), (home, theme))),
before_that as (
    select home, theme, min(first_seen) as first_seen, max(last_seen) as last_seen
    from earlier group by grouping sets ((theme), (home, theme)))
select concerned.home, concerned.theme, visits, of, before, before_of, homes, stretches, before_quarters,
       before_of_quarters, least(concerned.first_seen, before_that.first_seen) as first_seen,
       greatest(concerned.last_seen, before_that.last_seen) as last_seen,
       coalesce(known_long and least(concerned.first_seen, before_that.first_seen) >= held.first, false) as new
from concerned
join held on concerned.home is not distinct from held.home
left join before_that on concerned.home is not distinct from before_that.home and concerned.theme = before_that.theme
order by home nulls first, theme
