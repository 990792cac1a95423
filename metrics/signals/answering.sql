-- name: held
from (
    select home, standard, indicator, since, answer, began, until, reason, made_by, moment
    from concern_answers
    where answer = 'explained' and since <= as_at() or answer = 'acting' and (home, standard, indicator, since) in (
        select (home, standard, indicator, since) from concerns where stands
        union all select (home, standard, indicator, first) from concerns where stands
        union all select (home, '', '', since) from homes_as_whole where stands)
    union all by name
    select home, standard, indicator, 'new usual' as answer, month as began, reason, made_by, moment
    from rebases where holds and month <= as_at())
where $home::varchar is null or home = $home
order by moment desc

-- name: last_known
select max(month) as month from month_values
where home = $home and standard = $standard and indicator = $indicator
