"""Whatever stands in the cells, a file is judged: every fault is one of the named problems, and nothing else is
raised.
"""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from loaders.problems import CODES
from loaders.storing import compared, store_file
from qa_data.dictionary import DATASETS, dataset
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.loaders.good import checked, good, sheet
from tests.seeds import LONG

NEAR_MISSES = [
    "",
    " ",
    "Ash House",
    "the ash",
    "31/02/2026",
    "03/04/2026",
    "1/1/1",
    "Oct-26",
    "2026-13",
    "0000-00-00",
    "29 Feb 2027",
    "Reg 6-",
    "QS",
    "QS06-QS99",
    "All",
    "Standard 0",
    "RI",
    "=1+1",
    "#REF!",
    "-",
    "\x00",
    "\ud7ff",
    "\u200b",
    "3 (same YP)",
    "1e308",
    "\u0663",
    "½",
    "²",
    "Y",
    "TRUE",
    "a" * 40_000,
    "9" * 5_000,
    "(" * 500,
    "Reg " + "6," * 500,
    "; ; ;",
]
CELLS = some.one_of(
    some.none(),
    some.booleans(),
    some.integers(),
    some.floats(),
    some.text(max_size=30),
    some.dates(),
    some.datetimes(),
    some.times(),
    some.timedeltas(),
    some.sampled_from(NEAR_MISSES),
)


@pytest.mark.parametrize("name", [each.name for each in DATASETS])
@given(data=some.data())
@settings(max_examples=25 if LONG else 10, deadline=None, database=None, derandomize=True)
def test_any_values_in_any_columns(name, data):
    columns = data.draw(some.lists(some.sampled_from(dataset(name).names), min_size=1, max_size=4, unique=True))
    rows = [good(name, **{column: data.draw(CELLS) for column in columns}) for _ in range(3)]
    found = checked(sheet(name, *rows))
    assert {each.code for each in found.problems} <= set(CODES)
    cells = [(each.sheet, each.cell) for each in found.problems if each.code != "personal-data"]
    assert len(set(cells)) == len(cells), "one cell, one fault"
    _taken(found)


@pytest.mark.parametrize("name", [each.name for each in DATASETS])
def test_one_value_in_every_column(name):
    values = [
        *NEAR_MISSES,
        0,
        -1,
        3.5,
        float("inf"),
        float("nan"),
        True,
        date(1, 1, 1),
        datetime(9999, 12, 31),
        time(9),
        timedelta(1),
    ]
    found = checked(sheet(name, *(dict.fromkeys(dataset(name).names, value) for value in values), good(name)))
    assert {each.code for each in found.problems} <= set(CODES)
    _taken(found)


def _taken(found):
    """What is accepted can be stored, and what is refused can be counted."""
    store = open_store(MEMORY)
    compared(store, of_every_home(), found)
    if found.accepted:
        store_file(store, of_every_home(), found, "Jo")
    store.close()
