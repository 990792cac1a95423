"""A checked file into the store: every table and the upload's own row in one transaction."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypedDict

from loaders.checking import Checked
from loaders.table import Table
from qa_data.cursor import Cursor
from qa_data.schema import content, row_key
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.uploads import next_moment

SETTLED = """
insert into main.settled values ($upload_id, $sheet, $cell, $sheet_row, $original, $settled)
"""

INCOMING = "create temp table incoming as select *, {key} as row_key, {content} as content from given"

COMPARE = """
select count(*) filter (held.row_key is null) as new, count(*) filter (held.content != incoming.content) as changed,
       count(*) filter (held.content = incoming.content) as unchanged
from incoming left join {name} held using (row_key)
"""


class SheetTaken(TypedDict):
    """What storing a table does: how many of its rows are new, how many change one and how many change nothing."""

    sheet: str
    dataset: str
    header_row: int
    rows: int
    new: int
    changed: int
    unchanged: int


def compared(store: Store, scope: Scope, checked: Checked) -> list[SheetTaken]:
    """What storing the file would do, a line a table."""
    with store.reading(scope) as cursor:
        return _together([_taken(cursor, table) for table in checked.tables])


def store_file(
    store: Store, scope: Scope, checked: Checked, by: str, sample: bool = False
) -> tuple[str, list[SheetTaken]]:
    """Stores an accepted file as one upload, marked where it is of the sample data. Answers the upload's id and what it
    did, as `compared`. OutOfScope when it has rows of a home that may not be seen.
    """
    for home in {home for table in checked.tables for home in table.columns.get("home", ())}:
        scope.must_hold(home)
    with store.writing(scope) as cursor:
        upload_id = new_upload_id(cursor)
        sheets = _together([_taken(cursor, table, upload_id) for table in checked.tables])
        add_upload(cursor, upload_id, checked.file, checked.sha256, by, sheets, sample)
        for each in checked.settled:
            cursor.run(SETTLED, upload_id=upload_id, **each)
    return upload_id, sheets


def _together(taken: list[SheetTaken]) -> list[SheetTaken]:
    """Tables of one dataset in one sheet as one."""
    told: dict[tuple[str, str], SheetTaken] = {}
    for each in taken:
        first = told.setdefault((each["sheet"], each["dataset"]), each)
        if first is not each:
            for count in ("rows", "new", "changed", "unchanged"):
                first[count] += each[count]
    return list(told.values())


def new_upload_id(cursor: Cursor) -> str:
    """An id that no upload has; later ones sort after earlier ones."""
    return str(cursor.rows("select uuidv7() as id")[0]["id"])


def add_upload(
    cursor: Cursor, upload_id: str, file: str, sha256: str, by: str, sheets: list[SheetTaken], sample: bool = False
) -> None:
    """Adds the upload's own row, with what it did to each sheet."""
    cursor.run(
        "insert into main.uploads values ($upload_id, $file, $sha256, $by, $moment, $sheets, $sample)",
        upload_id=upload_id,
        file=file,
        sha256=sha256,
        by=by,
        moment=next_moment(cursor),
        sheets=json.dumps(sheets),
        sample=sample,
    )


def _taken(cursor: Cursor, table: Table, upload_id: str | None = None) -> SheetTaken:
    """Compares a table with what the store holds, and stores it when it has an upload."""
    with incoming(cursor, table):
        [counts] = cursor.rows(COMPARE.format(name=table.dataset.name))
        if upload_id:
            _store(cursor, table, upload_id)
    return {
        "sheet": table.sheet,
        "dataset": table.dataset.name,
        "header_row": table.header_row,
        "rows": len(table.rows),
        "new": counts["new"],
        "changed": counts["changed"],
        "unchanged": counts["unchanged"],
    }


def _store(cursor: Cursor, table: Table, upload_id: str) -> None:
    place = {"upload_id": upload_id, "sheet": table.sheet}
    cursor.run(
        f"insert into main.{table.dataset.name} by name"
        " select *, $upload_id as upload_id, $sheet as sheet from incoming",
        **place,
    )
    cursor.run(
        "insert into main.sheet_columns select $upload_id, $sheet, unnest($names), unnest($letters)",
        names=list(table.letters),
        letters=list(table.letters.values()),
        **place,
    )


@contextmanager
def incoming(cursor: Cursor, table: Table) -> Iterator[None]:
    """The table's rows with their digests under the name `incoming`, for as long as queries need them."""
    with cursor.offering("given", _arrow(table)):
        cursor.run(INCOMING.format(key=row_key(table.dataset), content=content(table.dataset)))
        yield
        cursor.run("drop table incoming")


def _arrow(table: Table) -> object:
    # Only here: it is slow to import, and a file is being read by another process before it is needed.
    import pyarrow as pa

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
    cells = (
        pa.array([list(each.items()) for each in table.cells], pa.map_(pa.string(), pa.string()))
        if table.cells
        else None
    )
    about = {"sheet_row": pa.array(table.rows, pa.int64())} | ({"cells": cells} if cells is not None else {})
    return pa.table(columns | about)
