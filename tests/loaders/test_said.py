"""What is said of cells that are read all the same: dates that may be turned, colours, several in a cell."""

from datetime import date

import pytest

from loaders.numbered import recommendations
from loaders.reading.book import Book
from loaders.settling import Settlement, settle
from tests.loaders.good import checked, good, raw, sheet

HEADER = ("Home", "Visit date", "Visit type", "Education", "Protection of children")


def said(*days) -> list[tuple]:
    """What is said of a column of these days."""
    found = checked(raw([HEADER[:3], *(("Ash House", day, "Reg 44") for day in days)]))
    return [(each.code, each.cell) for each in found.problems]


@pytest.mark.parametrize("texts", [
    ["13/01/2026", "14/02/2026", "31/03/2026"], ["13 Jan 2026", "14 Feb 2026", "31 March 2026"],
    ["13/01/2026", "Wed 14/02/2026", "15/02/2026 10:30", "16/02/2026"],
])  # fmt: skip
def test_dates_that_may_be_turned_are_said_at_each_real_one(texts):
    real = [date(2026, month, 3) for month in (1, 5, 9)]
    assert said(*texts, *real) == [("dates-swapped", f"B{len(texts) + row}") for row in (2, 3, 4)]


@pytest.mark.parametrize("days", [
    ["13/01/2026", "14/02/2026", date(2026, 1, 3), date(2026, 5, 3), date(2026, 9, 3)],
    ["13/01/2026", "14/02/2026", "15/02/2026", date(2026, 1, 3), date(2026, 5, 3)],
    ["13/01/2026", "14/02/2026", "15/02/2026", date(2026, 1, 3), date(2026, 5, 3), date(2026, 9, 13)],
    ["13/01/2026", "14/02/2026", "05/02/2026", date(2026, 1, 3), date(2026, 5, 3), date(2026, 9, 3)],
    [date(2026, 1, 3), date(2026, 5, 3), date(2026, 9, 3), date(2026, 9, 4)],
], ids=["two texts", "two real ones", "a real one of a later day", "a text of an earlier day", "all real"])  # fmt: skip
def test_dates_that_are_as_they_were_typed(days):
    assert said(*days) == []


def coloured(*rows: tuple, colours: dict) -> list[tuple]:
    found = checked(raw([HEADER, *rows], colours=colours))
    return [(each.code, each.cell) for each in found.problems]


VISIT = ("Ash House", "2026-01-14", "Reg 44", None, None)
NEXT = ("Ash House", "2026-02-14", "Reg 44", None, None)
LAST = ("Ash House", "2026-03-14", "Reg 44", None, None)


@pytest.mark.parametrize("colours", [
    {(1, 3): "red", (1, 4): "green"}, {(1, 3): "red", (2, 3): "green"}, {(1, 4): "a", (2, 4): "b", (3, 4): "c"},
])  # fmt: skip
def test_answers_given_as_colours_alone(colours):
    index, place = min(colours)
    assert coloured(VISIT, NEXT, LAST, colours=colours) == [("colours-not-read", f"{'ABCDE'[place]}{index + 1}")]


@pytest.mark.parametrize("colours", [
    {(1, 3): "red", (2, 3): "red"},
    {(row, place): "ab"[place - 3] for row in (1, 2, 3) for place in (3, 4)},
    {(1, 0): "red", (1, 1): "green"},
    {(0, 3): "red", (0, 4): "green"},
    {(7, 3): "red", (8, 3): "green"},
], ids=["one colour", "a colour a column", "no choices", "headings", "below the table"])  # fmt: skip
def test_colours_that_are_no_answers(colours):
    assert coloured(VISIT, NEXT, LAST, colours=colours) == []


@pytest.mark.parametrize("text, count", [
    ("1. Mend the fence\n2. Mend the gate", 2), ("1) Mend the fence 2) Mend the gate 3) Paint it", 3),
    ("(1) Mend the fence; (2) Mend the gate", 2), ("a) Mend the fence\nb) Mend the gate", 2),
    ("1: Mend the fence.\r\n2: Mend the gate.", 2),
    ("1. Mend the fence", 1), ("Mend the fence and 2. gate", 1), ("12. Mend the fence", 1), ("1.5 staff a night", 1),
    ("Reg 12. Two staff a night", 1), ("1 fence to mend, 2 gates to mend", 1), ("A fence to mend", 1), ("", 1),
])  # fmt: skip
def test_numbered_recommendations(text, count):
    assert len(recommendations(text)) == count


def test_several_in_a_cell_are_said_and_kept_as_one():
    found = checked(sheet("actions", good("actions", action="1. Mend the fence\n2. Mend the gate")))
    assert [each.code for each in found.problems] == ["several-in-a-cell"] and found.accepted
    assert found.tables[0].columns["action"] == ["1. Mend the fence\n2. Mend the gate"]


def test_a_suggested_blank_settles_a_cell():
    book = Book(
        "Test.xlsx", "", (raw([("Home", "Month", "Restraints", "Child-nights"), ("Ash House", "2026-01", "n/a", 30)]),)
    )
    [problem] = checked(*book.sheets).problems
    settled, [told] = settle(book, [Settlement("Sheet1", problem.cell, problem.suggestion)])
    assert (told["original"], told["settled"]) == ("n/a", "") and checked(*settled.sheets).problems == []


@pytest.mark.parametrize("text, parts", [
    ("1.Fix door 2.Fix lock", ["Fix door", "Fix lock"]),
    ("R1: fix door; R2: fix lock", ["fix door", "fix lock"]),
    ("Rec 1 - fix door. Rec 2 - fix lock", ["fix door.", "fix lock"]),
    ("Recommendation 1: Fix door\nRecommendation 2: Fix lock", ["Fix door", "Fix lock"]),
    ("Action 1. Fix door Action 2. Fix lock", ["Fix door", "Fix lock"]),
    ("i) fix door ii) fix lock iii) paint", ["fix door", "fix lock", "paint"]),
    ("(i) fix door; (ii) fix lock", ["fix door", "fix lock"]),
    ("(a) fix door (b) fix lock", ["fix door", "fix lock"]),
    ("1 Fix door 2 Fix lock", ["Fix door", "Fix lock"]),
])  # fmt: skip
def test_however_recommendations_are_numbered(text, parts):
    assert recommendations(text) == parts


@pytest.mark.parametrize("text", [
    "12(2)(a)(i) Ensure that staff are trained", "A. Smith to see B. Jones", "1 staff member to see 2 children",
    "Mend 1 Door and 2 Locks", "Update R2 plans with R1", "I) only", "Reg 12 and Reg 13: act",
])  # fmt: skip
def test_a_text_with_numbers_is_one(text):
    assert recommendations(text) == [text]
