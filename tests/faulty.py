"""Workbooks with faults, drawn: as a manager or a whole service would send them, for the sample council's homes."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

HOMES = ("Alder Lodge", "Beech House", "Cedar View", "Damson Cottage", "Elm Base")

VISITS = ("Home", "Visit date", "Visit type", "Children spoken to", "Staff spoken to", "QS12")
FINDINGS = ("Home", "Date", "Source", "Standard", "Kind", "Finding")
ACTIONS = ("Home", "Reference", "Source", "Source date", "Standard", "Raised", "Status", "Action")
RETURNS = ("Home", "Month", "Child-nights", "Restraints", "Repairs open at month end", "Missing episodes")
INSPECTIONS = ("Home", "Inspection date", "Inspection type", "Overall experiences and progress")


VISIT = ("Regulation 44 visit", date(2026, 10, 14), "Protection of children")


def five(path: Path) -> Path:
    """One manager's month with five different faults: a home misspelt, a day that does not exist, n/a where a number
    belongs, a status that is none, and a date that can be read in two ways.
    """
    return write(
        path,
        {
            "Visits": [
                VISITS,
                ("Beach House", date(2026, 10, 14), "Regulation 44 visit", 3, 4, "Met"),
                ("Beech House", "31/09/2026", "Management check", 2, 4, "Met"),
            ],
            "Returns": [RETURNS, ("Beech House", "October 2026", 90, "n/a", 1, 0)],
            "Actions": [
                ACTIONS,
                ("Beech House", "B-901", *VISIT, date(2026, 10, 15), "Nearly", "Mend the gate"),
                ("Beech House", "B-902", *VISIT, "03/11/2026", "Open", "Paint the hall"),
            ],
        },
    )


def seventy_one(path: Path) -> Path:
    """A service's month with 71 faults in five sheets: many of them the same."""
    return write(
        path,
        {
            "Visits": [VISITS, *map(_visit, range(24))],
            "Findings": [FINDINGS, *map(_finding, range(17))],
            "Actions": [ACTIONS, *map(_action, range(16))],
            "Returns": [RETURNS, *map(_return, range(10))],
            "Inspections": [INSPECTIONS, *map(_inspection, range(4))],
        },
    )


def _visit(place: int) -> tuple:
    home = "Elm Bank" if place % 4 == 0 else HOMES[place % 5]
    day = f"31/{(4, 6, 9)[place % 3]:02}/2026" if place % 5 == 1 else date(2026, 10, place + 1)
    met = "Partly" if place % 3 == 2 else "Met"
    return home, day, "Regulation 44 visit", "all" if place % 4 == 3 else 3, "n/a" if place % 8 == 2 else 4, met


def _finding(place: int) -> tuple:
    home = "Elm Bank" if place % 3 == 0 else HOMES[place % 5]
    kind = ("Shortfall", "Strenght", "Concern", "Good")[place % 4]
    return home, date(2026, 10, place + 1), "Regulation 44 visit", "Protection of children", kind, f"Seen no. {place}"


def _action(place: int) -> tuple:
    home = "Elm Bank" if place % 5 == 0 else HOMES[place % 5]
    raised = f"0{place % 9 + 1}/11/2026" if place % 4 == 1 else date(2026, 10, place + 15)
    status = ("Open", "Nearly", "Awaiting funds")[place % 3]
    return home, f"S-{place:03}", *VISIT, raised, status, f"Action no. {place}"


def _return(place: int) -> tuple:
    month = "October 2026" if place < 5 else "September 2026"
    nights = "31 nights" if place % 4 == 0 else 59
    restraints = "n/a" if place % 3 == 1 else 2
    return HOMES[place % 5], month, nights, restraints, -1 if place % 5 == 3 else 1, "some" if place % 2 else 0


def _inspection(place: int) -> tuple:
    return HOMES[place], f"{30 + place}/09/2026", "Full inspection", ("Good", "Fair", "OK", "Good")[place]


def write(path: Path, sheets: dict[str, list[tuple]]) -> Path:
    """The workbook with these rows, the first of each sheet its headings."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path
