"""Workbooks of findings: as large as a council's for many years, or as small as one month's."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

import xlsxwriter

SENTENCES = Path(__file__).parents[2] / "sample_data" / "sentences"

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

PERSONAL = (
    "Jayden Smith said that he felt settled.",
    "The mother rang on 07700 900123.",
    "Write to kayleigh.jones@example.org.",
    "Moved from 14 Station Road.",
    "NHS number 943 476 5919.",
)
"""One of each kind that is masked; no person's."""

Text = Callable[[int], str]


def plain(row: int) -> str:
    """One sentence with a number in it."""
    return f"Finding {row}: the key-work sessions of the week were planned and most of them were held as planned."


def real_sentences(rows: int, personal: int = 50) -> Text:
    """Two sentences of the sample data a finding, no two findings alike, and so many with something personal."""
    lines = [line for path in sorted(SENTENCES.glob("qs*.txt")) for line in path.read_text("utf-8").splitlines()]
    patterns = [line.partition(": ")[2] for line in lines if line.startswith("concern: ")]
    return partial(_drawn, Random(1), patterns, rows // personal)


def _drawn(rng: Random, patterns: list[str], every: int, row: int) -> str:
    drawn = [re.sub(r"\{(.*?)\}", lambda told: rng.choice(told[1].split("|")), rng.choice(patterns)) for _ in range(2)]
    more = [] if row % every else [PERSONAL[row // every % len(PERSONAL)]]
    return " ".join([*drawn, *more, f"Entry {row}."])


def large_workbook(path: Path, rows: int = 50_000, text: Text = plain) -> None:
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
            findings.write_row(row + 1, 2, _rest(row, text(row)))


def _day(row: int):
    return date(2021, 11, 1) + timedelta(days=row % 1800)


def _rest(row: int, text: str) -> tuple:
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
