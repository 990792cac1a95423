-- name: lines
select home, standard, outcome, delivery, measure, sccif, evidence, participation, lead, review_date, status,
       review_date < as_at() as review_late, source(row_at, 'outcome') as source
from plan
where ($home::varchar is null or home = $home) and ($standard::varchar is null or standard = $standard)
order by home, standard, sheet_row, source limit $most

-- name: gaps
select home, list(standard order by standard) as standards
from (select home, unnest($codes::varchar[]) as standard from open_homes) due
anti join plan using (home, standard)
where ($home::varchar is null or home = $home) and ($standard::varchar is null or standard = $standard)
group by home order by home

-- name: progress
select count(*) as lines, count(distinct home) as homes,
       count(*) filter (status in ('Some concerns', 'Off track')) as worrying,
       count(*) filter (review_date < as_at()) as late
from plan semi join open_homes using (home)
where ($home::varchar is null or home = $home) and ($standard::varchar is null or standard = $standard)
