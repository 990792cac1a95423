"""What a file that can be loaded would change, cell by cell, and what an earlier file had that it lacks; and the removal of the latter."""

import json

from loaders.checking import Checked
from loaders.storing import incoming
from loaders.table import Table
from qa_data.asking import Asking
from qa_data.current import FILE
from qa_data.dictionary import DATASETS, Dataset
from qa_data.dictionary import dataset as known
from qa_data.store import Store, run
from qa_data.uploads import next_moment

MOST = 200
"""So many changed cells and lacking rows of a sheet are told."""

DATED = {"visits": "visit_date", "findings": "found_on", "inspections": "inspection_date", "actions": "raised", "returns": "month"}
"""The day that says which month a row is of."""

CHANGED = f"""
select home, told, sheet_row, difference.name as name, difference.old as old, difference.new as new
from (select held.home as home, {{about}} as told, incoming.sheet_row, unnest([{{pairs}}]) as difference
      from incoming join {{{{{{name}}}}}} held using (row_key) where held.content != incoming.content)
where difference.old is distinct from difference.new order by sheet_row limit {MOST}
"""

LACKING = f"""
select held.home as home, {{about}} as told, held.row_key::varchar as row_key, file, held.sheet as sheet, held.sheet_row as sheet_row
from {{{{{{name}}}}}} held {FILE}
where (held.home, date_trunc('month', held.{{day}})) in (select (home, date_trunc('month', {{day}})) from incoming) and held.row_key not in (select row_key from incoming)
order by home, told limit {MOST}
"""


def differences(store: Store, checked: Checked) -> dict[str, list[dict]]:
    """Of a file that can be loaded: `changes`, a changed cell each (dataset, home, told: what the row is, sheet, sheet_row, name of the column, old and new in words), and `lacking`,
    a row each that an earlier file of the same home and month had (dataset, home, told, row_key, file, sheet, sheet_row)."""
    found: dict[str, list[dict]] = {"changes": [], "lacking": []}
    with store.reading() as cursor:
        for table in checked.tables if checked.accepted else ():
            if table.dataset in DATASETS and table.rows:
                with incoming(cursor, table):
                    found["changes"] += [row | {"sheet": table.sheet} for row in _changed(cursor, table)]
                    found["lacking"] += _lacking(cursor, table.dataset)
    return found


def _changed(cursor, table: Table) -> list[dict]:
    pairs = ", ".join(f"struct_pack(name := '{column.name}', old := {_words('held', column)}, new := {_words('incoming', column)})" for column in table.dataset.columns)
    return _rows(cursor, table.dataset, CHANGED.format(about=_about(table.dataset), pairs=pairs, name=table.dataset.name))


def _lacking(cursor, dataset: Dataset) -> list[dict]:
    if dataset.name not in DATED:
        return []
    return _rows(cursor, dataset, LACKING.format(about=_about(dataset), day=DATED[dataset.name], name=dataset.name))


def _rows(cursor, dataset: Dataset, sql: str) -> list[dict]:
    answer = run(cursor, Asking(), sql)
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row)) | {"dataset": dataset.name} for row in answer.fetchall()]


def _about(dataset: Dataset) -> str:
    return "concat_ws(', ', " + ", ".join(["null", *(_words("held", column) for column in dataset.keys if column.name != "home")]) + ")"


def _words(side: str, column) -> str:
    name = f"{side}.{column.name}"
    return f"array_to_string({name}, ', ')" if column.sql_type.endswith("[]") else f"strftime({name}, '%-d %b %Y')" if column.sql_type == "DATE" else f"{name}::varchar"


def remove(store: Store, by: str, rows: list[dict]) -> str:
    """Takes those rows (of `lacking`) out of every figure, as an upload of its own: withdrawing it puts them back, and a later file that has them brings them back too.
    The upload's id. Nothing is deleted."""
    with store.writing() as cursor:
        upload_id = str(cursor.execute("select uuidv7()").fetchone()[0])
        sheets = [_removed(cursor, name, [row["row_key"] for row in rows if row["dataset"] == name], upload_id) for name in dict.fromkeys(row["dataset"] for row in rows)]
        file = f"Rows removed that {', '.join(dict.fromkeys(row['file'] for row in rows))} had"
        cursor.execute("insert into uploads values (?, ?, ?, ?, ?, ?)", [upload_id, file, "", by, next_moment(cursor), json.dumps(sheets)])
    return upload_id


def _removed(cursor, name: str, keys: list[str], upload_id: str) -> dict:
    run(cursor, Asking(), f"insert into {name} by name select * replace ($id as upload_id), true as removed from {{{name}}} where list_contains($keys, row_key::varchar)", id=upload_id, keys=keys)
    return {"sheet": known(name).title, "dataset": name, "header_row": 0, "rows": len(keys), "new": 0, "changed": len(keys), "unchanged": 0}
