"""Sheets of a council's own layout, drawn as a few rows, and what becomes of them."""

from datetime import date

from loaders.checked import Checked
from loaders.table import Table
from tests.loaders.good import checked, raw

VISIT = ("Home", "Visit date", "Visit type", "Visitor")
INSPECTION = ("Home", "Inspection date", "Inspection type", "Overall experiences and progress")
RETURN = ("Home", "Month", "Child-nights", "Restraints")


def visit(home: str, day: int, month: int = 10) -> tuple:
    return home, date(2026, month, day), "Reg 44", "A Visitor"


def inspection(home: str, day: int) -> tuple:
    return home, date(2026, 6, day), "Full", "Good"


def book(**sheets: list[tuple]) -> Checked:
    """The sheets checked as one file; _ in a name is a space."""
    return checked(*(raw(rows, name.replace("_", " ")) for name, rows in sheets.items()))


def read(found: Checked, name: str, *columns: str) -> list[tuple]:
    """The values of those columns of a dataset, a row each, in order."""
    tables = [table for table in found.tables if table.dataset.name == name]
    return sorted(row for table in tables for row in zip(*(table.columns[each] for each in columns), strict=True))


def returns(found: Checked) -> list[tuple]:
    """Home, month, child-nights and restraints of every return."""
    rows = read(found, "returns", "home", "month", "child_nights", "restraints")
    return [(home, month and f"{month:%b %Y}", nights, restraints) for home, month, nights, restraints in rows]


def visits(found: Checked) -> list[tuple]:
    """Home and day of every visit."""
    return [(home, f"{day:%d %b}") for home, day in read(found, "visits", "home", "visit_date")]


def said(found: Checked) -> list[tuple]:
    """Every problem's code and cell."""
    return [(problem.code, problem.cell) for problem in found.problems]


def cells(table: Table) -> list[dict]:
    """The cells of a table's rows by column."""
    return table.cells or [{name: f"{letter}{row}" for name, letter in table.letters.items()} for row in table.rows]
