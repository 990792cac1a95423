"""The store's tables, made from the dictionary. Rows are only ever added; each knows its upload, sheet and row."""

from collections.abc import Iterable

from qa_data.dictionary import DATASETS, Column, Dataset
from qa_data.dictionary.decisions import RECORDS
from qa_data.dictionary.ofsted import OFSTED

STORED = DATASETS + OFSTED

UPLOADS = {
    "upload_id": "varchar",
    "file": "varchar",
    "sha256": "varchar",
    "made_by": "varchar",
    "moment": "timestamp",
    "sheets": "varchar",
    "sample": "boolean",
}
"""`sample` is true of the sample data and of what was decided about its homes: all of it goes and comes at once."""

UPLOAD_STATES = {"upload_id": "varchar", "state": "varchar", "made_by": "varchar", "moment": "timestamp"}

SHEET_COLUMNS = {"of_upload": "varchar", "of_sheet": "varchar", "of_column": "varchar", "letter": "varchar"}
"""In which column of an upload's sheet each of its values stood."""

COLUMN_SETS = {"had": "uuid", "of_column": "varchar"}
"""Which columns a sheet had: few sheets differ in it, so each set of columns stands here once."""

SETTLED = {
    "upload_id": "varchar",
    "sheet": "varchar",
    "cell": "varchar",
    "sheet_row": "bigint",
    "original": "varchar",
    "settled": "varchar",
    "of_dataset": "varchar",
    "of_column": "varchar",
    "home": "varchar",
    "split": "bigint",
}
"""What a person settled in an upload before it was stored: what stood in the cell, and what was taken instead;
nothing where its row was left out; of which dataset, column and home the stored row is. Without a cell it is what all
rows of the sheet were given in a column; `split`: how many rows were made of a cell of several recommendations.
"""

ERASURES = {
    "moment": "timestamp",
    "made_by": "varchar",
    "reason": "varchar",
    "kind": "varchar",
    "upload_id": "varchar",
    "counts": "map(varchar, bigint)",
}
"""What was taken out for good: an upload, words or rows past their time, and how many rows of each table that touched;
never what it was.
"""
CLOCK = {"ahead": "timestamp", "noted": "timestamp"}
"""Where a moment lay ahead of the clock (`qa_data.clock`): the moment, and what the clock said."""

OF_A_ROW = {
    "upload_id": "varchar",
    "sheet": "varchar",
    "sheet_row": "bigint",
    "row_key": "uuid",
    "content": "uuid",
    "removed": "boolean",
    "had": "uuid",
    "mixed": "boolean",
    "cells": "map(varchar, varchar)",
}
"""What every row of a dataset has beside its own columns. `removed` is true of a version that says that the row is no
more; `had` is the set of columns that its sheet had, null where it says something in all; `mixed` is true where an
earlier version of the row had another; `cells` are those of its values, by column, where the row's number and the
sheet's columns do not tell them.
"""

TABLES = {
    "store_version": {"version": "integer"},
    "uploads": UPLOADS,
    "upload_states": UPLOAD_STATES,
    "sheet_columns": SHEET_COLUMNS,
    "column_sets": COLUMN_SETS,
    "settled": SETTLED,
    "erasures": ERASURES,
    "clock": CLOCK,
    **{each.name: {column.name: column.sql_type for column in each.columns} | OF_A_ROW for each in STORED},
    **{kind.name: kind.columns for kind in RECORDS},
}
"""Every table: its columns and their SQL types, in order."""


def missing(standing: dict[str, set[str]]) -> list[str]:
    """SQL statements that add what the dictionary has and a store lacks, given the columns of each of its tables."""
    return [
        statement
        for table, columns in TABLES.items()
        for statement in (_added(table, columns, standing[table]) if table in standing else [made(table, columns)])
    ]


def unknown(standing: dict[str, set[str]]) -> bool:
    """Whether the store has a column that the dictionary lacks: a newer version of the program made it, and this one
    would leave its values out of whatever it stores.
    """
    return any(standing[table] - set(columns) for table, columns in TABLES.items() if table in standing)


def made(table: str, columns: dict[str, str]) -> str:
    """SQL: makes the table."""
    return f"create table {table} ({', '.join(f'{name} {kind}' for name, kind in columns.items())})"


def _added(table: str, columns: dict[str, str], standing: set[str]) -> list[str]:
    return [f"alter table {table} add column {name} {columns[name]}" for name in columns if name not in standing]


def row_key(dataset: Dataset) -> str:
    """SQL: what makes a row the same row in a later file; equal for equal keys, whatever the upload."""
    return digest(dataset.keys)


def content(dataset: Dataset) -> str:
    """SQL: equal for rows that say the same."""
    return digest(dataset.columns)


def digest(columns: Iterable[Column]) -> str:
    """SQL: a uuid of what the columns hold, by their names. A blank counts for nothing, so that a column which is
    added, or moved, changes no row that says nothing in it.
    """
    told = ", ".join(_told(name) for name in sorted(column.name for column in columns))
    return f"md5(concat({told or 'null'}))::uuid"


def set_id(names: str) -> str:
    """SQL: what a set of columns is known by, of a list of their names."""
    return f"md5(array_to_string(list_sort({names}), ' '))::uuid"


def _told(name: str) -> str:
    # The length ends each value, whatever stands in it: "ab" and "c" are never "a" and "bc". Blank: null, and no part.
    return f"if({name} is null, null, concat('{name}=', strlen({name}::varchar), ':', {name}::varchar))"
