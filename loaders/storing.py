"""A checked file into the store: every table and the upload's own row in one transaction."""

import json
from contextlib import contextmanager

import pyarrow as pa

from loaders.checking import Checked
from loaders.table import Table
from qa_data.asking import Asking
from qa_data.schema import content, row_key
from qa_data.store import Store, run
from qa_data.uploads import next_moment

ARROW = {"VARCHAR": pa.string(), "VARCHAR[]": pa.list_(pa.string()), "DATE": pa.date32(), "BIGINT": pa.int64(), "BOOLEAN": pa.bool_()}

COMPARE = """
select count(*) filter (held.row_key is null) as new, count(*) filter (held.content != incoming.content) as changed,
       count(*) filter (held.content = incoming.content) as unchanged
from (select {key} as row_key, {content} as content from incoming) incoming
left join {{{name}}} held using (row_key)
"""


def compared(store: Store, checked: Checked) -> list[dict]:
    """What storing the file would do, a line a table: sheet, dataset, header_row, rows, new, changed, unchanged."""
    with store.reading() as cursor:
        return [_compared(cursor, table) for table in checked.tables]


def store_file(store: Store, checked: Checked, by: str) -> tuple[str, list[dict]]:
    """Stores an accepted file as one upload. Answers the upload's id and what it did, as `compared`."""
    with store.writing() as cursor:
        sheets = [_compared(cursor, table) for table in checked.tables]
        upload_id = str(cursor.execute("select uuidv7()").fetchone()[0])
        for table in checked.tables:
            _insert(cursor, table, upload_id)
        cursor.execute("insert into uploads values (?, ?, ?, ?, ?, ?)",
                       [upload_id, checked.file, checked.sha256, by, next_moment(cursor), json.dumps(sheets)])
    return upload_id, sheets


def _compared(cursor, table: Table) -> dict:
    dataset = table.dataset
    sql = COMPARE.format(key=row_key(dataset), content=content(dataset), name=dataset.name)
    with _offered(cursor, table):
        counts = run(cursor, Asking(), sql).fetchone()
    return {"sheet": table.sheet, "dataset": dataset.name, "header_row": table.header_row, "rows": len(table.rows),
            **dict(zip(("new", "changed", "unchanged"), counts))}


def _insert(cursor, table: Table, upload_id: str) -> None:
    dataset = table.dataset
    with _offered(cursor, table):
        cursor.execute(f"insert into {dataset.name} by name select *, $upload_id as upload_id, $sheet as sheet, "
                       f"{row_key(dataset)} as row_key, {content(dataset)} as content from incoming",
                       {"upload_id": upload_id, "sheet": table.sheet})


@contextmanager
def _offered(cursor, table: Table):
    """The table's rows under the name `incoming` for as long as a query needs them."""
    cursor.register("incoming", _arrow(table))
    try:
        yield
    finally:
        cursor.unregister("incoming")


def _arrow(table: Table) -> pa.Table:
    columns = {column.name: pa.array(table.columns[column.name], ARROW[column.sql_type]) for column in table.dataset.columns}
    return pa.table(columns | {"sheet_row": pa.array(table.rows, pa.int64())})
