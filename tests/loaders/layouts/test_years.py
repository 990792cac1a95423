"""Oct, Oct 26, Oct-26 as a sheet's name: the year is the workbook's where one fits all of it, else asked for."""

import pytest

from loaders.checking import check_book
from loaders.council import Council
from loaders.reading.book import Book
from qa_data.scope import of_every_home
from tests.loaders.good import raw

ROWS = [("Home", "Child-nights", "Restraints"), ("Ash House", 30, 1)]


def months(file: str, *names: str, title: str = "") -> list[str | None]:
    """The month of each sheet."""
    council, _ = Council(of_every_home(), places={"Ash House": 9}).naming([("Ash House", "Ash House")])
    rows = [(title,), *ROWS] if title else ROWS
    found = check_book(Book(file, "", tuple(raw(rows, name) for name in names)), file, council, None)
    assert found.accepted == all(table.columns["month"][0] for table in found.tables)
    for problem in found.problems:
        assert problem.code == "missing-column" and f"name the sheet {problem.sheet[:3]} 20" in problem.message
    return [f"{month:%Y-%m}" if (month := table.columns["month"][0]) else None for table in found.tables]


@pytest.mark.parametrize(
    "file, names, read",
    [
        ("Returns 2026.xlsx", ["Oct"], ["2026-10"]),
        ("Returns 2026.xlsx", ["Oct-26"], ["2026-10"]),
        ("Returns.xlsx", ["Sept 2026", "Oct"], ["2026-09", "2026-10"]),
        ("Returns.xlsx", ["Oct 26", "Sep 2026"], ["2026-10", "2026-09"]),
        ("Returns 2025-26.xlsx", ["Dec", "Jan"], ["2025-12", "2026-01"]),
        ("Returns_2025-2026.xlsx", ["Dec 25", "Jan 26"], ["2025-12", "2026-01"]),
        ("Returns 2025-26.xlsx", ["Dec 2025", "Jan"], ["2025-12", "2026-01"]),
    ],
)
def test_one_year_fits(file, names, read):
    assert months(file, *names) == read


@pytest.mark.parametrize(
    "file, names",
    [
        ("Returns.xlsx", ["Oct"]),
        ("Returns.xlsx", ["Oct 26"]),
        ("Returns.xlsx", ["Oct-26"]),
        ("Returns 2025 and 2026.xlsx", ["Oct"]),
        ("Returns 2025.xlsx", ["Oct", "Nov", "Dec", "Jan"]),
        ("Returns 2025.xlsx", ["Oct-26"]),
    ],
)
def test_no_one_year_fits(file, names):
    assert months(file, *names) == [None] * len(names)


def test_a_title_tells_the_year_too():
    assert months("Returns.xlsx", "Oct", "Feb", title="Monthly figures 2025-26") == ["2025-10", "2026-02"]
    assert months("Returns.xlsx", "Oct", title="Figures for October 2026") == ["2026-10"]
