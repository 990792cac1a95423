-- name: rated
-- A row a home, standard and indicator as at each moment. Decimals, not floats: 57 of 60 is exactly 95 %.
create or replace temp table rated as
with asked as (
    select unnest($moments::struct(moment date, after date)[], recursive := true)),
declared as (
    select unnest($declared::struct(
        standard varchar, indicator varchar, basis varchar, stock boolean, months integer, of_number integer,
        sign integer, default_target decimal(9, 3), default_floor decimal(9, 3), fewest integer, fewest_short integer,
        not_for varchar)[],
        recursive := true)),
set_values as (
    select setting, value::decimal(9, 3) as value from settings),
as_set as (
    select declared.*, coalesce(set_target.value, default_target) as target,
           coalesce(set_floor.value, default_floor) as floor
    from declared
    left join set_values set_target on set_target.setting = indicator || '.target'
    left join set_values set_floor on set_floor.setting = indicator || '.floor'),
sums as (
    select moment, home, standard, indicator, max(month) as month,
           case when stock then arg_max(numerator, month) else sum(numerator) end::bigint as numerator,
           case when stock then arg_max(denominator, month) else sum(denominator) end::bigint as denominator,
           count(*) filter (month >= after - to_months($recent)) as months_with_value
    from (from month_values where month >= $first - to_months($longest)) counted
    join as_set using (standard, indicator)
    join asked on month < after and month >= after - to_months(months)
    group by moment, home, standard, indicator, stock)
select moment, home, standard, indicator, basis, stock, months, month,
       if(stock, month, after - to_months(months))::date as pooled_since,
       if(stock, month + interval 1 month, after)::date as pooled_after, numerator, denominator,
       not_for <> service_type as counts,
       coalesce(months_with_value, 0) as months_with_value, target::double as target, floor::double as floor,
       case when not counts or target is null or denominator is null or denominator < fewest then 'grey'
            when sign * (of_number * numerator - target * denominator) >= 0 then 'green'
            when sign * (of_number * numerator - floor * denominator) >= 0 then 'amber'
            -- One person, plan or action of few is no red.
            when case when sign > 0 then denominator - numerator else numerator end < fewest_short then 'amber'
            else 'red' end as rag
from (select home, service_type from homes) cross join asked cross join as_set
left join sums using (moment, home, standard, indicator)
