-- name: put_of
select of from lessons where about = $about and ($by::date is null or put_on <= $by)

-- name: homes_with_actions
select distinct home from main.actions where seen(home)

-- name: required
select home, reference, regulation, standards, action, raised
from actions
where is_requirement(source) and not_cancelled(status) and within_months(raised, 12, as_at())
order by home, raised desc, reference
