-- name: found
with written as (
    select 'home' as kind, home, opened as day,
           concat_ws(', ', home, array_to_string(other_names, ', '), urn, manager) as text, service_type as about,
           source(row_at, 'home') as source, row_at
    from homes where opened <= as_at()
    union all
    select 'finding', home, found_on,
           concat_ws(': ', if(is_from_child(source, kind), child_reference(source, found_on, finding), null), finding),
           source, source(row_at, 'finding'), row_at
    from findings where found_on <= as_at()
    union all
    select 'visit', home, visit_date, concat_ws(E'\n', concerns, good_practice, childrens_views, what_changed),
           visit_type, source(row_at, 'visit_date'), row_at
    from visits where visit_date <= as_at()
    union all
    select 'action', home, raised, concat_ws(': ', reference, action), concat_ws(', ', source, owner),
           source(row_at, 'action'), row_at
    from actions where raised <= as_at())
select kind, home, day, text, about, source, count(*) over (partition by kind) as of_kind
from written
where len(list_filter($words::varchar[],
                      lambda word: not contains(strip_accents(lower(concat_ws(' ', home, text))), word))) = 0
qualify row_number() over (
    partition by kind order by day desc, home, row_at.file, row_at.sheet, row_at."row") <= $most
order by kind, day desc, home, row_at.file, row_at.sheet, row_at."row"
