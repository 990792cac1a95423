-- name: requirements_met
select home, month_of(due) as month, count(*) filter (completed <= due) as numerator, count(*) as denominator
from actions where is_requirement(source) and not_cancelled(status) and due is not null group by all

-- name: requirements_due
select home, due as since, due as until, row_at, 'due' as named
from actions where is_requirement(source) and not_cancelled(status)
