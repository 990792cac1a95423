"""How a store that an earlier version made becomes one of this version, step by numbered step.

**No step is needed** for a table or a column that is new: what the dictionary has and a store lacks is added when the
store is opened (`schema.missing`), blank in every row that is there. A store with a column that the dictionary lacks
was made by a newer version, and is refused like one with a higher number (`schema.unknown`).

**A step is needed** where what is stored must become something else: a column has another name or type, another column
is part of the key, a column is taken out of the dictionary, or a digest is worked out otherwise. A step for any of
these ends with `digests_made_anew`, since rows are compared with later files by their digests. A step is added at the
end, with the next number, and is never changed once a version with it has been given out.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from qa_data.dictionary import Dataset
from qa_data.schema import STORED, digest, set_id

Tables = dict[str, set[str]]
"""The columns of each table that a store has."""


class Step(NamedTuple):
    """The version that a store has after it, what it does in one sentence, and the doing, inside a transaction. It
    comes before what is missing is added: a table or column may not be there.
    """

    number: int
    sentence: str
    taken: Callable[[DuckDBPyConnection], None]


def standing(connection: DuckDBPyConnection) -> Tables:
    """The columns of each of the store's tables, as they are."""
    # Not by duckdb_columns(): it lays out all of DuckDB's own views first, which takes longer than opening the file.
    names = connection.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' and database_name = current_database()"
    ).fetchall()
    told = " union all ".join(f"select '{name}', name from pragma_table_info('{name}')" for (name,) in names)
    tables: Tables = {name: set() for (name,) in names}
    for table, column in connection.execute(told).fetchall() if told else ():
        tables[table].add(column)
    return tables


def digests_made_anew(connection: DuckDBPyConnection) -> None:
    """Works out every stored row's key and digest from its columns, as the dictionary has them now."""
    there = standing(connection)
    for dataset in STORED:
        if dataset.name in there:
            _made_anew(connection, dataset, there[dataset.name])


def _made_anew(connection: DuckDBPyConnection, dataset: Dataset, there: set[str]) -> None:
    # A column that is still to be added is blank, and a blank counts for nothing in a digest.
    key, content = (digest(each for each in of if each.name in there) for of in (dataset.keys, dataset.columns))
    # The table is made anew: DuckDB 1.5 cannot take `alter column … using` with a function in it from its log again.
    connection.execute(
        f"create or replace table {dataset.name} as"
        f" select * replace ({key} as row_key, {content} as content) from {dataset.name}"
    )


KEPT_BY_0_4_0 = (
    "kept_stands",
    "month_values",
    "repeats_kept",
    "signals_kept",
    "text_mentions",
    "texts_read",
    "texts_read_until",
    "theme_mentions_kept",
    "theme_visits_kept",
)
"""Answers that 0.4.0 kept in the store; they are worked out again when they are asked for."""


def _uuids(connection: DuckDBPyConnection) -> None:
    for table in KEPT_BY_0_4_0:
        connection.execute(f"drop table if exists {table}")
    digests_made_anew(connection)


SAMPLE_FILES = Path(__file__).with_name("sample_files.txt")
"""The fingerprints (sha256) of the sample data's files as versions up to 0.5.0 shipped them."""

OF_THE_SAMPLE = """
update uploads set sample = true where made_by = 'Sample data' and list_contains($files, sha256)
"""

DECIDED_ABOUT_IT = """
with given as (select home, bool_and(sample is true) as sample from homes join uploads using (upload_id) group by home)
update uploads set sample = true
where sha256 = '' and starts_with(file, 'Performance clinic ') and upload_id in (
    select upload_id from actions left join given using (home) group by upload_id having bool_and(given.sample))
"""


def _sample_marked(connection: DuckDBPyConnection) -> None:
    there = standing(connection)
    if not {"uploads", "homes", "actions"} <= there.keys():
        return
    connection.execute("alter table uploads add column if not exists sample boolean")
    connection.execute(OF_THE_SAMPLE, {"files": SAMPLE_FILES.read_text(encoding="utf-8").split()})
    connection.execute(DECIDED_ABOUT_IT)


SETS_OF_COLUMNS = f"""
create or replace table column_sets as
with sets as (select of_upload, of_sheet, {set_id("list(of_column)")} as had from sheet_columns group by all)
select distinct had, of_column from sheet_columns join sets using (of_upload, of_sheet)
"""

ROWS_WITH_THEM = f"""
create or replace table {{name}} as
with sets as (select of_upload, of_sheet, {set_id("list(of_column)")} as had from sheet_columns group by all)
select stored.*, had,
       min(coalesce(had::varchar, '')) over same <> max(coalesce(had::varchar, '')) over same as mixed
from {{name}} stored left join sets on of_upload = upload_id and of_sheet = sheet
window same as (partition by row_key)
"""


def _sets_told(connection: DuckDBPyConnection) -> None:
    there = standing(connection)
    if "sheet_columns" in there:
        connection.execute(SETS_OF_COLUMNS)
        for dataset in STORED:
            if dataset.name in there and "had" not in there[dataset.name]:
                connection.execute(ROWS_WITH_THEM.format(name=dataset.name))


BY_LETTERS = """
select upload_id, sheet, letter || sheet_row as cell, '{name}' as of_dataset, of_column, {home} as home from {name}
join sheet_columns on of_upload = upload_id and of_sheet = sheet
where upload_id in (select upload_id from settled) and of_column in ({names})
"""

BY_CELLS = """
select upload_id, sheet, own.value as cell, '{name}' as of_dataset, own.key as of_column, home
from (select upload_id, sheet, {home} as home, unnest(map_entries(cells)) as own from {name}
      where upload_id in (select upload_id from settled))
"""

WITH_ITS_ROW = """
create or replace table settled as
select settled.*, of_dataset, of_column, home from settled left join (
    select upload_id, sheet, cell, max(of_dataset) as of_dataset, max(of_column) as of_column, max(home) as home
    from ({stood}) group by upload_id, sheet, cell
) stood on settled.settled is not null and settled.upload_id = stood.upload_id and settled.sheet = stood.sheet
           and settled.cell = stood.cell
"""


def _settled_told(connection: DuckDBPyConnection) -> None:
    there = standing(connection)
    if not {"settled", "sheet_columns"} <= there.keys() or "of_column" in there["settled"]:
        return
    stood = [each for dataset in STORED for each in _stood(dataset, there.get(dataset.name, set()))]
    if stood:
        connection.execute(WITH_ITS_ROW.format(stood=" union all ".join(stood)))


def _stood(dataset: Dataset, columns: set[str]) -> list[str]:
    """Where each value of the dataset's rows stood, as far as the store's columns tell it."""
    names = ", ".join(f"'{name}'" for name in dataset.names)
    told = {"name": dataset.name, "home": "home" if "home" in columns else "null::varchar", "names": names}
    return [BY_LETTERS.format(**told)] * bool(columns) + [BY_CELLS.format(**told)] * ("cells" in columns)


STEPS = (
    Step(
        2,
        "What makes a row the same row, and what it says, is worked out from its columns by name and kept as a uuid.",
        _uuids,
    ),
    Step(3, "Uploads of the sample data, and what was decided about its homes, are marked as such.", _sample_marked),
    Step(4, "Each row says which columns its sheet had, and whether an earlier version had others.", _sets_told),
    Step(5, "What was settled says of which dataset, column and home the row is.", _settled_told),
)

FIRST = 1
"""The version of a store that does not say which it has, and of those made up to 0.4.0."""

VERSION = STEPS[-1].number
"""Of a store that this program makes; one with a higher number was made by a newer version of it."""
