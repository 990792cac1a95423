"""A store's given rows as the ledger keeps them: of which table, and what the row says in JSON, without its blanks."""

import json

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from qa_data.schema import TABLES

GIVEN = {name: columns for name, columns in TABLES.items() if name != "store_version"}
"""The tables whose rows are given; the ledger says by itself of which version it is."""

OPEN_FROM = 36_028_797_018_960_000
"""DuckDB numbers the rows that a transaction has added and not yet kept from here on (MAX_ROW_ID)."""

# A merge patch leaves out what is null (RFC 7396), and most columns of a row are.
_SAID = """
select '{table}' as of_table, json_merge_patch('{{}}', to_json(stored))::varchar as row from main.{table} stored
"""


def every_row(connection: DuckDBPyConnection) -> DuckDBPyRelation:
    """Every given row of the store: of_table and row, those of a table in the order in which they came."""
    return connection.sql(_union("true"))


def rows_added(connection: DuckDBPyConnection) -> DuckDBPyRelation:
    """The same of those rows alone that the connection's open transaction has added."""
    return connection.sql(_union(f"rowid >= {OPEN_FROM}"))


def said(table: str) -> str:
    """SQL: the table's rows, as the ledger keeps them."""
    return _SAID.format(table=table)


def _union(which: str) -> str:
    return " union all ".join(f"{said(table)} where {which}" for table in GIVEN)


def take_in(connection: DuckDBPyConnection, given: dict[str, dict[str, str]]) -> None:
    """Adds the rows of the temporary table `taken` (position, of_table, row), in their order, to the store's tables,
    whose columns and SQL types are those `given`.
    """
    for (table,) in connection.execute("select distinct of_table from taken").fetchall():
        connection.execute(
            f"insert into main.{table} by name select unnest(from_json(row, '{json.dumps(given[table])}'))"
            f" from (from taken where of_table = '{table}' order by position)"
        )
