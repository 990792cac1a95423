-- name: told
-- q and the flag of every row, over the whole service: a home's flag does not depend on who looks.
create or replace temp table signals_told as
select *, coalesce(q <= $false_discoveries, false) as flag,
       case when flag then by_test else by_chart end as variation
from signals_latest
left join (
    select home, standard, indicator, min(p * tests / place) over (order by place desc) as q
    from (select *, count(*) over () as tests, row_number() over (order by p, home, standard, indicator) as place
          from signals_latest where p is not null)) using (home, standard, indicator)

-- name: flags
-- The rows that are flagged there, without the q of each.
select $moment::date as moment, *, by_test as variation from signals_latest
where seen(home) and p <= (
    select max(p) from (
        select p, count(*) over () as tests, row_number() over (order by p) as place
        from signals_latest where p is not null)
    where p * tests <= $false_discoveries * place)

-- name: signals
select * exclude (by_chart, by_test) from signals_told where seen(home)
order by flag desc, p nulls last, home, standard, indicator

-- name: largest
select max(p) filter (flag) as most, count(p) as tests from signals_told
