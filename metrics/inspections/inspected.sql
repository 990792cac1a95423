-- name: judgements
select home, urn, opened, inspection_date, overall, protection, leadership, recorded_by, source,
       datesub('month', max(inspection_date) over (partition by home), as_at()) as months_since
from (select home, urn, opened from open_homes)
left join (from full_inspections where inspection_date <= as_at()) judged using (home)
where $home::varchar is null or home = $home order by home, inspection_date

-- name: others
select home, inspection_date, inspection_type, summary, report_published, source(row_at, 'inspection_type') as source
from inspections
where not is_full(inspection_type) and inspection_date <= as_at() and ($home::varchar is null or home = $home)
order by inspection_date desc, home, source limit $most

-- name: asked
select home, reference, source as came_from, source_date, regulation, standards, action, decision, due, completed, live,
       is_requirement(asked.source) as required, live and due < as_at() as late, source(row_at, 'due') as source
from (select *, live_on(raised, decision, status, completed, as_at()) as live from actions) asked
where is_asked_by_ofsted(asked.source) and raised <= as_at() and not_cancelled(status)
  and ($home::varchar is null or home = $home) and (live or source_date > as_at() - interval 12 month)

-- name: history
select * exclude (home) from full_inspections where home = $home and inspection_date <= as_at() order by inspection_date
