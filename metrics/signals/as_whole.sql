-- name: laid
create or replace temp view homes_as_whole as
select home, stands, since, began, over, evidence, threshold, coalesce(made_of, []) as made_of, of_indicators,
       of_verdicts
from concerns_found
left join (select home, list(struct_pack(standard, indicator) order by standard, indicator) as made_of
           from concerns_found where tier = 'part' group by home) using (home)
where tier = 'whole'

-- name: wholes
select $moment::date as moment, told.* exclude (over, since, began),
       if(stands, since, null) as since, if(stands, began, null) as began,
       stands and since = $after - interval 1 month as new,
       if(not stands and over = $after - interval 1 month, over, null) as over, if(stands, acting, null) as acting
from homes_as_whole told
left join (
    select home, since, struct_pack(by := made_by, moment := moment, reason := reason) as acting
    from concern_answers where answer = 'acting' and standard = '' and indicator = '') answered using (home, since)
