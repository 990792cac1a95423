-- name: changed
with counted as (
    select home, standard, indicator, month, numerator, denominator, month >= first as lately,
           list_contains($stocks::varchar[], indicator) as stock
    from month_values join spans using (home)
    where month < after and month >= first - to_months(months)),
sums as (
    select home, standard, indicator, lately, count(*) as given, max(month) as month,
           if(any_value(stock), arg_max(numerator, month), sum(numerator))::bigint as numerator,
           if(any_value(stock), arg_max(denominator, month), sum(denominator))::bigint as denominator
    from counted group by home, standard, indicator, lately),
asked as (
    select home, months, unnest($declared::struct(place integer, standard varchar, indicator varchar)[], recursive := true)
    from spans)
select asked.home, asked.standard, asked.indicator, months, coalesce(now.given, 0) as given, now.numerator, now.denominator,
       now.month, coalesce(before.given, 0) as given_before, before.numerator as numerator_before,
       before.denominator as denominator_before, before.month as month_before
from asked
left join sums now on now.lately and (now.home, now.standard, now.indicator)
                                     = (asked.home, asked.standard, asked.indicator)
left join sums before on not before.lately and (before.home, before.standard, before.indicator)
                                               = (asked.home, asked.standard, asked.indicator)
where $home::varchar is null or asked.home = $home
order by asked.home, place
