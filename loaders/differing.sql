-- name: new
select incoming.home as home, {about} as told, incoming.sheet_row as sheet_row
from incoming left join {where} held using (row_key)
where held.row_key is null and seen(incoming.home) order by sheet_row, home, told limit {most}

-- name: changed
-- What would be blank comes first.
select home, told, sheet_row, source(row_at, difference.name) as standing, difference.name as name,
       difference.old as old, difference.new as new, every
from (select *, count(*) over () as every
      from (select held.home as home, {about} as told, incoming.sheet_row as sheet_row, held.row_at as row_at,
                   unnest([{pairs}]) as difference
            from incoming join {name} held using (row_key) where {differs})
      where difference.old is distinct from difference.new
      order by difference.new is not null, sheet_row, difference.name, home, told limit {most})
order by new is not null, sheet_row, name, home, told

-- name: kept
select home, told, sheet_row, source(row_at, cell.name) as standing, cell.name as name, cell.old as old, cell.old as new
from (from (select held.home as home, {about} as told, incoming.sheet_row as sheet_row, held.row_at as row_at,
                   unnest([{pairs}]) as cell
            from incoming join {name} held using (row_key) where {any_kept})
      order by sheet_row, cell.name, home, told limit {most})
where cell.old is not null order by sheet_row, name, home, told limit {most}

-- name: may_lack
-- Whether any row that was ever stored is one of those.
with covered as (
    select home, month_of(min(day)) as first, last_day(max(day)) as last from brought where own group by home, sheet)
select 1 from main.{name} held join covered on covered.home = held.home and held.{day} between first and last
where held.row_key not in (select row_key from brought) limit 1

-- name: lacking
-- From the month of the first to the month of the last of a sheet's rows of a home, both whole.
with covered as (
    select home, month_of(min(day)) as first, last_day(max(day)) as last from brought where own group by home, sheet)
select held.home as home, {about} as told, held.row_key::varchar as row_key, file, held.sheet as sheet,
       held.sheet_row as sheet_row, source(held.row_at, null) as standing
from {name} held
where exists (from covered where covered.home = held.home and held.{day} between first and last)
  and held.row_key not in (select row_key from brought)
order by home, told
