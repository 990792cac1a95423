"""Every table of a store and its columns of text, as they are found there: no list could forget one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from duckdb import DuckDBPyConnection

from qa_data.dictionary import Column, Dataset
from qa_data.dictionary.decisions import RECORDS
from qa_data.schema import STORED

Run = Callable[..., DuckDBPyConnection]
"""Runs a statement with its parameters, by name: `Cursor.run`, or `running` on a connection."""

VIEWS, KEPT = "qa_current", "qa_kept"
"""The schemas of what is made anew from the rows: what holds, and answers that are kept."""

OWN = {
    "store_version": {"version"},
    "uploads": {"sha256"},
    "upload_states": {"state"},
    "sheet_columns": {"of_upload", "of_column", "letter"},
    "column_sets": {"of_column"},
    "settled": {"cell", "of_dataset", "of_column"},
    "erasures": {"kind", "counts"},
    "rebases": {"indicator", "standard"},
    "concern_answers": {"indicator", "standard", "answer"},
    "repeat_decisions": {"decision"},
    "lessons": {"lesson", "about", "standards"},
    "lesson_answers": {"lesson", "answer", "action"},
    "settings": {"setting"},
    "records_set": {"kind"},
    "headings": {"heading", "sheet", "reads_as"},
    "child_answers": {"reference", "answer"},
    "page_choices": {"reference", "shown_as"},
}
"""Columns of text in which the program's own words stand, and nobody's else: ids, what is chosen from its lists, and
the keys of headings, which are made from them as they were written.
"""

OF_ROWS = {"upload_id", "cells"}
"""The same in every table: an upload's id, and cells by column."""

CHOSEN = ("choice", "judgement", "standard", "standards")
"""The types of a dataset's columns that hold nothing else either."""

PLACED = ("home", "file", "sheet", "of_sheet", "written", "on_sheet")
"""Columns in which equal texts are the same home, file, sheet or heading."""


def running(connection: DuckDBPyConnection) -> Run:
    """Runs statements on that connection."""
    return lambda sql, **parameters: connection.execute(sql, parameters or None)


@dataclass(frozen=True)
class Table:
    """A table of the store: its schema and name, and its columns with their SQL types."""

    schema: str
    name: str
    columns: dict[str, str] = field(compare=False)

    @property
    def said(self) -> str:
        """Its full name in SQL."""
        return f'"{self.schema}"."{self.name}"'

    @cached_property
    def dataset(self) -> Dataset | None:
        """The dataset whose rows it has."""
        return next((each for each in STORED if each.name == self.name), None) if self.schema == "main" else None

    @cached_property
    def texts(self) -> list[str]:
        """Its columns in which what somebody wrote may stand."""
        own = OWN.get(self.name, set()) | OF_ROWS | {each.name for each in self._columns if each.type in CHOSEN}
        return [name for name, kind in self.columns.items() if "VARCHAR" in kind and name not in own]

    @cached_property
    def keys(self) -> set[str]:
        """Those by which a row, a home or a sheet is known."""
        keys = {key for kind in RECORDS if kind.name == self.name for key in kind.keys}
        keys |= {column.name for column in self._columns if column.is_key}
        return {name for name in self.texts if name in PLACED or name in keys}

    @property
    def _columns(self) -> tuple[Column, ...]:
        return self.dataset.columns if self.dataset else ()


EVERY = """
select schema_name, table_name, list(column_name order by column_index), list(data_type order by column_index)
from duckdb_columns() where database_name = current_database() and (schema_name, table_name) in (
    select (schema_name, table_name) from duckdb_tables()
    where not temporary and database_name = current_database()) and schema_name {seen}
group by all order by all
"""


def tables(run: Run, schema: str | None = None) -> list[Table]:
    """The tables that are stored, without what is made anew from them; or those of a schema."""
    seen = f"= '{schema}'" if schema else f"not in ('{VIEWS}', '{KEPT}')"
    told = run(EVERY.format(seen=seen)).fetchall()
    return [Table(schema, name, dict(zip(columns, types, strict=True))) for schema, name, columns, types in told]
