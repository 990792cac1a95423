"""The form that a home's return is in its template: filled in it loads, figure by figure, and unfilled it is said."""

from datetime import date
from io import BytesIO
from random import Random

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.loading import check_all, load
from loaders.matching import read
from loaders.sheet_names import is_summary, month_of
from loaders.template import template
from qa_data.dictionary import DATASETS, dataset
from qa_data.dictionary.groups import GROUPS
from qa_data.dictionary.short_form import asked, short_form
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

DAY = of_every_home(date(2026, 11, 14))
RETURNS = dataset("returns")
NAMES = {column.header: column.name for column in RETURNS.columns}
FIGURES = RETURNS.names[2:]
WHOLES = {column.part_of for column in RETURNS.columns} | {"child_nights"}
SERVICES = dataset("homes").column("service_type").choices


def home(name: str, service: str = "Residential care", opened=date(2020, 3, 1), closed=None) -> dict:
    return {"home": name, "service_type": service, "places": 3, "opened": opened, "closed": closed}


def given(name: str, *months: date) -> list[dict]:
    return [{"home": name, "month": month, "child_nights": 60} for month in months]


def year(first: int, last: int) -> list[date]:
    """Months of 2026 by their numbers."""
    return [date(2026, month, 1) for month in range(first, last + 1)]


YEAR = [date(2025, 11, 1), date(2025, 12, 1), *year(1, 10)]
"""The complete months that are looked back at."""

SENT = (0, 11, 12, 10, 7, 11, 5, 12)
"""So many of them are there already: of all but one, and of all, the form is one month wide."""

OLD = given("Long Kept", date(2019, 1, 1))
"""The first return of all: since then the homes send them."""


def council(homes: list[dict], returns: list[dict]):
    opened = open_store(MEMORY)
    upload(opened, homes=[home("Long Kept", closed=date(2019, 12, 31)), *homes], returns=[*OLD, *returns])
    return opened


def form(content: bytes, name: str = RETURNS.title) -> Worksheet:
    return load_workbook(BytesIO(content))[name]


def months(sheet: Worksheet) -> list[date]:
    """What stands in the row of months."""
    [row] = [row for row in sheet.iter_rows() if row[1].value == "Month"]
    return [cell.value.date() for cell in row[2:] if cell.value]


def labels(sheet: Worksheet) -> dict[str, int]:
    """The row of each figure."""
    rows = ((row[1].value, row[1].row) for row in sheet.iter_rows())
    return {NAMES[label]: row for label, row in rows if NAMES.get(label) in FIGURES}


def fill(sheet: Worksheet, rng: Random) -> list[dict]:
    """Types figures in all but some cells and, of many months, in all but one, wholes above their parts; what was
    typed, a month each.
    """
    typed = [{"month": month} for month in months(sheet)]
    left = rng.randrange(len(typed)) if len(typed) > 1 else None
    for name, row in labels(sheet).items():
        sheet.row_dimensions[row].hidden = False
        for place, month in enumerate(typed):
            figure = rng.randint(10, 30) if name in WHOLES else rng.randint(0, 4)
            month[name] = None if place == left or rng.random() < 0.2 else figure
            sheet.cell(row, 3 + place).value = month[name]
    return typed


def stored(store, name: str) -> list[dict]:
    found = store.rows(DAY, "select * from returns where home = $home order by month", home=name)
    return [{column: row[column] for column in ("month", *FIGURES) if row[column] is not None} for row in found]


def told(months: list[dict]) -> list[dict]:
    """What there is of each month of which there is anything."""
    every = ({name: value for name, value in month.items() if value is not None} for month in months)
    return [each for each in every if len(each) > 1]


def answered(store, path, *, storing: bool = False) -> dict:
    return load(store, DAY, path, "A manager") if storing else check_all(store, DAY, [path])[0]


@pytest.mark.parametrize("short", [False, True], ids=["full", "short"])
@pytest.mark.parametrize("seed", range(len(SENT)))
def test_every_figure_typed_in_is_stored_and_no_other(seed, short, tmp_path):
    rng = Random(seed)
    name, service = rng.choice(["Ash House", "The Ash", "Ash House Annexe"]), SERVICES[seed % len(SERVICES)]
    sent = rng.sample(YEAR, SENT[seed])
    store = council([home("Ash House"), home("Other", service), home(name, service)], given(name, *sent))
    book = load_workbook(BytesIO(template(store, DAY, name, short=short)))
    typed = fill(book.worksheets[0], rng)
    book.save(tmp_path / "Filled.xlsx")
    answer = answered(store, tmp_path / "Filled.xlsx", storing=True)
    assert answer["accepted"] and answer["problems"] == []
    before = [{"month": month, "child_nights": 60} for month in sent]
    assert stored(store, name) == sorted([*before, *told(typed)], key=lambda row: row["month"])
    assert stored(store, "Other") == []


OWED = {
    "nothing was ever sent": (home("Ash House"), [], YEAR),
    "two are missing": (home("Ash House"), [date(2025, 11, 1), date(2025, 12, 1), *year(1, 7), *year(9, 9)], "8 10"),
    "it opened last month on the first": (home("Ash House", opened=date(2026, 10, 1)), [], "10"),
    "it opened within last month: nothing is owed": (home("Ash House", opened=date(2026, 10, 9)), [], "11"),
    "it opens next year": (home("Ash House", opened=date(2027, 2, 9)), [], [date(2027, 2, 1)]),
    "nothing is owed": (home("Ash House"), YEAR, "11"),
    "it closed within July": (home("Ash House", closed=date(2026, 7, 20)), [date(2025, 11, 1), *year(1, 4)], "12 5 6"),
    "it closed long ago": (home("Ash House", closed=date(2021, 7, 20)), [], [date(2021, 7, 1)]),
}


@pytest.mark.parametrize("short", [False, True], ids=["full", "short"])
@pytest.mark.parametrize("case", OWED)
def test_it_opens_with_the_home_and_the_months_that_it_owes(case, short):
    opened, sent, owed = OWED[case]
    sheet = load_workbook(
        BytesIO(template(council([opened], given("Ash House", *sent)), DAY, "Ash House", short=short))
    )
    first = sheet.worksheets[0]
    if isinstance(owed, str):
        owed = [date(2025 if month == "12" else 2026, int(month), 1) for month in owed.split()]
    assert (first["B3"].value, first["C3"].value) == ("Home", "Ash House") and months(first) == owed
    assert ("owed" in first["A1"].value) and ("none is owed" in first["A1"].value) == (
        "nothing is owed" in case or "opens" in case or "long ago" in case
    )


@pytest.mark.parametrize("short", [False, True], ids=["full", "short"])
@pytest.mark.parametrize("case", OWED)
def test_given_back_unfilled_it_is_said_to_be_blank_and_nothing_else(case, short, tmp_path):
    opened, sent, _ = OWED[case]
    store = council([opened], given("Ash House", *sent))
    content = template(store, DAY, "Ash House", short=short)
    (tmp_path / "Blank.xlsx").write_bytes(content)
    answer = answered(store, tmp_path / "Blank.xlsx")
    count = len(months(load_workbook(BytesIO(content)).worksheets[0]))
    assert answer["accepted"] and [each["code"] for each in answer["problems"]] == ["blank-return"] * count
    assert not any(sheet["rows"] for sheet in answer["sheets"])


@pytest.mark.parametrize("service", SERVICES)
def test_what_its_service_type_is_not_asked_for_is_folded_below_the_rest(service):
    sheet = form(template(council([home("Ash House", service)], []), DAY, "Ash House"))
    rows = labels(sheet)
    folded = {name for name, row in rows.items() if sheet.row_dimensions[row].hidden}
    assert set(rows) == set(FIGURES) and folded == set(FIGURES) - set(asked(service))
    assert all(sheet.row_dimensions[rows[name]].outlineLevel == 1 for name in folded)
    if folded:
        over = min(rows[name] for name in folded) - 1
        assert over > max(rows[name] for name in asked(service)) and sheet.row_dimensions[over].collapsed
        assert not sheet.sheet_properties.outlinePr.summaryBelow


@pytest.mark.parametrize("service", SERVICES)
def test_figures_stand_under_the_headings_of_their_groups(service):
    sheet = form(template(council([home("Ash House", service)], []), DAY, "Ash House"))
    heads = [row[0].value for row in sheet.iter_rows(min_row=5) if row[0].value and row[1].value]
    assert heads == [
        group.heading
        for not_for in (True, False)
        for group in GROUPS["returns"]
        if (group.not_for != service) == not_for
    ]


def test_no_heading_of_a_group_reads_as_anything_else():
    every = [group.heading for found in GROUPS.values() for group in found]
    assert [text for text in every if any(read(each, text) for each in DATASETS)] == []
    assert [text for text in every if month_of(text) or is_summary(text)] == []


def test_the_short_form_is_one_screen_of_the_figures_that_matter_most():
    book = load_workbook(BytesIO(template(council([home("Ash House")], []), DAY, "Ash House", short=True)))
    assert book.sheetnames == ["Ash House"] and tuple(labels(book.worksheets[0])) == short_form("Residential care")
    assert book.worksheets[0].max_row <= 24


ODD = [
    "Ash House",
    "A/B: [House]?",
    "Notes House",
    "History",
    "Lists",
    "'Oak'",
    *("A home with a very long name " + x for x in "12"),
]


def test_the_short_form_of_every_home_is_a_sheet_each_and_loads_whatever_they_are_called(tmp_path):
    store = council([home(name, service) for name, service in zip(ODD, SERVICES * 2, strict=True)], [])
    upload(store, homes=[home("Gone", closed=date(2021, 1, 31))])
    book = load_workbook(BytesIO(template(store, DAY, short=True, with_actions=True)))
    forms = book.worksheets[: len(ODD)]
    assert sorted(sheet["C3"].value for sheet in forms) == sorted(ODD)
    typed = {sheet["C3"].value: fill(sheet, Random(sheet["C3"].value)) for sheet in forms}
    book.save(tmp_path / "Filled.xlsx")
    answer = answered(store, tmp_path / "Filled.xlsx", storing=True)
    assert answer["accepted"] and answer["problems"] == []
    assert {name: stored(store, name) for name in ODD} == {name: told(rows) for name, rows in typed.items()}


def test_homes_that_may_not_be_seen_have_none():
    store = council([home("Ash House"), home("Oak House")], [])
    book = load_workbook(BytesIO(template(store, DAY.narrowed(["Ash House"]), short=True)))
    assert book.sheetnames == ["Ash House"]


def test_it_is_set_up_to_be_typed_in_and_printed():
    sheet = form(template(council([home("Ash House")], []), DAY, "Ash House"))
    assert sheet.freeze_panes == "C5" and sheet.print_title_rows == "$3:$4"
    page, fits = sheet.page_setup, sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (page.orientation, page.paperSize, page.fitToHeight, fits) == ("landscape", 9, 0, True)
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    first = labels(sheet)["child_nights"]
    assert rules[f"C{first}:N{first}"].type == "whole" and rules["C4:N4"].type == "date"
    assert sheet.cell(first, 2).comment and len(rules) == len(FIGURES) + 1


def test_the_table_of_all_homes_has_the_groups_over_its_columns_which_fold():
    sheet = form(template(council([home("Ash House")], []), DAY))
    heads = {
        sheet.cell(1, place).value: place for place in range(3, sheet.max_column + 1) if sheet.cell(1, place).value
    }
    assert list(heads) == [group.heading for group in GROUPS["returns"]]
    for group in GROUPS["returns"]:
        headers = [sheet.cell(3, heads[group.heading] + more).value for more in range(len(group.columns))]
        assert [NAMES[header] for header in headers] == list(group.columns)
    assert sheet.column_dimensions["C"].outlineLevel == 0 and sheet.column_dimensions["D"].outlineLevel == 1
