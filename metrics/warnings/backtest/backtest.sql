-- name: inspected
with known as (
    select home, visit_date as day from visits
    union all select home, raised from actions
    union all select home, found_on from findings
    union all select home, last_day(month) from returns)
select home, inspection_date, overall, protection, leadership,
       lag(struct_pack(overall, protection, leadership)) over before as before,
       lag(inspection_date) over before as before_on, recorded_by, source,
       coalesce(begins < inspection_date, false) as recorded,
       recorded and exists (from known where known.home = judged.home and day < inspection_date
               and day >= inspection_date - to_months($evidence_months)) as testable
from full_inspections judged
left join (select home, begins from records_begin where kind = $kind) using (home)
where coalesce(overall, protection, leadership) is not null and inspection_date <= as_at()
window before as (partition by home order by inspection_date)
order by inspection_date desc, home
