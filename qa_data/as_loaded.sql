-- name: versions
with opened as (
    select distinct row_key from main.{dataset} join main.uploads using (upload_id)
    where upload_id = $upload_id and shown(coalesce(sheet, '')) = $sheet and stands_in($row, sheet_row, cells)
      and moment <= known() and {seen} and {day} <= as_at()),
states as (
    select upload_id, arg_max(state, moment) as state, arg_max(made_by, moment) as changed_by,
           max(moment) as changed_at
    from main.upload_states where moment <= known() group by upload_id),
letters as (
    select of_upload as upload_id, of_sheet as sheet, map(list(of_column), list(letter)) as letters
    from main.sheet_columns group by all),
sets as (select had, list(of_column) as columns from main.column_sets group by had)
select row_key, {names}, upload_id, shown(file) as file, shown(coalesce(stored.sheet, '')) as sheet, sheet_row as row,
       letters, cells, stands_in($row, sheet_row, cells) as stands, columns, removed is true as removed, made_by, moment,
       state is not distinct from 'withdrawn' as withdrawn,
       changed_by, changed_at
from main.{dataset} stored join main.uploads using (upload_id) left join states using (upload_id)
     left join letters using (upload_id, sheet) left join sets using (had)
where row_key in (from opened) and moment <= known()
order by row_key, moment, sheet_row

-- name: settled
select cell, shown(original) as original, shown(settled.settled) as settled, made_by, moment
from main.settled settled join main.uploads using (upload_id)
where upload_id = $upload_id and shown(coalesce(sheet, '')) = $sheet and sheet_row = $row
order by length(cell), cell
