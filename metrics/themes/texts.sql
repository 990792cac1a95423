-- name: visits
select home, day, coalesce(max(visitor), '') as visitor
from (select home, visit_date as day, visitor from independent_visits
      union all
      select home, found_on, null from findings where is_independent(source))
group by home, day

-- name: texts
select *, md5(concat_ws(chr(31), kind, text)) as digest from (
    select home, found_on as day, 'finding' as part, kind, finding as text, row_at
    from findings where is_independent(source)
    union all
    select home, visit_date, part,
           case part when 'concerns' then 'Concern' when 'good_practice' then 'Good practice' else 'Child''s view' end,
           text, row_at
    from (unpivot (select home, visit_date, row_at, concerns, good_practice, childrens_views from independent_visits)
          on concerns, good_practice, childrens_views into name part value text))

-- name: every_text
select list(distinct home) as homes, md5(concat_ws(chr(31), kind, text)) as digest, any_value(kind) as kind,
       any_value(text) as text
from (
    select home, kind, finding as text from main.findings where is_independent(source)
    union all
    select home, case part when 'concerns' then 'Concern' when 'good_practice' then 'Good practice'
                           else 'Child''s view' end, text
    from (unpivot (select home, concerns, good_practice, childrens_views
                   from main.visits where is_independent(visit_type))
          on concerns, good_practice, childrens_views into name part value text))
where seen(home) group by digest
