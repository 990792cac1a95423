-- name: raised
create or replace temp view raised_actions as
with verifiers as (
    select verified_by, owner, not same_person(verified_by, owner) as by_another
    from (select distinct verified_by, owner from actions where coalesce(trim(verified_by), '') <> ''))
select actions.*, case when is_requirement(source) then 'requirement' when contains(source, 'recommendation')
               then 'recommendation' else 'other' end as kind,
       case when is_cancelled(status) then null
            when completed <= as_at() then case when within_months(completed, 12, as_at()) then 'completed' end
            when decision = 'Not accepted' then 'refused'
            when decision = 'To be decided' then 'undecided'
            when due < as_at() then 'overdue'
            when due <= as_at() + {soon_days} then 'soon'
            when due is not null then 'dated' else 'undated' end as state,
       live_on(raised, decision, status, completed, as_at()) as live, date_diff('day', raised, as_at()) as age,
       coalesce(trim(actions.owner), '') = '' as unowned, coalesce(trim(evidence), '') <> '' as evidenced,
       coalesce(by_another, false) as verified,
       case when state = 'overdue' then date_diff('day', due, as_at()) end as days_overdue
from actions
left join verifiers on verifiers.verified_by = actions.verified_by
                       and verifiers.owner is not distinct from actions.owner
where raised <= as_at()

-- name: placed
select home, row_key, reference, standards, kind, state, live, unowned, evidenced, verified, age, due
from raised_actions where not_cancelled(status) and state is not null

-- name: chosen
from placed_actions
where ($home::varchar is null or home = $home) and ($standard::varchar is null or list_contains(standards, $standard))
  and ($kind::varchar is null or kind = $kind)
  and ($state::varchar is null or state = $state or ($state = 'unowned' and live and unowned))

-- name: counts
select kind, state, count(*) as actions, count(*) filter (live and unowned) as unowned,
       count(*) filter (state = 'completed' and evidenced) as evidenced,
       count(*) filter (state = 'completed' and verified) as verified
from chosen_actions group by kind, state

-- name: ages
select kind, words as age, count(*) as actions
from (select kind, (select arg_min(words, coalesce(until, 1000000))
                    from (select unnest($spans::struct(until integer, words varchar)[], recursive := true))
                    where until is null or age < until) as words
      from chosen_actions where live) group by all

-- name: by_home
select home, standard, count(*) filter (live) as open, count(*) filter (state = 'overdue') as overdue
from (select *, unnest(standards) as standard from chosen_actions) where live group by home, standard

-- name: first
select home, row_key from chosen_actions where $state::varchar is not null or state not in ('completed', 'refused')
order by list_position($states, state), kind <> 'requirement', due nulls last, home, reference
limit $most

-- name: tracked
select home, reference, source as came_from, source_date, regulation, standards, action, priority, decision,
       decision_reason, owner, raised, due, completed, status, evidence, verified_by, impact, kind, state, live,
       unowned, evidenced, verified, age, days_overdue, source(row_at, 'due') as source
from raised_actions semi join (select unnest($keys::uuid[]) as row_key) using (row_key)
order by list_position($states, state), kind <> 'requirement', due nulls last, home, reference

-- name: workable
select home, reference, source as came_from, source_date, regulation, standards, action, priority, decision,
       decision_reason, owner, raised, due, completed, status, evidence, verified_by, impact, kind, state, live,
       unowned, evidenced, verified, age, days_overdue, source(row_at, 'due') as source
from raised_actions where not_cancelled(status) and state <> 'refused'
  and ($standard::varchar is null or list_contains(standards, $standard))
order by list_position($states, state), due nulls last, reference

-- name: overdue
select distinct home, unnest(standards) as standard from placed_actions where state = 'overdue'

-- name: of_standard
select reference, source as came_from, regulation, action, owner, priority, raised, due, completed, status, live,
       case when live and due < as_at() then date_diff('day', due, as_at()) end as days_overdue,
       source(row_at, 'due') as source
from (select *, live_on(raised, decision, status, completed, as_at()) as live from actions)
where home = $home and list_contains(standards, $standard) and raised <= as_at()
  and (live or completed > as_at() - interval 3 month)
order by live desc, due nulls last, reference
