-- name: findings
select found_on, source as came_from, kind, finding,
       if(is_from_child(source, kind), child_reference(source, found_on, finding), null) as reference,
       source(row_at, 'finding') as source
from findings
where home = $home and list_contains(standards, $standard) and within_months(found_on, 12, as_at())
order by found_on desc, sheet_row, source

-- name: childrens_voice
select * exclude (sheet_row) from (
    select found_on, source as came_from, kind, finding, child_reference(source, found_on, finding) as reference,
           source(row_at, 'finding') as source, sheet_row
    from findings
    where home = $home and is_from_child(source, kind) and list_contains(standards, $standard)
      and within_months(found_on, 12, as_at())
    union all
    select visit_date, visit_type, case named when 'what_changed' then 'What changed' else 'Child''s view' end, finding,
           null, source(row_at, named), row_at."row"
    from (unpivot (select home, visit_date, visit_type, row_at, childrens_views, what_changed from visits)
          on childrens_views, what_changed into name named value finding)
    where home = $home and within_months(visit_date, 12, as_at()))
order by found_on desc, sheet_row, source

-- name: visits
select visit_date, visit_type, visitor, verdict, children_living, children_spoken_to, report_quality,
       source(row_at, named) as source
from verdicts
where home = $home and standard = $standard and within_months(visit_date, 12, as_at())
order by visit_date desc, row_at."row", source
