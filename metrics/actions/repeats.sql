-- name: asked_for
select home, reference, raised, action from actions
where list_contains($sources, source) and not_cancelled(status) order by home, raised, reference

-- name: repeats
with told as (
    select home, reference, struct_pack(
        home := home, reference := reference, came_from := source, source_date := source_date, action := action,
        raised := raised, status := status, completed := completed, standards := standards,
        source := source(row_at, 'action')) as told
    from actions
    where (home, reference) in (select home, unnest([first_reference, later_reference]) from repeats_found
                                where within_months(later_raised, 12, as_at())))
select found.home, later.told.standards as standards, similarity, coalesce(decision, $suggested) as decision, reason,
       made_by, moment, earlier.told as first, later.told as later
from repeats_found found
join told earlier on earlier.home = found.home and earlier.reference = first_reference
join told later on later.home = found.home and later.reference = later_reference
left join repeat_decisions decided
     on decided.home = found.home and decided.first_reference = found.first_reference
     and decided.later_reference = found.later_reference
where within_months(later_raised, 12, as_at())
order by later_raised desc, found.home, found.later_reference
