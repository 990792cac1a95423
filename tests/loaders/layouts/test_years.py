"""Oct, Oct 26, Oct-26 as a sheet's name: the year is the workbook's where one fits all of it, else asked for."""

from datetime import date

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
        ("Returns 2026 updated.xlsx", ["Mar", "Jun", "Sep"], ["2026-03", "2026-06", "2026-09"]),
        ("Returns to Oct 2026.xlsx", ["Aug", "Sep", "Oct"], ["2026-08", "2026-09", "2026-10"]),
        ("Returns from Apr 2026.xlsx", ["May", "Jun"], ["2026-05", "2026-06"]),
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
        ("Returns Jan 2026 v2.xlsx", ["Sep", "Oct"]),
        ("Returns 2026-01-04.xlsx", ["Sep", "Oct"]),
        ("Returns updated Dec 2025.xlsx", ["Sep", "Oct"]),
        ("Returns 2025-26.xlsx", ["Feb", "Mar", "Apr"]),
        ("Returns 2026.xlsx", ["Dec", "Jan"]),
    ],
)
def test_no_one_year_fits(file, names):
    assert months(file, *names) == [None] * len(names)


@pytest.mark.parametrize(
    "names, read",
    [
        (["Dec 2025", "Jan"], ["2025-12", None]),
        (["Nov 2025", "Dec", "Jan"], ["2025-11", None, None]),
        (["Oct 2025", "Nov 2025", "Feb"], ["2025-10", "2025-11", None]),
        (["Feb 2026", "Jan", "Dec"], ["2026-02", None, None]),
    ],
)
def test_months_that_may_lie_over_new_year_from_one_that_is_dated(names, read):
    assert months("Returns.xlsx", *names) == read


@pytest.mark.parametrize("title", ["Updated 4 January 2026", "Printed 04/11/2026", "Ash House - run on 2026-11-04"])
def test_the_day_on_which_it_was_made_tells_no_year(title):
    council, _ = Council(of_every_home(), places={"Ash House": 9}).naming([("Ash House", "Ash House")])
    rows = [(title,), (None, "Sep", "Oct"), ("Restraints", 1, 2), ("Child-nights", 30, 31)]
    found = check_book(Book("Ash House.xlsx", "", (raw(rows, "Ash House"),)), "Ash House.xlsx", council, None)
    assert [(each.code, each.column) for each in found.problems] == [("lies-on-its-side", "month")]


@pytest.mark.parametrize(
    "title, across, read",
    [
        ("Ash House 2025/26", ("Feb", "Mar", "Apr"), None),
        ("Ash House 2025/26", ("Jan", "Feb", "Mar"), 2026),
        ("Ash House 2026", ("Nov", "Dec", "Jan"), None),
        ("Ash House 2026", ("Oct", "Sep", "Aug"), 2026),
        ("Ash House to October 2026", ("Aug", "Sep", "Oct"), 2026),
        ("Ash House to January 2026", ("Nov", "Dec", "Jan"), None),
    ],
)
def test_months_across_lie_in_the_year_that_a_title_tells(title, across, read):
    rows = [(title,), (None, *across), ("Restraints", 1, 2, 0), ("Child-nights", 30, 31, 30)]
    council, _ = Council(of_every_home(), places={"Ash House": 9}).naming([("Ash House", "Ash House")])
    found = check_book(Book("Ash.xlsx", "", (raw(rows, "Ash House"),)), "Ash.xlsx", council, None)
    assert found.accepted == bool(read)
    assert {each and each.year for each in found.tables[0].columns["month"]} == {read}


@pytest.mark.parametrize("title, across", [("Report of January 2026", ("Sep", "Oct")), ("March 2025", ("Oct", "Feb"))])
def test_months_across_are_never_the_month_of_a_title(title, across):
    rows = [(title,), (None, *across), ("Restraints", 1, 2), ("Child-nights", 30, 31)]
    council, _ = Council(of_every_home(), places={"Ash House": 9}).naming([("Ash House", "Ash House")])
    found = check_book(Book("Ash House.xlsx", "", (raw(rows, "Ash House"),)), "Ash House.xlsx", council, None)
    assert {each.code for each in found.problems} >= {"not-a-month"}
    assert [each for table in found.tables for each in table.columns["month"] if each] == []


YEAR_AGO = date.today().year - 1


@pytest.mark.parametrize(
    "name, cells, suggested",
    [
        (f"Ash House {YEAR_AGO}", ["Sep", "Oct"], [f"Sep {YEAR_AGO}", f"Oct {YEAR_AGO}"]),
        ("Ash House 2024-25", ["Mar", "February"], ["Mar 2025", "Feb 2025"]),
        ("Ash House", ["Sep", "Oct"], [None, None]),
        ("Ash House 2024-25", ["Mar", "Apr"], [None, None]),
    ],
)
def test_months_in_a_column_by_their_names_alone_are_suggested_in_the_year_that_is_told(name, cells, suggested):
    rows = [("Month", "Child-nights", "Restraints"), *((cell, 30, 1) for cell in cells)]
    council, _ = Council(of_every_home(), places={"Ash House": 9}).naming([("Ash House", "Ash House")])
    found = check_book(Book("A.xlsx", "", (raw(rows, name),)), "A.xlsx", council, None)
    assert [(each.code, each.suggestion) for each in found.problems] == [("not-a-month", each) for each in suggested]
    assert all(" or " in each.message for each in found.problems)


def test_both_years_are_named():
    council, _ = Council(of_every_home(), places={"Ash House": 9}).naming([("Ash House", "Ash House")])
    found = check_book(Book("A.xlsx", "", (raw(ROWS, "Jan"),)), "A.xlsx", council, None)
    year = date.today().year
    assert f"name the sheet Jan {year} or Jan {year - 1}, whichever it is" in found.problems[0].message


def test_a_title_tells_the_year_too():
    assert months("Returns.xlsx", "Oct", "Feb", title="Monthly figures 2025-26") == ["2025-10", "2026-02"]
    assert months("Returns.xlsx", "Oct", title="Figures for October 2026") == ["2026-10"]
