-- Uploads accepted by the moment asked of and not withdrawn by then.
create or replace view current.accepted as
select upload_id, file, moment from main.uploads
where moment <= current.known() and upload_id not in (
    select upload_id from main.upload_states where moment <= current.known()
    group by upload_id having arg_max(state, moment) = 'withdrawn');
