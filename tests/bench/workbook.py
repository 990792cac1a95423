"""A workbook of 50,000 findings, as large as a council's for many years."""

from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

HEADERS = (
    "Home",
    "Date",
    "Source",
    "Standard",
    "Kind",
    "Finding",
    "Seen by",
    "Place",
    "Shift",
    "Follow-up",
    "Sheet",
    "Note",
)
SOURCES = ("Reg 44", "Ofsted", "Management check")


def large_workbook(path: Path, rows: int = 50_000) -> None:
    """Writes a Homes sheet and a sheet of findings, twelve columns wide."""
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        homes = book.add_worksheet("Homes")
        homes.write_row(0, 0, ("Home", "Service type", "Registered places", "Opened"))
        for number in range(5):
            homes.write_row(number + 1, 0, (f"Home {number}", "Residential care", 3, "2015-05-01"))
        findings, day = book.add_worksheet("Findings"), book.add_format({"num_format": "dd/mm/yyyy"})
        findings.write_row(0, 0, HEADERS)
        for row in range(rows):
            findings.write(row + 1, 0, f"Home {row % 5}")
            findings.write_datetime(row + 1, 1, _day(row), day)
            findings.write_row(row + 1, 2, _rest(row))


def _day(row: int):
    return date(2021, 11, 1) + timedelta(days=row % 1800)


def _rest(row: int) -> tuple:
    text = f"Finding {row}: the key-work sessions of the week were planned and most of them were held as planned."
    return (
        SOURCES[row % 3],
        f"QS{6 + row % 9:02d}",
        ("Concern", "Good practice")[row % 2],
        text,
        "Visitor",
        "Office",
        "Early",
        "None",
        "A",
        f"Note {row}",
    )
