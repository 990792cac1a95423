"""The store's tables, made from the dictionary. Rows are only ever added; each knows its upload, sheet and row."""

from qa_data.dictionary import DATASETS, Dataset
from qa_data.dictionary.decisions import RECORDS
from qa_data.dictionary.ofsted import OFSTED

STORED = DATASETS + OFSTED

UPLOADS = """
create table if not exists uploads (
    upload_id varchar, file varchar, sha256 varchar, made_by varchar, moment timestamp, sheets varchar)
"""

UPLOAD_STATES = """
create table if not exists upload_states (upload_id varchar, state varchar, made_by varchar, moment timestamp)
"""


def _columns(dataset: Dataset) -> str:
    return ", ".join(f"{column.name} {column.sql_type}" for column in dataset.columns)


def _table(dataset: Dataset) -> str:
    return (
        f"create table if not exists {dataset.name} ({_columns(dataset)}, "
        "upload_id varchar, sheet varchar, sheet_row bigint, row_key uhugeint, content uhugeint, removed boolean)"
    )


SHEET_COLUMNS = (
    "create table if not exists sheet_columns (of_upload varchar, of_sheet varchar, of_column varchar, letter varchar)"
)
"""In which column of an upload's sheet each of its values stood."""

SETTLED = (
    "create table if not exists settled (upload_id varchar, sheet varchar, cell varchar, sheet_row bigint, original"
    " varchar, settled varchar)"
)
"""What a person settled in an upload before it was stored: what stood in the cell, and what was taken instead;
nothing where its row was left out.
"""

VERSION = 1
"""Of the tables; a store with a higher one was made by a newer version of the program."""

STORE_VERSION = (
    "create table if not exists store_version (version integer)",
    f"insert into store_version select {VERSION} where not exists (from store_version)",
)

REMOVED = tuple(f"alter table {each.name} add column if not exists removed boolean" for each in STORED)
"""True of a version of a row that says that it is no more; stores made before this could be said have no such
column.
"""

SCHEMA = (
    *STORE_VERSION,
    UPLOADS,
    UPLOAD_STATES,
    SHEET_COLUMNS,
    SETTLED,
    *map(_table, STORED),
    *REMOVED,
    *(each.table for each in RECORDS),
)


def row_key(dataset: Dataset) -> str:
    """SQL: what makes a row the same row in a later file; equal for equal keys, whatever the upload."""
    return _digest(column.name for column in dataset.keys)


def content(dataset: Dataset) -> str:
    """SQL: equal for rows that say the same."""
    return _digest(dataset.names)


def _digest(names) -> str:
    # A blank and an empty text must differ, and "ab" + "c" from "a" + "bc": hence the two control characters.
    return "md5_number(concat_ws(chr(31), " + ", ".join(f"coalesce({name}::varchar, chr(30))" for name in names) + "))"
