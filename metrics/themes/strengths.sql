-- name: strengths
select home, theme, count(distinct (home, day)) filter (period = 'window') as strengths,
       count(distinct (home, day)) filter (period = 'baseline') as strengths_before
from mentioned where polarity = 'strength' group by grouping sets ((theme), (home, theme))

-- name: months
with shown as (select *, month_of(day) as month from visited where day >= month_of(as_at()) - interval 11 month),
held as (select home, month, count(*) as of from shown group by grouping sets ((month), (home, month))),
concerned as (
    select home, theme, month, count(distinct (home, day)) as visits
    from (select *, month_of(day) as month from concerns) group by grouping sets ((theme, month), (home, theme, month)))
select themes.home, themes.theme,
       list({month: strftime(held.month, '%Y-%m'), visits: coalesce(visits, 0), of: of} order by held.month) as months
from (select distinct home, theme from concerned) themes
join held on themes.home is not distinct from held.home
left join concerned on concerned.home is not distinct from themes.home and concerned.theme = themes.theme
     and concerned.month = held.month
group by all

-- name: unbroken
-- The visits on end, up to the last of the window, that all mention it; the boilerplate of the window is left out.
with told as (select distinct home, theme, day from concerns),
themes as (select distinct home, theme from told where day in (select day from visited where period = 'window')),
held as (
    select visited.home, theme, visited.day, told.day is not null as mentions
    from visited join themes using (home) left join told using (home, theme, day)
    where period <> 'earlier')
select home, theme, min(day) as every_since
from held join (select home, theme, max(day) filter (not mentions) as last from held group by all) using (home, theme)
where last is null or day > last
group by home, theme having count(*) >= $run

-- name: standing
select home, theme,
       list_sort(list(distinct {sentence: boilerplate.sentence, visits: boilerplate.visits})) as boilerplate
from mentioned join boilerplate using (words)
where polarity = 'concern' and period = 'window' group by grouping sets ((theme), (home, theme))

-- name: praised
with praised as (
    select theme, count(distinct (home, day)) filter (period = 'window') as strengths,
           count(distinct (home, day)) filter (period = 'baseline') as strengths_before
    from mentioned where polarity = 'strength' group by theme)
select null as home, theme, strengths, strengths_before, of, before_of
from praised cross join (select count(*) filter (period = 'window') as of,
                                count(*) filter (period = 'baseline') as before_of from visited)
where strengths > 0 order by strengths desc, theme
