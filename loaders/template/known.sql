-- name: homes
select home, service_type, open_on(opened, closed, as_at()) as is_open,
       month_of(greatest(opened, least(as_at(), closed))) as latest
from homes where $home is null or home = $home order by home

-- name: actions
select * from actions
where ($home is null or home = $home) and status in ('Open', 'In progress') and raised <= as_at()
order by home, due nulls last, reference

-- name: owed
select home, month from returns_owed($months) where $home is null or home = $home order by home, month
