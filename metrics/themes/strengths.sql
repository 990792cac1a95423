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

-- name: standing
select home, theme,
       list(distinct {sentence: boilerplate.sentence, visits: boilerplate.visits}) as boilerplate
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
