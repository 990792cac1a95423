"""What was given stands in the ledger as it stood in the store, whatever it says."""

from datetime import datetime
from uuid import uuid4

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_data.file import MEMORY
from qa_data.ledger.given import GIVEN, every_row, rows_added, take_in
from qa_data.ledger.server import pour
from qa_data.schema import made

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)

NAMES = WORDS.filter(bool)

OF_TYPE = {
    "bigint": st.integers(-(2**63), 2**63 - 1),
    "boolean": st.booleans(),
    "date": st.dates(),
    "double": st.floats(allow_nan=False, allow_infinity=False),
    "map(varchar, bigint)": st.dictionaries(NAMES, st.integers(-(2**63), 2**63 - 1), max_size=3),
    "map(varchar, varchar)": st.dictionaries(NAMES, WORDS, max_size=3),
    "timestamp": st.datetimes(),
    "uuid": st.uuids(),
    "varchar": WORDS,
    "varchar[]": st.lists(WORDS, max_size=3),
}
"""A value of each SQL type that a store has."""

TYPES = sorted({kind.lower() for columns in GIVEN.values() for kind in columns.values()})


def test_every_type_is_drawn():
    assert TYPES == sorted(OF_TYPE)


@pytest.fixture(scope="module")
def stores():
    """A connection with a table of every type, and another."""
    columns = {kind.split("(")[0].strip("[]") + str(place): kind for place, kind in enumerate(TYPES)}
    with duckdb.connect(MEMORY) as one, duckdb.connect(MEMORY) as other:
        for connection in (one, other):
            connection.execute(made("uploads", columns))
        yield one, other, {"uploads": columns}


@settings(max_examples=60)
@given(st.lists(st.tuples(*(st.none() | OF_TYPE[kind] for kind in TYPES)), min_size=1, max_size=4))
def test_what_comes_back_is_what_was_given(stores, rows):
    one, other, tables = stores
    said = "select 'uploads' as of_table, json_merge_patch('{}', to_json(stored))::varchar as row from uploads stored"
    for connection in stores[:2]:
        connection.execute("truncate uploads")
    for row in rows:
        one.execute(f"insert into uploads values ({', '.join('?' for _ in row)})", list(row))
    pour(other, "taken", one.sql(f"select row_number() over () as position, * from ({said})"))
    take_in(other, tables)
    assert other.execute("from uploads").fetchall() == one.execute("from uploads").fetchall()


def test_only_what_the_transaction_added_is_told(empty_store, tmp_path):
    path = tmp_path / "qa.duckdb"
    path.write_bytes(empty_store.read_bytes())
    with duckdb.connect(path) as connection:
        _add(connection, "before")
        connection.begin()
        _add(connection, "within")
        assert [table for table, _ in rows_added(connection).fetchall()] == ["uploads"]
        assert '"upload_id":"within"' in rows_added(connection).fetchall()[0][1]
        connection.commit()
        assert rows_added(connection).fetchall() == [] and len(every_row(connection).fetchall()) == 2


def test_as_many_as_are_added_at_once(empty_store, tmp_path):
    path = tmp_path / "qa.duckdb"
    path.write_bytes(empty_store.read_bytes())
    with duckdb.connect(path) as connection:
        connection.begin()
        connection.execute("insert into main.settled by name select 'one' as upload_id from range(300_000)")
        assert _count(rows_added(connection)) == 300_000


def _count(rows: duckdb.DuckDBPyRelation) -> int:
    return rows.count("*").fetchall()[0][0]


def _add(connection: duckdb.DuckDBPyConnection, upload: str) -> None:
    told = {"upload": upload, "moment": datetime(2026, 11, 1), "sha": str(uuid4())}
    connection.execute(
        "insert into main.uploads by name select $upload as upload_id, $sha as sha256, $moment as moment", told
    )
