-- name: moments
-- The days as at which visits are counted, with the first day asked about and the first day that it is compared with.
create or replace temp table counted_at as
select moment, (moment - to_months($window))::date + 1 as first, (moment - to_months($window + $baseline))::date + 1 as base
from (select unnest($moments::date[]) as moment)

-- name: visited
create or replace temp table visited as
select moment, home, day, visitor, first, base,
       case when day >= first then 'window' when day >= base then 'baseline' else 'earlier' end as period,
       datesub('month', case when day >= first then first else base end, day) as stretch
from theme_visits join counted_at on day <= moment

-- name: mentioned
create or replace temp view mentioned as
select * from theme_mentions join visited using (home, day) where day >= base

-- name: boilerplate
create or replace temp table boilerplate as
with reports as (
    select moment, visitor, count(*) as reports from visited where period = 'window'
    group by grouping sets ((moment), (moment, visitor))),
standing as (
    select moment, words, visitor, min(sentence) as sentence, count(distinct (home, day)) as visits,
           count(distinct home) as homes
    from mentioned where period = 'window' and polarity = 'concern'
    group by grouping sets ((moment, words), (moment, words, visitor)))
select standing.moment, words, min(sentence) as sentence, max(visits) as visits
from standing join reports
     on standing.moment = reports.moment and standing.visitor is not distinct from reports.visitor
where visits >= $fewest and homes > 1 and 2 * visits >= reports
group by standing.moment, words

-- name: concerns
create or replace temp view concerns as
select * from mentioned where polarity = 'concern' and (moment, words) not in (select moment, words from boilerplate)

-- name: earlier
create or replace temp table earlier as
select moment, home, theme, min(day) as first_seen, max(day) as last_seen
from (select distinct home, theme, day from theme_mentions where polarity = 'concern' and seen(home))
join counted_at on day < base group by all

-- name: counted
-- Boilerplate is among the concerns here, so that a theme of which nothing else is said is told, with no visit.
create or replace temp table themes_counted as
with held as (
    select moment, home, count(*) filter (period = 'window') as of, count(*) filter (period = 'baseline') as before_of,
           [count(*) filter (period = 'baseline' and stretch // 3 = 0),
            count(*) filter (period = 'baseline' and stretch // 3 = 1),
            count(*) filter (period = 'baseline' and stretch // 3 = 2),
            count(*) filter (period = 'baseline' and stretch // 3 = 3)] as before_of_quarters,
           min(day) < any_value(first) - to_months($known_long) as known_long, any_value(first) as first
    from visited group by grouping sets ((moment), (moment, home))),
told as (
    select moment, home, theme, day, period, stretch, bool_and(standing) as standing
    from (select mentioned.* exclude (words), boilerplate.words is not null as standing
          from mentioned left join (select moment, words from boilerplate) boilerplate
               on mentioned.moment = boilerplate.moment and mentioned.words = boilerplate.words
          where polarity = 'concern')
    group by all),
concerned as (
    select moment, home, theme, min(day) filter (not standing) as first_seen,
           max(day) filter (not standing) as last_seen,
           count(*) filter (period = 'window' and not standing) as visits,
           count(*) filter (period = 'baseline' and not standing) as before,
           coalesce(list(distinct home order by home) filter (period = 'window' and not standing), []) as homes,
           count(distinct stretch) filter (period = 'window' and not standing) as stretches,
           [count(*) filter (period = 'baseline' and stretch // 3 = 0 and not standing),
            count(*) filter (period = 'baseline' and stretch // 3 = 1 and not standing),
            count(*) filter (period = 'baseline' and stretch // 3 = 2 and not standing),
            count(*) filter (period = 'baseline' and stretch // 3 = 3 and not standing)] as before_quarters
    from told group by grouping sets ((moment, theme), (moment, home, theme))),
before_that as (
    select moment, home, theme, min(first_seen) as first_seen, max(last_seen) as last_seen
    from earlier group by grouping sets ((moment, theme), (moment, home, theme)))
select concerned.moment, concerned.home, concerned.theme, visits, of, before, before_of, homes, stretches,
       before_quarters, before_of_quarters, least(concerned.first_seen, before_that.first_seen) as first_seen,
       greatest(concerned.last_seen, before_that.last_seen) as last_seen,
       coalesce(known_long and least(concerned.first_seen, before_that.first_seen) >= held.first, false) as new
from concerned
join held on concerned.moment = held.moment and concerned.home is not distinct from held.home
left join before_that
     on concerned.moment = before_that.moment and concerned.home is not distinct from before_that.home
        and concerned.theme = before_that.theme

-- name: held
select moment, home, count(*) filter (period = 'window') as of
from visited group by grouping sets ((moment), (moment, home))

-- name: of_service
select moment, theme, visits, of, before, before_of, new, stretches, len(homes) as spread, before_quarters,
       before_of_quarters
from themes_counted where home is null order by moment, theme

-- name: of_homes
select moment, home, theme, visits, of, before, before_of, new, stretches, len(homes) as spread
from themes_counted where home is not null order by moment, home, theme
