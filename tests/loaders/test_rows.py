"""Which row is a row: lines waiting to be filled, totals, returns without a figure and notes, and what only looks like
one.
"""

from datetime import date

import pytest

from tests.loaders.good import checked, raw

RETURNS = ("Home", "Month", "Child-nights", "Restraints")
ASH = ("Ash House", "2026-01", 30, 1)
OAK = ("Oak House", "2026-01", 40, 2)
VISITS = ("Home", "Visit date", "Visit type", "Visitor", "Announced", "Staff spoken to", "Concerns")
VISIT = ("Ash House", date(2026, 1, 14), "Reg 44", "J Marsh", True, 2, "Two bulbs out")
ACTIONS = ("Ref", "Home", "Source", "Source date", "Standard", "Action", "Raised", "Due", "Status")
DAY = date(2026, 1, 14)
ACTION = ("R1", "Ash House", "Complaint", DAY, "QS12", "Mend the fence", DAY, date(2026, 3, 1), "Open")


def told(*rows: tuple, **about) -> tuple[int, list[tuple]]:
    """How many rows there are in a sheet, and what is said of it."""
    found = checked(raw(list(rows), **about))
    return sum(len(each.rows) for each in found.tables), [(each.code, each.cell) for each in found.problems]


def _line(width: int, **cells) -> tuple:
    """A row of blanks but for some cells, by letter."""
    return tuple(cells.get(chr(65 + place)) for place in range(width))


WAITING = {
    "unticked": (VISITS, VISIT, [_line(7, E=False)] * 5),
    "unticked, as a text file has it": (VISITS, VISIT, [_line(7, E="FALSE")] * 2),
    "an empty box": (VISITS, VISIT, [_line(7, E="☐")]),
    "sums of nothing": (RETURNS, ASH, [_line(4, C=0, D=0)] * 2),
    "a status that is set": (ACTIONS, ACTION, [_line(9, I="Open")] * 3),
    "a number and a status": (ACTIONS, ACTION, [_line(9, A=number, I="Open") for number in range(2, 9)]),
    "references made in advance": (ACTIONS, ACTION, [_line(9, A=f"REC-{number:03}") for number in range(2, 9)]),
    "a type of visit that is set": (VISITS, VISIT, [_line(7, C="Reg 44")] * 3),
    "a type of visit, unticked": (VISITS, VISIT, [_line(7, C="Regulation 44 visit", E=False)] * 12),
    "two types of visit, three of each": (VISITS, VISIT, [_line(7, C=each) for each in ("Reg 44", "Reg 45") * 3]),
    "a number, a source and a status": (
        ACTIONS,
        ACTION,
        [_line(9, A=number, C="Complaint", I="Open") for number in range(2, 9)],
    ),
    "a hint in each": (VISITS, VISIT, [_line(7, E=False, G="Write the concerns here")] * 4),
    "a type and a number of 0": (VISITS, VISIT, [_line(7, D="Name of visitor", F=0)] * 3),
}


@pytest.mark.parametrize("name", WAITING)
def test_a_line_waiting_to_be_filled_is_no_row(name):
    header, row, lines = WAITING[name]
    assert told(header, row, *lines) == (1, [])
    assert told(header, *lines[:1], row, *lines[1:])[0] == 1


def test_a_lookup_that_finds_nothing_yet_is_no_fault():
    lines = [_line(9, A=number) for number in range(2, 6)]
    assert told(ACTIONS, ACTION, *lines, errors={(index, 8): "#N/A" for index in range(2, 6)}) == (1, [])


NOT_WAITING = {
    "a month of zeros": (RETURNS, ("Ash House", "2026-01", 0, 0), 1, []),
    "two lines with a status": (ACTIONS, [_line(9, I="Open")] * 2, 2, ["missing-value"]),
    "a text of its own": (VISITS, [_line(7, E=False, F=3, G=f"Concern {number}") for number in range(3)], 3,
                          ["missing-value"]),
    "a home without a day": (VISITS, [_line(7, A="Ash House", E=False)] * 3, 3, ["missing-value"]),
    "a day without a home": (VISITS, [_line(7, B=DAY, E=False)] * 3, 3, ["missing-value"]),
    "a reference with an action": (ACTIONS, [_line(9, A=2, F="Mend the gate")], 1, ["missing-value"]),
    "references that do not count": (ACTIONS, [_line(9, A="Gate", I="Open"), _line(9, A="Fence", I="Open")], 2,
                                     ["missing-value"]),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_WAITING)
def test_a_line_with_something_in_it_is_a_row(name):
    header, lines, count, codes = NOT_WAITING[name]
    found = told(header, *(lines if isinstance(lines, list) else [lines]))
    assert (found[0], sorted({code for code, _ in found[1]})) == (count, codes)


@pytest.mark.parametrize("word", [
    "All homes", "all services", "Service", "Service total", "YTD", "Year to date", "Q3", "Q3 2026/27", "Quarter 3",
    "2026/27", "Target", "Target 2026/27", "Average", "Average per home", "% change", "Variance", "Ash House YTD",
    "Total (both homes)", "National average", "Whole service", "H1 2026/27",
])  # fmt: skip
def test_a_word_for_a_total_in_a_key_column_leaves_its_row_out_and_is_said(word):
    assert told(RETURNS, ASH, OAK, (word, "2026-01", 70, 3)) == (2, [("total-left-out", "A4")])
    assert told(RETURNS, ASH, ("Ash House", word, 30, 1)) == (1, [("total-left-out", "B3")])
    found = checked(raw([VISITS, VISIT, (word, None, None, None, None, 2, None)]))
    assert [each.code for each in found.problems] == ["total-left-out"]
    assert not any("Also known as" in each.message for each in found.problems)


def test_a_home_that_is_called_like_a_total_is_a_home():
    homes = {"Total House": 3, "Service": 4, "Ash House": 3}
    rows = [RETURNS, ("Total House", "2026-01", 30, 0), ("Service", "2026-01", 40, 0)]
    found = checked(raw(rows), homes=homes)
    assert (found.problems, found.tables[0].columns["home"]) == ([], ["Total House", "Service"])


@pytest.mark.parametrize("name", ["Total House", "Target House", "The Quarter", "All Saints", "Halfway House"])
def test_a_home_that_nobody_knows_is_no_total(name):
    assert [code for code, _ in told(RETURNS, (name, "2026-01", 30, 1))[1]] == ["unknown-home"]


def test_a_homes_sheet_has_totals_and_homes_that_are_called_like_them():
    header = ("Home", "Service type", "Registered places", "Opened")
    homes = [("Total House", "Short breaks", 3, date(2015, 1, 1)), ("Average", "Short breaks", 3, date(2015, 1, 1))]
    assert told(header, *homes, ("Total", None, 6, None)) == (2, [("total-left-out", "A4")])


def test_a_reference_may_be_called_like_a_total():
    rows = [("Q3", *ACTION[1:]), ("Target", *ACTION[1:])]
    assert told(ACTIONS, *rows) == (2, [])


def test_texts_that_begin_like_a_total_are_texts():
    concerns = ["Average wait for dinner is an hour", "Total of 9 restraints", "Target not met"]
    rows = [(*VISIT[:1], date(2026, 1, number + 1), *VISIT[2:6], text) for number, text in enumerate(concerns)]
    assert told(VISITS, *rows) == (3, [])


@pytest.mark.parametrize("rows, cell", [
    ([ASH, OAK, (None, None, 70, 3)], "C4"),
    ([ASH, (None, None, 30, 1), OAK, (None, None, 40, 2), (None, None, 70, 3)], "C3"),
    ([ASH, OAK, (None, None, None, 3)], "D4"),
])  # fmt: skip
def test_sums_with_neither_home_nor_month_are_left_out_and_said(rows, cell):
    count, problems = told(RETURNS, *rows)
    assert problems[0] == ("total-left-out", cell) and {code for code, _ in problems} == {"total-left-out"}
    assert count == sum(row[0] is not None for row in rows)


def test_figures_with_neither_home_nor_month_that_are_no_sum_are_a_fault():
    assert told(RETURNS, ASH, OAK, (None, None, 69, 3)) == (3, [("missing-value", "A4"), ("missing-value", "B4")])


def test_the_word_may_stand_in_a_column_that_nobody_asked_for():
    rows = [("No.", *RETURNS), (1, *ASH), (2, *OAK), ("Total", None, None, 70, 3)]
    assert told(*rows) == (2, [("unknown-column", "A1"), ("total-left-out", "A4")])


@pytest.mark.parametrize("row", [("Total", None, 70, 3), (None, None, 2, 3), ("Both", "2026-01", 70, 3)])
def test_the_total_row_of_an_excel_table_is_left_out_by_its_mark(row):
    count, problems = told(RETURNS, ASH, OAK, row, table_totals={(3, 0), (3, 1), (3, 2), (3, 3)})
    assert (count, [code for code, _ in problems]) == (2, ["total-left-out"])


@pytest.mark.parametrize("rows, title", [
    ([RETURNS, ASH, ("Oak House", "2026-01")], "Returns"),
    ([("Month", "Child-nights", "Restraints"), ("Jan 2026", 30, 1), ("Feb 2026",)], "Oak House"),
    ([("Home", "Child-nights", "Restraints"), ("Ash House", 30, 1), ("Oak House",)], "Jan 2026"),
])  # fmt: skip
def test_a_return_without_a_figure_is_said_and_not_stored(rows, title):
    found = checked(raw(rows, title))
    assert [each.code for each in found.problems] == ["blank-return"] and found.accepted
    assert [each.rows for each in found.tables] == [[2]]


def test_a_blank_return_is_no_second_one():
    assert told(RETURNS, ("Ash House", "2026-01"), ASH) == (1, [("blank-return", "B2")])


def test_months_to_come_without_a_figure_are_blank_returns():
    assert told(RETURNS, ASH, ("Ash House", "Dec 2090")) == (1, [("blank-return", "B3")])


@pytest.mark.parametrize("figures", [(0, 0), (3, 1), (None, 0)])
def test_a_month_to_come_is_refused_also_when_filled_with_0(figures):
    assert told(RETURNS, ASH, ("Ash House", "Dec 2090", *figures))[1] == [("future-month", "B3")]


def test_this_month_has_begun():
    assert told(RETURNS, ("Ash House", date.today(), 1, 0)) == (1, [])


@pytest.mark.parametrize("note", [
    _line(7, A="Updated by business support Oct 26"), _line(7, A="Business support"), _line(7, D="Prepared by J Marsh"),
    _line(7, B="Figures are provisional."), _line(7, G="See also the improvement plan of the home"),
    _line(7, A="Signed:", D="J Marsh"), _line(7, C="Last updated by the QA team"),
])  # fmt: skip
def test_a_line_of_words_under_the_table_is_a_note_in_any_column(note):
    assert told(VISITS, VISIT, _line(7), note) == (1, [])
    assert told(VISITS, VISIT, _line(7), note, note) == (1, [])


@pytest.mark.parametrize("line", [
    _line(7, A="Ash House"), _line(7, A="Oak House", D="J Marsh"), _line(7, D="J Marsh", F=3, G="Two bulbs out"),
    _line(7, B=DAY), _line(7, F=3),
])  # fmt: skip
def test_what_may_be_a_row_under_the_table_is_no_note(line):
    count, problems = told(VISITS, VISIT, _line(7), line)
    assert count == 2 and {code for code, _ in problems} == {"missing-value"}


def test_words_right_under_the_table_may_be_what_a_row_lacks():
    count, problems = told(VISITS, VISIT, _line(7, G="The kitchen floor is worn through"))
    assert count == 2 and {code for code, _ in problems} == {"missing-value"}
