-- name: of_clinics
select home, reference, standards, action, owner, source_date as decided_on, due, completed, status, decision, row_at
from actions where of_clinic(source)

-- name: made
create or replace temp table made as
select * exclude (decision, row_at),
       case when completed <= as_at() then 'done' when is_cancelled(status) then 'cancelled'
            when decision = 'Not accepted' then 'refused'
            when due < as_at() then 'late' else 'open' end as state, source(row_at, 'action') as source
from decided_by_clinics where decided_on <= as_at()

-- name: before
select * exclude (standards, reference), unnest(standards) as standard
from made where decided_on < as_at() and decided_on > as_at() - interval 12 month
order by decided_on desc, home, reference, standard

-- name: on_the_day
from made where decided_on = as_at() order by home, due nulls last, reference

-- name: of_the_last
from made where decided_on = (select max(decided_on) from made where decided_on < as_at())
order by home, due nulls last, reference

-- name: present
select shown(present) as present from attendances where held_on = as_at() and present <> ''

-- name: last_held
select max(held_on) as held_on from (
    select decided_on as held_on from decided_by_clinics union all select held_on from attendances)
where held_on <= as_at()
