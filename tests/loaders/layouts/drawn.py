"""Sheets of a council's own layout, as a few rows, and what becomes of them."""

from loaders.checking import Checked
from loaders.table import Table
from tests.loaders.good import checked, raw

A_HOME = ("Home", "Month", "Child-nights", "Restraints")


def book(**sheets: list[tuple]) -> Checked:
    """The sheets checked as one file; _ in a name is a space."""
    return checked(*(raw(rows, name.replace("_", " ")) for name, rows in sheets.items()))


def read(found: Checked, *names: str) -> list[tuple]:
    """The values of those columns, a row each, in order."""
    return sorted(row for table in found.tables for row in zip(*(table.columns[name] for name in names), strict=True))


def returns(found: Checked) -> list[tuple]:
    """Home, month, child-nights and restraints of every return."""
    return [
        (home, f"{month:%Y-%m}", nights, restraints)
        for home, month, nights, restraints in read(found, "home", "month", "child_nights", "restraints")
    ]


def said(found: Checked) -> list[tuple]:
    """Every problem's code, sheet and cell."""
    return [(problem.code, problem.sheet, problem.cell) for problem in found.problems]


def cells(table: Table) -> list[dict]:
    """The cells of a table's rows."""
    return table.cells or [{name: f"{letter}{row}" for name, letter in table.letters.items()} for row in table.rows]
