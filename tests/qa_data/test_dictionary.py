"""The dictionary of datasets is the contract's, to the letter."""

import pytest

from qa_data.dictionary import DATASETS
from qa_data.dictionary.column import STORED_AS
from qa_data.plain import plain, plain_home
from tests.contract.tables import table


def _declared() -> list[dict]:
    return [
        {
            "dataset": each.name,
            "column": column.name,
            "header": column.header,
            "type": column.type,
            "required": "" if column.need == "optional" else column.need,
            "choices": "|".join(column.choices),
            "note": column.note,
        }
        for each in DATASETS
        for column in each.columns
    ]


def test_every_column_of_the_contract_is_ours():
    declared = _declared()
    assert [row for row in table("workbook.csv") if row not in declared] == []


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda each: each.name)
def test_names_and_headers_are_unique_within_a_dataset(dataset):
    headers = [plain(header) for column in dataset.columns for header in (column.header, *column.also)]
    assert len(set(headers)) == len(headers) and len(set(dataset.names)) == len(dataset.columns)


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda each: each.name)
def test_what_columns_say_of_each_other_holds(dataset):
    others = [name for column in dataset.columns for name in (column.part_of, column.not_before) if name]
    assert set(others) <= set(dataset.names) and dataset.keys
    assert {column.type for column in dataset.columns} <= set(STORED_AS)
    assert all(column.choices for column in dataset.columns if column.type in ("choice", "judgement"))


@pytest.mark.parametrize(
    "one, other",
    [
        ("Child-nights *", "CHILD NIGHTS"),
        ("Children\u2019s\nviews", "childrens views"),
        ("Health & well-being", "Health and wellbeing"),
        ("Children\u02bcs", "Children's"),
        ("\u00a0Due_date", "due date"),
    ],
)
def test_the_same_as_compared(one, other):
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    "one, other", [("The Oaks", "oaks"), ("TheOaks", "The  Oaks"), ("St. Mary\u2019s", "ST MARYS"), ("The", "the")]
)
def test_the_same_home_as_compared(one, other):
    assert plain_home(one) == plain_home(other) != ""
