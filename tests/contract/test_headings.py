"""The other headings that the contract names are names of their columns in the dictionary."""

import pytest

from qa_data.dictionary import DATASETS
from qa_data.plain import plain_heading
from tests.contract.tables import BESIDE, table


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda each: each.name)
def test_every_other_heading_is_a_name_of_its_column(dataset):
    if not BESIDE.exists():
        pytest.skip(f"the whole contract is not in {BESIDE}")
    known = {(column.name, plain_heading(name)) for column in dataset.columns for name in (column.header, *column.also)}
    told = [row for row in table("headings.csv", BESIDE) if row["dataset"] == dataset.name]
    assert [row for row in told if (row["column"], plain_heading(row["heading"])) not in known] == []
