-- name: progress
select progress.home, progress.month, looked_at, moved_on, children as living, made_by
from plan_progress progress
left join children_living_there there on there.home = progress.home and there.month = progress.month
where looked_at is not null and progress.month <= as_at() and progress.month > as_at() - interval 12 month
order by progress.month desc, progress.home

-- name: most
select max(most) as children from children_living_there where home = $home and month = $month
