-- Uploads accepted by the moment asked of and not withdrawn by then.
create or replace view qa_current.accepted as
select upload_id, file, moment from main.uploads
where moment <= qa_current.known() and upload_id not in (
    select upload_id from main.upload_states where moment <= qa_current.known()
    group by upload_id having arg_max(state, moment) = 'withdrawn');

-- The homes that a file which holds gives, whoever asks: what was decided about others is of no home that there is.
create or replace view qa_current.known_homes as
select distinct home from main.homes join qa_current.accepted using (upload_id);

-- The names, of any time, of homes that may not be named to whoever asks, in small letters. A name that a home which
-- may be named goes by as well is not among them.
create or replace view qa_current.unseen_names as
with named as (select home, lower(trim(unnest(list_append(other_names, home)))) as name from main.homes)
select name from named where name <> '' group by name having not bool_or(qa_current.may_be_named(home));
