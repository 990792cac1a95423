"""The blank workbook: it loads as it was filled in, its example never, and its lists are the council's own."""

import json
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from loaders.commands import _parser
from loaders.loading import check_all, load
from loaders.template import FIRST, template
from qa_data.commands import WrongCommand
from qa_data.dictionary import DATASETS, dataset
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.commands import command
from tests.filling import upload

HOMES = [
    {"home": "Ash House", "opened": date(2015, 1, 1), "service_type": "Residential care", "places": 3},
    {"home": "=Oak House", "opened": date(2015, 1, 1), "service_type": "Residential care", "places": 3},
]
ACTION = {
    "home": "Ash House",
    "reference": "A1",
    "source": "Management check",
    "source_date": date(2026, 9, 1),
    "raised": date(2026, 9, 1),
    "standards": ["QS10", "QS12"],
    "status": "Open",
    "action": "=Mend it",
    "due": date(2026, 10, 1),
}


@pytest.fixture
def store():
    opened = open_store(MEMORY)
    upload(
        opened,
        homes=HOMES,
        actions=[
            ACTION,
            ACTION | {"reference": "A2", "status": "Completed", "completed": date(2026, 9, 5)},
            ACTION | {"reference": "A3", "home": "=Oak House"},
        ],
    )
    return opened


def opened(content: bytes):
    return load_workbook(BytesIO(content))


def saved(book, folder, name="Template.xlsx"):
    book.save(folder / name)
    return folder / name


def test_it_has_a_sheet_a_dataset_and_help_and_a_check_for_every_column_that_can_have_one(store):
    book = opened(template(store, of_every_home()))
    assert book.sheetnames == [*(each.title for each in DATASETS), "Lists"]
    for each in DATASETS:
        sheet = book[each.title]
        assert [cell.value for cell in sheet[FIRST]] == [column.header for column in each.columns] and all(
            cell.comment for cell in sheet[FIRST]
        )
        checked = [
            column
            for column in each.columns
            if column.choices
            or column.type in ("home", "date", "month", "whole number", "yes/no", "standard", "standards")
        ]
        assert len(sheet.data_validations.dataValidation) == len(checked)


def test_the_homes_to_choose_from_are_the_councils(store):
    lists = opened(template(store, of_every_home()))["Lists"]
    assert [lists["A2"].value, lists["A3"].value] == ["=Oak House", "Ash House"] and lists["A2"].data_type == "s"
    assert opened(template(store, of_every_home(), "Ash House"))["Lists"]["A3"].value is None


def test_what_is_filled_in_loads_and_the_example_does_not(store, tmp_path):
    book = opened(template(store, of_every_home()))
    book["Visits and reviews"].append(["Ash House", date(2026, 10, 5), "Regulation 44 visit"])
    book["Monthly returns"].append(["Ash House", date(2026, 9, 1), 90])
    answer = load(store, of_every_home(), saved(book, tmp_path), "A manager")
    assert (
        answer["accepted"]
        and {sheet["dataset"]: sheet["rows"] for sheet in answer["sheets"] if sheet["rows"]}
        == {"visits": 1, "returns": 1}
        and answer["problems"] == []
    )
    assert [row["visit_date"] for row in store.rows(of_every_home(), "select * from visits")] == [date(2026, 10, 5)]


def test_untouched_it_is_refused_as_empty(store, tmp_path):
    (answer,) = check_all(store, of_every_home(), [saved(opened(template(store, of_every_home())), tmp_path)])
    assert not answer["accepted"] and [problem["code"] for problem in answer["problems"]] == ["empty-file"]


def test_with_the_open_actions_of_one_home_nothing_changes_when_it_comes_back(store, tmp_path):
    content = template(store, of_every_home(), "Ash House", with_actions=True)
    (tmp_path / "Ash.xlsx").write_bytes(content)
    (answer,) = check_all(store, of_every_home(), [tmp_path / "Ash.xlsx"])
    sheet = next(each for each in answer["sheets"] if each["dataset"] == "actions")
    assert answer["accepted"] and (sheet["rows"], sheet["unchanged"]) == (1, 1)
    assert opened(content)["Actions"].cell(FIRST + 1, dataset("actions").names.index("action") + 1).data_type == "s"


def test_every_sheet_filled_with_its_own_example_loads(tmp_path):
    book = opened(template(open_store(MEMORY), of_every_home()))
    for each in DATASETS:
        book[each.title].append([cell.value for cell in book[each.title][2]])
    (answer,) = check_all(open_store(MEMORY), of_every_home(), [saved(book, tmp_path)])
    assert answer["problems"] == []


@pytest.mark.parametrize(
    "words",
    [
        ["template", "Blank.ods"],
        ["template", "Blank.xlsx", "--home", "Nowhere"],
        ["template", "no/such/folder/Blank.xlsx"],
    ],
)
def test_a_wrong_command_says_what_to_do(words, tmp_path):
    asked = _parser().parse_args([*words, "--db", str(tmp_path / "none.duckdb")])
    with pytest.raises(WrongCommand, match="for example|another folder"):
        asked.does(asked)


def test_a_file_of_that_name_is_kept(tmp_path):
    path = tmp_path / "October.xlsx"
    path.write_bytes(b"filled in")
    answer = json.loads(command("loaders", "template", path, "--db", tmp_path / "none.duckdb", "--json")[1])
    assert Path(answer["kept"]).read_bytes() == b"filled in" and path.read_bytes().startswith(b"PK")


def test_the_command_writes_the_short_form_as_at_a_day(tmp_path):
    database = tmp_path / "qa.duckdb"
    kept = open_store(database)
    upload(kept, homes=HOMES, returns=[{"home": "Ash House", "month": date(2026, 8, 1), "child_nights": 60}])
    kept.close()
    words = ("--home", "Ash House", "--short", "--as-at", "2026-10-14", "--db", database)
    command("loaders", "template", tmp_path / "Short.xlsx", *words)
    sheet = load_workbook(tmp_path / "Short.xlsx")["Ash House"]
    assert [cell.value for cell in sheet[4][1:]] == ["Month", datetime(2026, 9, 1)]


def test_the_short_form_needs_a_home(tmp_path):
    asked = _parser().parse_args(["template", str(tmp_path / "Short.xlsx"), "--short", "--db", str(tmp_path / "none")])
    with pytest.raises(WrongCommand, match="Load a sheet of homes"):
        asked.does(asked)
