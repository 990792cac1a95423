-- name: living
select home, visit_date as day, children_living as count, source(row_at, 'children_living') as source
from visits join spans using (home)
where children_living is not null and visit_date <= as_at() and ($home::varchar is null or home = $home)
qualify row_number() over (partition by home order by visit_date desc, source) = 1
order by home
