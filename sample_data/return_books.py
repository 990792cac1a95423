"""The homes' monthly returns, each kept in its own way."""

from datetime import date
from pathlib import Path

from sample_data.returns import returns
from sample_data.shares import LEFT_OUT
from sample_data.sheets import Sheet, short_month, write_book
from sample_data.world import ALDER, BEECH, CEDAR, DAMSON, ELM

SAFEGUARDING_FIRST = (
    "month",
    "home",
    "missing_episodes",
    "rhi_due",
    "rhi_72h",
    "restraints",
    "restraints_exempt",
    "notifiable_events",
    "notified_24h",
    "shifts",
    "shifts_agency",
    "supervision_due",
    "supervision_held",
)


def alder(path: Path) -> None:
    """Title and notes above; a column of remarks; no column for what short breaks do not count."""
    sheet = Sheet(
        "Monthly return",
        "returns",
        returns(ALDER),
        ("Alder Lodge - monthly return", "Counts only, please: no percentages.", "Child-nights from the register."),
        without=LEFT_OUT[ALDER],
        extra={
            "Comments": ("Nurse asked to look at medicines", "Errors discussed in supervision", "Pharmacist booked")
        },
    )
    write_book(
        path, [sheet], {"Notes": ("Short breaks: school, health assessments and dental checks stay with families.",)}
    )


def beech(path: Path) -> None:
    """A sheet a financial year, headers in capitals over two lines."""
    rows = returns(BEECH)
    write_book(
        path,
        [
            Sheet(
                f"{year}-{year % 100 + 1}",
                "returns",
                [row for row in rows if _financial_year(row["month"]) == year],
                (f"Beech House {year}-{year % 100 + 1}",),
                typed={"month": lambda month: f"{month:%B %Y}"},
                header_style=lambda header: header.upper().replace(" ", "\n", 1),
            )
            for year in range(2023, 2027)
        ],
        {},
    )


def _financial_year(month: date) -> int:
    return month.year if month.month > 3 else month.year - 1


def cedar(path: Path) -> None:
    """What matters most first, some counts kept as text, a blank row after each March."""
    sheet = Sheet(
        "Figures",
        "returns",
        returns(CEDAR),
        ("CEDAR VIEW MONTHLY FIGURES", "Started by the previous manager"),
        order=SAFEGUARDING_FIRST,
        typed={
            "month": short_month,
            "home": lambda name: "Cedars",
            "child_nights": lambda nights: f" {nights}",
            "shifts": str,
        },
        gap_after=lambda row: row["month"].month == 3,
        extra={"Checked by": ("Interim manager",) * 3},
    )
    write_book(path, [sheet], {"Old format - do not use": ("Figures before November 2023 are in the paper file.",)})


def damson(path: Path) -> None:
    """The header on the first row, in small letters, with stars."""
    sheet = Sheet(
        "Sheet1",
        "returns",
        returns(DAMSON),
        header_style=lambda header: f"{header.lower()} *",
        typed={"month": lambda month: f"{month:%m/%Y}"},
    )
    write_book(path, [sheet], {})


def elm(path: Path) -> None:
    """Few counts, and none for October 2026: it was not sent."""
    sheet = Sheet(
        "Return 2026",
        "returns",
        returns(ELM),
        ("Elm Base", "Return is due on the 5th of the next month"),
        without=LEFT_OUT[ELM],
        extra={"To do": ("What counts as an outreach visit?",)},
    )
    write_book(path, [sheet], {})


RETURN_BOOKS = (alder, beech, cedar, damson, elm)
