"""A store in memory, which the tests copy from one that was made before, is as the program itself makes it."""

import re

from qa_data.opening import connected
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store

MADE = """
select schema_name, table_name as name, sql from duckdb_tables()
union all select schema_name, view_name, sql from duckdb_views() where not internal
union all select schema_name, function_name, macro_definition from duckdb_functions()
          where function_type in ('macro', 'table_macro') and not internal
order by all"""


def words(rows: list[tuple]) -> list[tuple]:
    """Each name with its definition's words: columns that a view leaves out are told in no order."""
    return sorted((schema, name, sorted(re.findall(r"\w+", told))) for schema, name, told in rows)


def test_it_has_the_tables_views_macros_and_rows_of_a_store_that_was_made_closed_and_opened(tmp_path):
    connected(str(tmp_path / "qa.duckdb")).close()
    store, program = open_store(MEMORY), connected(str(tmp_path / "qa.duckdb"))
    with store.reading(of_every_home()) as cursor:
        copied = words(cursor.run(MADE).fetchall())
        assert len(copied) > 80 and copied == words(program.execute(MADE).fetchall())
        for table in ("main.store_version", "qa_current.made"):
            assert cursor.run(f"from {table}").fetchall() == program.execute(f"from {table}").fetchall() != []
    program.close()
    store.close()
