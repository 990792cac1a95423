"""A sheet is told by its header row: wherever it stands, however its headers are written, in whatever order."""

import pytest

from qa_data.dictionary import DATASETS, dataset
from qa_data.plain import plain
from tests.loaders.good import checked, good, only, raw, sheet

EVERY = [
    (each.name, column.name, header)
    for each in DATASETS
    for column in each.columns
    for header in (column.header, *column.also)
]
VISIT = ("Ash House", "14/10/2025", "Reg 44")


def visits(*headers, above=(), row=VISIT):
    return raw([*above, headers, row])


@pytest.mark.parametrize("name, column, header", EVERY)
def test_every_header_is_found(name, column, header):
    made = sheet(name)
    place = dataset(name).names.index(column)
    for written in (
        header,
        f" {header.upper()}\n *",
        header.replace(" ", "\n"),
        header.replace("'", "\u2019").replace(" ", ""),
    ):
        headers = (*made.rows[0][:place], written, *made.rows[0][place + 1 :])
        found = checked(raw([headers, made.rows[1]]))
        assert (found.problems, found.tables[0].dataset.name, found.tables[0].columns[column][0] is not None) == (
            [],
            name,
            column != "closed" or name != "homes",
        )


@pytest.mark.parametrize("name", [each.name for each in DATASETS])
def test_no_header_means_two_columns(name):
    headers = [plain(header) for _, _, header in filter(lambda each: each[0] == name, EVERY)]
    assert len(set(headers)) == len(headers)


@pytest.mark.parametrize("name", [each.name for each in DATASETS])
def test_columns_in_any_order(name):
    made = sheet(name)
    found = checked(raw([row[::-1] for row in made.rows]))
    assert (found.problems, found.tables[0].columns) == ([], checked(made).tables[0].columns)


@pytest.mark.parametrize("name", [each.name for each in DATASETS])
def test_only_what_must_be_there_is_enough(name):
    spare = [each.name for each in dataset(name).columns if not each.must_stand and each.name != "child_nights"]
    row = good(name) | {"inspections": {"inspection_type": "Monitoring"}, "actions": {"status": "Open"}}.get(name, {})
    assert checked(sheet(name, row, without=spare)).problems == []


@pytest.mark.parametrize(
    "name, column", [(each.name, column.name) for each in DATASETS for column in each.columns if column.must_stand]
)
def test_every_column_that_must_be_there(name, column):
    found = checked(sheet(name, without=[column]))
    assert only(found) == ("missing-column", "Sheet1", "A1", column, None)


@pytest.mark.parametrize("number", range(1, 31))
def test_a_header_within_the_first_30_rows(number):
    found = checked(visits("Home", "Visit date", "Visit type", above=[("Visits of 2025",)] * (number - 1)))
    assert (found.tables[0].header_row, found.tables[0].rows, found.problems) == (number, [number + 1], [])


def test_no_header_beyond_row_30():
    found = checked(visits("Home", "Visit date", "Visit type", above=[("Visits of 2025",)] * 30))
    assert (only(found)[0], found.left_alone) == ("no-dataset", ["Sheet1"])


def test_a_table_that_starts_in_another_column():
    found = checked(raw([(), (None, None, "Home", "Visit date"), (None, None, *VISIT[:2])]))
    assert only(found) == ("missing-column", "Sheet1", "C2", "visit_type", None)


def test_a_header_that_stands_twice():
    found = checked(visits("Home", "Visit date", "Visit type", "Type of visit", row=(*VISIT, "Complaint")))
    assert only(found) == ("unknown-column", "Sheet1", "D1", None, "Type of visit")
    assert "appears twice" in found.problems[0].message and found.tables[0].columns["visit_type"] == [
        "Regulation 44 visit"
    ]


def test_a_sheet_that_is_no_dataset_is_left_alone_by_name():
    found = checked(sheet("visits"), raw([("Contact", "Phone"), ("Jo", "01632 960123")], "Contacts"))
    assert (found.left_alone, found.problems) == (["Contacts"], [])


def test_two_sheets_of_one_dataset():
    found = checked(
        sheet("visits", good("visits", home="Ash House"), title="Ash"),
        sheet("visits", good("visits", home="Oak House"), title="Oak"),
    )
    assert ([(each.sheet, each.dataset.name) for each in found.tables], found.problems) == (
        [("Ash", "visits"), ("Oak", "visits")],
        [],
    )


def test_rows_that_are_blank_where_it_matters_are_no_rows():
    found = checked(
        raw([("Home", "Visit date", "Visit type", "Weather"), VISIT, (), (None, None, None, "Fine"), VISIT[:1]])
    )
    assert found.tables[0].rows == [2, 5]
    assert [(each.code, each.cell) for each in found.problems if each.severity == "error"] == [
        ("missing-value", "B5"),
        ("missing-value", "C5"),
    ]


def test_a_header_without_rows():
    assert only(checked(sheet("visits", {name: None for name in dataset("visits").names})))[0] == "empty-file"


def test_a_hidden_sheet_without_rows_is_no_matter():
    found = checked(sheet("visits"), raw([("Home", "Month", "Child-nights")], "Return", hidden=True))
    assert found.problems == []
