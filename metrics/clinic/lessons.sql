-- name: put
select put.lesson, case when may_be_named(put.home) then put.home end as home, about,
       case when may_be_named(put.home) then of end as of, shown(text) as text, standards, put_on,
       case when may_be_named(put.home) then put.made_by end as made_by,
       asked.home as asked, answer, note, answered_on, given.made_by as answered_by,
       date_diff('day', put_on, coalesce(answered_on, as_at())) as days
from lessons put
join open_homes asked on asked.home <> put.home
left join (select * from lesson_answers where answered_on <= as_at()) given
     on given.lesson = put.lesson and given.home = asked.home
where put_on <= as_at() and put.home in (select home from qa_current.known_homes)
order by put_on desc, put.moment desc, put.lesson, asked.home
