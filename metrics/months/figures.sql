-- name: of_home
select standard, indicator, months, month, numerator, denominator, counts, target, floor, rag
from rated where home = $home

-- name: months_of_home
select standard, indicator, month, numerator, denominator from month_values
where home = $home and month >= date_trunc('month', as_at()) - interval 36 month
order by standard, indicator, month

-- name: of_standard
select home, indicator, months, month, numerator, denominator, counts, target, floor, rag
from rated where standard = $standard
