-- name: wholes
select $moment::date as moment, told.* exclude (over, since, began, made_of, digest),
       if(stands, since, null) as since, if(stands, began, null) as began, if(stands, made_of, []) as made_of,
       stands and since = $after - interval 1 month as new,
       if(not stands and over = $after - interval 1 month, over, null) as over, if(stands, acting, null) as acting
from homes_as_whole told
left join (
    select home, since, struct_pack(by := made_by, moment := moment, reason := reason) as acting
    from concern_answers where answer = 'acting' and standard = '' and indicator = '') answered using (home, since)
