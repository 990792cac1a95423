-- name: strengths
-- A visit's words are told where its findings do not say all of them again, one by one and under their standards.
create or replace temp view strengths_found as
select home, found_on, source as came_from, standards, finding, source(row_at, 'finding') as source, sheet_row
from findings
where kind = 'Good practice' and within_months(found_on, 12, as_at())
union all
select home, visit_date, visit_type, null, good_practice, source(row_at, 'good_practice'), sheet_row
from visits visit
where good_practice is not null and within_months(visit_date, 12, as_at()) and length(good_practice) > (
    select coalesce(sum(length(told.finding) + 1), 0) from findings told
    where told.home = visit.home and told.found_on = visit.visit_date and told.kind = 'Good practice'
      and contains(visit.good_practice, told.finding))

-- name: chosen
select * exclude (sheet_row) from strengths_found
where ($home::varchar is null or home = $home) and ($standard::varchar is null or list_contains(standards, $standard))
  and ($words::varchar is null or contains(lower(finding), lower($words)))
order by found_on desc, home, sheet_row, source limit $most

-- name: by_home
select home, standard, count(*) as strengths
from (select home, unnest(standards) as standard from strengths_found) group by all order by all
