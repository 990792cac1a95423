-- name: issues
with changes as (
    select home, child_reference(visit_type, visit_date, finding) as reference, visit_date as found_on,
           visit_type as came_from, 'What changed' as kind, []::varchar[] as standards, finding, row_at, sheet_row,
           what_changed, visitor
    from (select *, coalesce(nullif(trim(childrens_views), ''), what_changed) as finding from visits)
    where trim(what_changed) <> '' and within_months(visit_date, 12, as_at())
      and ($home::varchar is null or home = $home)),
said as materialized (
    select home, child_reference(source, found_on, finding) as reference, found_on, source as came_from, kind,
           standards, finding, row_at, sheet_row
    from findings
    where is_from_child(source, kind) and within_months(found_on, 12, as_at())
      and ($home::varchar is null or home = $home)
    union all by name
    select * exclude (what_changed, visitor) from changes where $with_changes),
alike as (select home, reference, count(*) as alike from said group by all),
newest as materialized (
    from said where $standard::varchar is null or list_contains(standards, $standard)
    order by found_on desc, home, sheet_row, finding limit $most),
-- An answer given on screen holds; the latest day's, and of a day the latest.
on_screen as (
    select home, reference, 'screen' as told_by, answer as state, answered_on as day, shown(text) as words, made_by,
           null as named, null as place
    from child_answers semi join newest using (home) where answered_on <= as_at()
    qualify row_number() over (partition by home, reference order by answered_on desc, moment desc) = 1),
in_actions as (
    select home, unnest(child_references(concat_ws(' ', action, evidence, decision_reason, impact))) as reference,
           'action' as told_by,
           case when undertaken(decision, status) or decision = 'To be decided' and not_cancelled(status)
                then if(completed <= as_at(), 'changed', 'working') else 'unchanged' end as state,
           if(completed <= as_at(), completed, raised) as day, action, impact, decision_reason, reference as named,
           source(row_at, 'action') as place
    from actions semi join newest using (home) where raised <= as_at()),
of_actions as (
    select home, reference, told_by, state, day,
           case state when 'changed' then coalesce(nullif(trim(impact), ''), action) when 'working' then action
                else decision_reason end as words,
           null as made_by, named, place
    from in_actions),
of_visits as (
    select home, unnest(child_references(what_changed)) as reference, 'visit' as told_by, 'changed' as state,
           visit_date as day, what_changed as words, visitor as made_by, null as named,
           source(row_at, 'what_changed') as place
    from visits semi join newest using (home) where visit_date <= as_at()
    union all by name
    select home, reference, 'visit' as told_by, 'changed' as state, found_on as day, what_changed as words,
           visitor as made_by, null as named, source(row_at, 'what_changed') as place
    from changes where $with_changes),
answers as (
    select home, reference,
           list(struct_pack(told_by := told_by, state := state, day := day, words := words, made_by := made_by,
                            named := named, source := place)
                order by list_position(['screen', 'action', 'visit'], told_by), day desc, named, words) as answers
    from (from on_screen where state is not null union all by name from of_actions union all by name from of_visits)
    semi join newest using (home, reference) group by home, reference),
-- Of the words' own month; and the fewest of any month since, or since the page's time began.
around as (
    select newest.home, reference, found_on, arg_min(children, month) filter (month = month_of(found_on)) as own,
           least(min(children), any_value(places)) as fewest
    from newest left join children_living_there lived on lived.home = newest.home and month >= least(month_of(found_on), $begins::date)
    left join homes on homes.home = newest.home
    group by all)
select home, reference, found_on, came_from, kind, standards, finding, alike, coalesce(answers, []) as answers,
       own as living, fewest, source(row_at, 'finding') as source
from newest join alike using (home, reference) left join answers using (home, reference)
left join around using (home, reference, found_on)
order by found_on desc, home, sheet_row, finding

-- name: last
select home, max(found_on) as day from findings
where is_from_child(source, kind) and within_months(found_on, 12, as_at()) group by home
