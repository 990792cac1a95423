"""What makes rows the same row, and what makes them say the same: by the names of columns, without blanks."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_data.dictionary import Column
from qa_data.schema import digest

A, B, C = Column("a", "A"), Column("b", "B"), Column("c", "C", "text list")


def of(columns, **values) -> str:
    """The digest of a row with those values."""
    row = ", ".join(f"${column.name}::{column.sql_type} as {column.name}" for column in columns)
    named = {column.name: values.get(column.name) for column in columns}
    return duckdb.execute(f"select {digest(columns)} from (select {row})", named).fetchone()[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": "ab", "b": "c"}, {"a": "a", "b": "bc"}),
        ({"a": "x"}, {"b": "x"}),
        ({"a": "x"}, {"a": "x", "b": ""}),
        ({"a": "x1:", "b": None}, {"a": "x", "b": "1:"}),
        ({"a": "xb=1:y"}, {"a": "x", "b": "y"}),
        ({"a": ""}, {}),
        ({"c": ["x, y"]}, {"c": ["x", "y"]}),
    ],
)
def test_rows_that_say_different_things_differ(one, other):
    assert of((A, B, C), **one) != of((A, B, C), **other)


def test_a_column_that_is_blank_and_the_order_of_columns_change_nothing():
    assert of((A,), a="x") == of((A, B), a="x") == of((B, C, A), a="x")
    assert of((A, B), a="x", b="y") == of((B, A), a="x", b="y")


texts = st.none() | st.text(alphabet="ab=:1\x1e\x1f", max_size=4)


@settings(deadline=None)
@given(texts, texts, texts, texts)
def test_two_rows_have_one_digest_only_where_every_value_is_the_same(a, b, other_a, other_b):
    same = of((A, B), a=a, b=b) == of((A, B), a=other_a, b=other_b)
    assert same == ((a, b) == (other_a, other_b))
