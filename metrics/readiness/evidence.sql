-- name: evidence
with quoted as (
    select home, unnest(standards) as standard,
           case kind when 'Concern' then 'against' when 'Good practice' then 'for' else 'heard' end as side,
           'finding' as kind, found_on as day, findings.source as told_by, finding as said,
           if(is_from_child(findings.source, kind), child_reference(findings.source, found_on, finding), null) as note,
           [source(row_at, 'finding')] as sources
    from findings join spans using (home) where found_on between begins and ends),
-- How often each kind of visit gave which verdict, of all that gave one.
heard as (
    select home, standard, visit_type as told_by, verdict as said, visit_date as day,
           source(row_at, named) as source, 'verdict' as kind
    from verdicts join spans using (home)
    where verdict in ('Met', 'Partly met', 'Not met') and visit_date between begins and ends
    union all by name
    -- What regulation 44(4) asks of the visitor: (a) of the children's protection, (b) of how the home is conducted.
    select home, case named when 'safeguarded' then 'QS12' else 'QS13' end as standard, visit_type as told_by,
           opinion as said, visit_date as day, source(row_at, named) as source, named as kind
    from (unpivot (select home, visit_date, visit_type, row_at, safeguarded, wellbeing_promoted from independent_visits)
          on safeguarded, wellbeing_promoted into name named value opinion) join spans using (home)
    where opinion in ('Yes', 'No') and visit_date between begins and ends),
judged as (
    select home, standard, told_by, said, kind, if(said in ('Met', 'Yes'), 'for', 'against') as side, max(day) as day,
           count(*) as times, sum(count(*)) over (partition by home, standard, told_by, kind)::bigint as of_times,
           list(source order by day desc) as sources
    from heard group by home, standard, told_by, said, kind),
rated_now as (
    select home, standard, case rag when 'green' then 'for' else 'against' end as side, 'figure' as kind, indicator, rag,
           numerator, denominator, rated.month as month, last_day(rated.month) as day, [] as sources
    from rated join spans using (home) where rag <> 'grey'),
done as (
    select home, unnest(standards) as standard, 'for' as side, 'action' as kind, completed as day,
           actions.source as told_by, action as said, concat_ws(' ', evidence, impact) as note,
           [source(row_at, 'completed')] as sources
    from actions join spans using (home)
    where completed between begins and ends and raised <= as_at() and undertaken(decision, status)
      and trim(concat(evidence, impact)) <> ''),
to_do as (
    select home, unnest(standards) as standard, 'against' as side, 'action' as kind, due as day,
           live_actions.source as told_by, action as said, if(due < as_at(), 'Overdue', 'Due') as note,
           [source(row_at, 'due')] as sources
    from live_actions semi join spans using (home)
    where is_requirement(live_actions.source) or due < as_at()),
changed as (
    select home, 'QS07' as standard, 'for' as side, 'change' as kind, visit_date as day, visit_type as told_by,
           what_changed as said, [source(row_at, 'what_changed')] as sources
    from visits join spans using (home)
    where trim(what_changed) <> '' and visit_date between begins and ends),
planned as (
    select home, standard, if(status in ('On track', 'Achieved'), 'for', 'against') as side, 'plan' as kind,
           'Service plan' as told_by, outcome as said, status as note, [source(row_at, 'status')] as sources
    from plan semi join spans using (home) where status is not null),
every as (
    from quoted union all by name from judged union all by name from rated_now union all by name from done
    union all by name from to_do union all by name from changed union all by name from planned)
select home, standard, side, kind, day, told_by, said, note, times, of_times, indicator, rag, numerator, denominator,
       month, sources
from every
where standard is not null and ($home::varchar is null or home = $home)
order by home, standard, list_position(['for', 'against', 'heard'], side), list_position($kinds, kind), day desc nulls last,
         told_by, indicator, said, sources
