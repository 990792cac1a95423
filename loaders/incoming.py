"""A table's rows as queries see them on their way in."""

from collections.abc import Iterator
from contextlib import contextmanager

from loaders.table import Table
from qa_data.cursor import Cursor
from qa_data.schema import content, row_key

INCOMING = "create temp table incoming as select *, {key} as row_key, {content} as content from given"


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
    about = {"sheet_row": pa.array(table.rows, pa.int64())}
    if table.cells:
        about["cells"] = pa.array([list(each.items()) for each in table.cells], pa.map_(pa.string(), pa.string()))
    return pa.table(columns | about)
