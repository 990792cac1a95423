"""What a file that can be loaded would change, cell by cell, and what an earlier file had that it lacks; and the
removal of the latter.
"""

from collections.abc import Iterable

from loaders.checking import Checked
from loaders.storing import add_upload, incoming, new_upload_id
from loaders.table import Table
from qa_data.dictionary import DATASETS, Dataset
from qa_data.dictionary import dataset as known
from qa_data.scope import of_every_home
from qa_data.store import Store

MOST = 200
"""So many changed cells of a sheet are told, and how many there are."""

FIRST = 3
"""So many rows of a removal are named in the history."""

DATED = {
    "visits": "visit_date",
    "findings": "found_on",
    "inspections": "inspection_date",
    "actions": "raised",
    "returns": "month",
}
"""The day that says which month a row is of."""

CHANGED = f"""
select home, told, sheet_row, difference.name as name, difference.old as old, difference.new as new,
       count(*) over () as every
from (select held.home as home, {{about}} as told, incoming.sheet_row, unnest([{{pairs}}]) as difference
      from incoming join {{name}} held using (row_key) where held.content != incoming.content)
where difference.old is distinct from difference.new order by sheet_row limit {MOST}
"""

LACKING = """
select held.home as home, {about} as told, held.row_key::varchar as row_key, file, held.sheet as sheet,
       held.sheet_row as sheet_row
from {name} held
where (held.home, date_trunc('month', held.{day})) in (select (home, month) from brought where own)
  and held.row_key not in (select row_key from brought)
order by home, told
"""


BROUGHT = "create or replace temp table brought (home varchar, month date, row_key uuid, own boolean)"


def differences(store: Store, checked: Checked, beside: Iterable[Checked] = ()) -> dict:
    """Of a file that can be loaded, and those that are loaded `beside` it: `changes`, a changed cell each (dataset,
    home, told: what the row is, sheet, sheet_row, name of the column, old and new in words), the first of each
    sheet; `changed`, how many there are; and `lacking`, a row each that an earlier file of the same home and months
    had and none of these has (dataset, home, told, row_key, file, sheet, sheet_row).
    """
    found: dict = {"changes": [], "changed": 0, "lacking": []}
    with store.reading(of_every_home()) as cursor:
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


def _add_changes(cursor, table: Table, found: dict) -> None:
    with incoming(cursor, table):
        changes = _changed(cursor, table)
        _bring(cursor, table.dataset, own=True)
    found["changed"] += changes[0]["every"] if changes else 0
    found["changes"] += [row | {"sheet": table.sheet} for row in changes]


def _bring(cursor, dataset: Dataset, own: bool) -> None:
    """Keeps which rows of which homes and months a file has."""
    month = f"date_trunc('month', {DATED[dataset.name]})" if dataset.name in DATED else "null"
    cursor.run(f"insert into brought select home, {month}, row_key, $own from incoming", own=own)


def _changed(cursor, table: Table) -> list[dict]:
    pairs = ", ".join(
        f"struct_pack(name := '{column.name}', old := {_words('held', column)}, new := {_words('incoming', column)})"
        for column in table.dataset.columns
    )
    return _rows(
        cursor, table.dataset, CHANGED.format(about=_about(table.dataset), pairs=pairs, name=table.dataset.name)
    )


def _lacking(cursor, dataset: Dataset) -> list[dict]:
    if dataset.name not in DATED:
        return []
    return _rows(cursor, dataset, LACKING.format(about=_about(dataset), day=DATED[dataset.name], name=dataset.name))


def _rows(cursor, dataset: Dataset, sql: str) -> list[dict]:
    return [row | {"dataset": dataset.name} for row in cursor.rows(sql)]


def _about(dataset: Dataset) -> str:
    return (
        "concat_ws(', ', "
        + ", ".join(["null", *(_words("held", column) for column in dataset.keys if column.name != "home")])
        + ")"
    )


def _words(side: str, column) -> str:
    name = f"{side}.{column.name}"
    return (
        f"array_to_string({name}, ', ')"
        if column.sql_type.endswith("[]")
        else f"strftime({name}, '%-d %b %Y')"
        if column.sql_type == "DATE"
        else f"{name}::varchar"
    )


def remove(store: Store, by: str, rows: list[dict]) -> str:
    """Takes those rows (of `lacking`) out of every figure, as an upload of its own: withdrawing it puts them back,
    and a later file that has them brings them back too. The upload's id. Nothing is deleted.
    """
    with store.writing(of_every_home()) as cursor:
        upload_id = new_upload_id(cursor)
        sheets = [
            _removed(cursor, name, [row["row_key"] for row in rows if row["dataset"] == name], upload_id)
            for name in dict.fromkeys(row["dataset"] for row in rows)
        ]
        file = f"Rows removed that {', '.join(dict.fromkeys(row['file'] for row in rows))} had: {_named(rows)}"
        add_upload(cursor, upload_id, file, "", by, sheets)
    return upload_id


def _named(rows: list[dict]) -> str:
    """Visits row 3, Visits row 7 and 12 more: where the first of them stand."""
    first = ", ".join(f"{row['sheet'] or known(row['dataset']).title} row {row['sheet_row']}" for row in rows[:FIRST])
    return first + (f" and {len(rows) - FIRST:,} more" if len(rows) > FIRST else "")


def _removed(cursor, name: str, keys: list[str], upload_id: str) -> dict:
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
