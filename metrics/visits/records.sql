-- name: unrecorded
select home, list(kind) as kinds from open_homes cross join (select unnest($kinds::varchar[]) as kind)
anti join records_begin using (home, kind) group by home

-- name: records
select home, kind, begins, own.first, told.reason, told.made_by, told.moment
from open_homes cross join (select unnest($kinds::varchar[]) as kind)
left join (select home, kind, begins from records_begin) begun using (home, kind)
left join (select home, visit_type as kind, min(visit_date) as first
           from visits where visit_date <= as_at() group by all) own using (home, kind)
left join (select home, kind, reason, made_by, moment from records_set where begins is not null) told using (home, kind)
order by home, list_position($kinds, kind)
