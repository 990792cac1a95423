"""What a file that can be loaded would change, cell by cell, and what an earlier file had that it lacks; and the
removal of the latter.
"""

from collections.abc import Iterable
from typing import TypedDict, cast

from loaders.checking import Checked
from loaders.storing import SheetTaken, add_upload, differs, incoming, new_upload_id
from loaders.table import Table
from qa_data.cursor import Cursor
from qa_data.dictionary import DATASETS, DATED, Column, Dataset
from qa_data.dictionary import dataset as known
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.store import Store

MOST = 200
"""So many changed cells of a sheet are told, and how many there are."""

FIRST = 3
"""So many rows of a removal are named in the history."""

CHANGED = f"""
select home, told, sheet_row, standing, difference.name as name, difference.old as old, difference.new as new,
       count(*) over () as every
from (select held.home as home, {{about}} as told, incoming.sheet_row,
             source(held.row_at, null) as standing, unnest([{{pairs}}]) as difference
      from incoming join {{name}} held using (row_key) where {{differs}})
where difference.old is distinct from difference.new order by sheet_row limit {MOST}
"""

LACKING = """
select held.home as home, {about} as told, held.row_key::varchar as row_key, file, held.sheet as sheet,
       held.sheet_row as sheet_row, source(held.row_at, null) as standing
from {name} held
where (held.home, date_trunc('month', held.{day})) in (select (home, month) from brought where own)
  and held.row_key not in (select row_key from brought)
order by home, told
"""


BROUGHT = "create or replace temp table brought (home varchar, month date, row_key uuid, own boolean)"


class Change(TypedDict):
    """A cell that would change. `told`: what its row is; `name`: of its column; `old` and `new` in words."""

    dataset: str
    home: str | None
    told: str
    sheet: str
    sheet_row: int
    name: str
    old: str | None
    new: str | None
    standing: Source
    """Where the row as it is stored came from."""
    every: int
    """How many of its sheet there are."""


class Lacking(TypedDict):
    """A row that an earlier file of the same home and month had. `told`: what it is."""

    dataset: str
    home: str
    told: str
    row_key: str
    file: str
    sheet: str | None
    sheet_row: int
    standing: Source


class Differences(TypedDict):
    """`changes`: the first changed cells of each sheet; `changed`: how many there are; `lacking`: a row each that an
    earlier file had and none of these has.
    """

    changes: list[Change]
    changed: int
    lacking: list[Lacking]


def differences(store: Store, scope: Scope, checked: Checked, beside: Iterable[Checked] = ()) -> Differences:
    """What a file that can be loaded would change, and what it and those that are loaded `beside` it lack."""
    found: Differences = {"changes": [], "changed": 0, "lacking": []}
    with store.reading(scope) as cursor:
        for dataset in DATASETS if checked.accepted else ():
            if own := _of(checked, dataset):
                cursor.run(BROUGHT)
                for table in own:
                    _add_changes(cursor, table, found)
                for table in (table for other in beside if other.accepted for table in _of(other, dataset)):
                    with incoming(cursor, table):
                        _bring(cursor, dataset, own=False)
                found["lacking"] += _lacking(cursor, dataset)
    return found


def _of(checked: Checked, dataset: Dataset) -> list[Table]:
    return [table for table in checked.tables if table.dataset is dataset and table.rows]


def _add_changes(cursor: Cursor, table: Table, found: Differences) -> None:
    with incoming(cursor, table):
        changes = _changed(cursor, table)
        _bring(cursor, table.dataset, own=True)
    found["changed"] += changes[0]["every"] if changes else 0
    found["changes"] += changes


def _bring(cursor: Cursor, dataset: Dataset, own: bool) -> None:
    """Keeps which rows of which homes and months a file has."""
    month = f"date_trunc('month', {DATED[dataset.name]})" if dataset.name in DATED else "null"
    cursor.run(f"insert into brought select home, {month}, row_key, $own from incoming", own=own)


def _changed(cursor: Cursor, table: Table) -> list[Change]:
    pairs = ", ".join(
        f"struct_pack(name := '{column.name}', old := {_words('held', column)}, new := {_words('incoming', column)})"
        for column in map(table.dataset.column, table.had)
    )
    sql = CHANGED.format(about=_about(table.dataset), pairs=pairs, name=table.dataset.name, differs=differs(table))
    about: dict = {"dataset": table.dataset.name, "sheet": table.sheet}
    return [cast(Change, row | about) for row in cursor.rows(sql)]


def _lacking(cursor: Cursor, dataset: Dataset) -> list[Lacking]:
    if dataset.name not in DATED:
        return []
    sql = LACKING.format(about=_about(dataset), day=DATED[dataset.name], name=dataset.name)
    return [cast(Lacking, row | {"dataset": dataset.name}) for row in cursor.rows(sql)]


def _about(dataset: Dataset) -> str:
    return (
        "concat_ws(', ', "
        + ", ".join(["null", *(_words("held", column) for column in dataset.keys if column.name != "home")])
        + ")"
    )


def _words(side: str, column: Column) -> str:
    name = f"{side}.{column.name}"
    return (
        f"array_to_string({name}, ', ')"
        if column.sql_type.endswith("[]")
        else f"strftime({name}, '%-d %b %Y')"
        if column.sql_type == "DATE"
        else f"{name}::varchar"
    )


def remove(store: Store, scope: Scope, by: str, rows: list[Lacking]) -> str:
    """Takes those rows (of `lacking`) out of every figure, as an upload of its own: withdrawing it puts them back,
    and a later file that has them brings them back too. The upload's id. Nothing is deleted. OutOfScope when one of
    them is of a home that may not be seen.
    """
    with store.writing(scope) as cursor:
        keys = {
            name: [row["row_key"] for row in rows if row["dataset"] == name]
            for name in dict.fromkeys(row["dataset"] for row in rows)
        }
        for home in {home for name, asked in keys.items() for home in _homes(cursor, name, asked)}:
            scope.must_hold(home)
        upload_id = new_upload_id(cursor)
        sheets = [_removed(cursor, name, asked, upload_id) for name, asked in keys.items()]
        file = f"Rows removed that {', '.join(dict.fromkeys(row['file'] for row in rows))} had: {_named(rows)}"
        add_upload(cursor, upload_id, file, "", by, sheets)
    return upload_id


def _homes(cursor: Cursor, name: str, keys: list[str]) -> list[str]:
    """Whose rows of a dataset they are, whatever is said of them."""
    stored = f"select distinct home from main.{known(name).name} where list_contains($keys, row_key::varchar)"
    return [row["home"] for row in cursor.rows(stored, keys=keys)]


def _named(rows: list[Lacking]) -> str:
    """Visits row 3, Visits row 7 and 12 more: where the first of them stand."""
    first = ", ".join(f"{row['sheet'] or known(row['dataset']).title} row {row['sheet_row']}" for row in rows[:FIRST])
    return first + (f" and {len(rows) - FIRST:,} more" if len(rows) > FIRST else "")


def _removed(cursor: Cursor, name: str, keys: list[str], upload_id: str) -> SheetTaken:
    gone = "select * exclude (file, row_at) replace ($id as upload_id), true as removed"
    cursor.run(
        f"insert into main.{name} by name {gone} from {name} where list_contains($keys, row_key::varchar)",
        id=upload_id,
        keys=keys,
    )
    return {
        "sheet": known(name).title,
        "dataset": name,
        "header_row": 0,
        "rows": len(keys),
        "new": 0,
        "changed": len(keys),
        "unchanged": 0,
    }
