"""A checked file into the store: every table and the upload's own row in one transaction."""

import json
from contextlib import contextmanager

from loaders.checking import Checked
from loaders.table import Table
from qa_data.schema import content, row_key
from qa_data.scope import of_every_home
from qa_data.store import Store, run
from qa_data.uploads import next_moment

INCOMING = "create temp table incoming as select *, {key} as row_key, {content} as content from given"

COMPARE = """
select count(*) filter (held.row_key is null) as new, count(*) filter (held.content != incoming.content) as changed,
       count(*) filter (held.content = incoming.content) as unchanged
from incoming left join {{{name}}} held using (row_key)
"""


def compared(store: Store, checked: Checked) -> list[dict]:
    """What storing the file would do, a line a table: sheet, dataset, header_row, rows, new, changed, unchanged."""
    with store.reading() as cursor:
        return [_taken(cursor, table) for table in checked.tables]


def store_file(store: Store, checked: Checked, by: str) -> tuple[str, list[dict]]:
    """Stores an accepted file as one upload. Answers the upload's id and what it did, as `compared`."""
    with store.writing() as cursor:
        upload_id = str(cursor.execute("select uuidv7()").fetchone()[0])
        sheets = [_taken(cursor, table, upload_id) for table in checked.tables]
        cursor.execute(
            "insert into uploads values (?, ?, ?, ?, ?, ?)",
            [upload_id, checked.file, checked.sha256, by, next_moment(cursor), json.dumps(sheets)],
        )
        for each in checked.settled:
            cursor.execute("insert into settled values (?, ?, ?, ?, ?, ?)", [upload_id, *each.values()])
    return upload_id, sheets


def _taken(cursor, table: Table, upload_id: str | None = None) -> dict:
    """Compares a table with what the store holds, and stores it when it has an upload."""
    with incoming(cursor, table):
        counts = run(cursor, of_every_home(), COMPARE.format(name=table.dataset.name)).fetchone()
        if upload_id:
            cursor.execute(
                f"insert into {table.dataset.name} by name select *, ? as upload_id, ? as sheet from incoming",
                [upload_id, table.sheet],
            )
            cursor.execute(
                "insert into sheet_columns select $upload_id, $sheet, unnest($names), unnest($letters)",
                {
                    "upload_id": upload_id,
                    "sheet": table.sheet,
                    "names": list(table.letters),
                    "letters": list(table.letters.values()),
                },
            )
    return {
        "sheet": table.sheet,
        "dataset": table.dataset.name,
        "header_row": table.header_row,
        "rows": len(table.rows),
        **dict(zip(("new", "changed", "unchanged"), counts, strict=True)),
    }


@contextmanager
def incoming(cursor, table: Table):
    """The table's rows with their digests under the name `incoming`, for as long as queries need them."""
    cursor.register("given", _arrow(table))
    try:
        cursor.execute(INCOMING.format(key=row_key(table.dataset), content=content(table.dataset)))
        yield
        cursor.execute("drop table incoming")
    finally:
        cursor.unregister("given")


def _arrow(table: Table):
    import pyarrow as pa  # only here: it is slow to import, and a file is being read by another process before it is needed

    types = {
        "VARCHAR": pa.string(),
        "VARCHAR[]": pa.list_(pa.string()),
        "DATE": pa.date32(),
        "BIGINT": pa.int64(),
        "BOOLEAN": pa.bool_(),
    }
    columns = {
        column.name: pa.array(table.columns[column.name], types[column.sql_type]) for column in table.dataset.columns
    }
    return pa.table(columns | {"sheet_row": pa.array(table.rows, pa.int64())})
