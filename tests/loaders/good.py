"""A row of each dataset with nothing wrong in it, for tests that change one cell of it."""

from datetime import date
from pathlib import Path

import xlsxwriter

from loaders.checked import Checked
from loaders.checking import check_book
from loaders.council import Council
from loaders.reading.book import Book, Sheet
from qa_data.dictionary import dataset
from qa_data.scope import of_every_home

CHOSEN = {
    "homes": {
        "home": "Ash House",
        "places": 3,
        "opened": date(2015, 5, 1),
        "closed": None,
        "other_names": "Ashe; The Ash",
    },
    "inspections": {"overall": "Good", "protection": "Good", "leadership": "Good"},
    "actions": {
        "raised": date(2026, 1, 20),
        "due": date(2026, 3, 1),
        "completed": date(2026, 2, 20),
        "status": "Completed",
        "reference": "A1",
        "source": "Management check",
    },
    "returns": {"child_nights": 30},
}
TYPICAL = {
    "text": "Words",
    "long text": "More words",
    "home": "Ash House",
    "date": date(2026, 1, 14),
    "month": date(2026, 1, 1),
    "standards": "QS12",
    "standard": "QS12",
    "yes/no": "Yes",
    "text list": "Words",
}


def good(name: str, **changes) -> dict:
    """A row with a value in every column, but for the changes; parts are half of their wholes."""
    row = {column.name: _value(column) for column in dataset(name).columns}
    return row | CHOSEN.get(name, {}) | changes


def _value(column):
    if column.type == "choice":
        return column.choices[0]
    if column.type == "whole number":
        return 1 if column.part_of or column.name.startswith("restraints_") else 4
    return TYPICAL.get(column.type)


def sheet(name: str, *rows: dict, without=(), title: str = "Sheet1", **about) -> Sheet:
    """A sheet with the header in row 1 and the rows below it; one good row when none is given."""
    columns = [column for column in dataset(name).columns if column.name not in without]
    below = [tuple(row[column.name] for column in columns) for row in rows or (good(name),)]
    return raw([tuple(column.header for column in columns), *below], title, **about)


def raw(rows: list[tuple], title: str = "Sheet1", **about) -> Sheet:
    """A sheet of these rows, all of one width."""
    width = max(map(len, rows), default=0)
    return Sheet(title, [(*row, *[None] * (width - len(row))) for row in rows], list(range(1, len(rows) + 1)), **about)


def checked(*sheets: Sheet, homes: dict[str, int] | None = None, file: str = "Test.xlsx") -> Checked:
    """The sheets checked as one file of that name, by a council with these homes and their places."""
    places = homes or {"Ash House": 3, "Oak House": 4}
    council, _ = Council(of_every_home(), places=places).naming((home, home) for home in places)
    return check_book(Book(file, "", sheets), file, council, None)


def column_of(name: str, column: str, *values) -> tuple[list, list]:
    """What a column's cells become, one a row, and the problems. No two rows have one key."""
    days = [good(name, **_other_key(name, column, number)) for number in range(len(values))]
    found = checked(
        sheet(name, *({**row, column: value} for row, value in zip(days, values, strict=False))), homes={"Ash House": 9}
    )
    return found.tables[0].columns[column], found.problems


def _other_key(name: str, column: str, number: int) -> dict:
    """A key that no other row has, in a column other than the one that the test is about."""
    month = date(2020 + number // 12, number % 12 + 1, 1)
    keys = {
        "homes": {"home": f"Home {number}", "other_names": None},
        "visits": {"visit_date": month} if column != "visit_date" else {},
        "findings": {"finding": f"Finding {number}"},
        "inspections": {"inspection_date": date(2026, 1, number % 28 + 1)},
        "actions": {"reference": f"A{number}"},
        "returns": {"month": month},
        "plan": {"outcome": f"Outcome {number}"},
    }
    return keys[name]


def workbook(path: Path, *sheets: Sheet) -> Path:
    """Writes the sheets as a workbook."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as book:
        for each in sheets:
            page = book.add_worksheet(each.name)
            for number, row in enumerate(each.rows):
                for place, value in enumerate(row):
                    page.write(number, place, value)
            if each.hidden:
                page.hide()
    return path


def only(found: Checked) -> tuple:
    """The one problem there is: code, sheet, cell, column and value."""
    [problem] = found.problems
    return problem.code, problem.sheet, problem.cell, problem.column, problem.value
