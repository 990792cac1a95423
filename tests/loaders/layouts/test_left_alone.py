"""Summaries, lists and look-ups are left alone and said, and never give a month or a home; whole sheets are read."""

from datetime import date

import pytest

from tests.loaders.good import checked, raw
from tests.loaders.layouts.drawn import RETURN, VISIT, book, returns, said, visit

DATA = [RETURN, ("Ash House", "Oct 2026", 90, 1)]
TOTALS = [("Home", "Child-nights", "Restraints"), ("Ash House", 85, 9)]
READ = [("Ash House", "Oct 2026", 90, 1)]

LEFT = {
    "Sheet2": TOTALS,
    "Summary": TOTALS,
    "Oct 2026 YTD": TOTALS,
    "Ash House totals": [("Month", "Child-nights", "Restraints"), ("Oct 2026", 900, 9)],
    "Quarter 3 Oct 2026": TOTALS,
    "By home": [("Position at October 2026",), *TOTALS],
    "Look-up": [VISIT[0:1] + VISIT[2:] + ("Announced",), ("Ash House", "Reg 44", "A Visitor", "Yes")],
    "Averages": [("Measure", "Ash House", "Oak House"), ("Child-nights", 30, 31), ("Restraints", 0, 1)],
}


@pytest.mark.parametrize("name", LEFT)
def test_left_alone_and_said_beside_the_rows_themselves(name):
    found = checked(raw(DATA, "Data"), raw(LEFT[name], name))
    assert ([code for code, _ in said(found)], found.left_alone) == (["sheet-left-alone"], [name])
    assert found.accepted and returns(found) == READ


def test_alone_in_a_file_it_is_not_read_either():
    found = book(Oct_2026_YTD=TOTALS)
    assert said(found) == [("no-dataset", None), ("sheet-left-alone", "A1")] and found.tables == []


def test_hidden_and_nothing_but_choices():
    choices = [
        ("Home", "Visit type", "Visitor", "Verdict"),
        ("Ash House", "Reg 44", None, "Met"),
        (None, "Reg 45", None, "Not met"),
    ]
    assert checked(raw(DATA, "Data"), raw(choices, "x", hidden=True)).left_alone == ["x"]
    others = [choices[0], ("Ash House", "Reg 44", "A Visitor", "Met")]
    assert not checked(raw(DATA, "Data"), raw(others, "x", hidden=True)).accepted


ACTION = ("Home", "Source", "Source date", "Standard", "Action", "Raised", "Status")
WHOLE = {
    "List of returns": DATA,
    "Summary": DATA,
    "Notes of visits": [VISIT, visit("Ash House", 14)],
    "Action list": [ACTION, ("Ash House", "Reg 44", date(2026, 1, 1), "QS12", "Mend", date(2026, 1, 1), "Open")],
    "Sep 2026": TOTALS,
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_sheet_with_all_its_keys_is_read_whatever_its_name(name):
    found = checked(raw(WHOLE[name], name), raw(DATA, "Oct 2026") if name == "Sep 2026" else raw([], "Other"))
    assert said(found) == [] and len(found.tables[0].rows) == 1


def test_a_sheet_of_a_month_without_its_year_is_refused_and_not_left_alone():
    found = checked(raw(DATA[:1] + [("Ash House", "2025-10", 90, 1)], "Data 2025 and 2026"), raw(TOTALS, "Oct"))
    assert [code for code, _ in said(found)] == ["missing-column"] and not found.accepted


def test_titles_of_several_sheets_give_each_its_month():
    found = book(
        A=[("Figures of September 2026",), *TOTALS],
        B=[("October 2026",), *TOTALS],
        C=[("Printed 3 November 2026",), *TOTALS],
    )
    assert said(found) == [("missing-column", "A2")]
    assert [month for _, month, _, _ in returns(book(A=[("Figures of September 2026",), *TOTALS]))] == ["Sep 2026"]


@pytest.mark.parametrize("head, has, lacks", [
    (("Ref", "Home", "Recommendation", "Date raised", "Due", "Done?"), "Reference, Home, Action, Raised, Due",
     "Source or Source date or Standard or Status"),
    (("Which unit", "Restraints", "Missing episodes"), "Restraints, Missing episodes", "Home or Month"),
    (("Home", "Manager", "Telephone"), None, None),
])  # fmt: skip
def test_a_sheet_with_some_of_a_dataset_is_named_with_what_it_lacks(head, has, lacks):
    found = checked(raw(DATA, "Data"), raw([head, ["Boys", 1, 2, 3, 4, 5][: len(head)]], "Log"))
    assert (found.accepted, found.left_alone) == (True, ["Log"])
    if has is None:
        assert found.problems == []
    else:
        [problem] = found.problems
        assert (problem.code, problem.sheet) == ("sheet-left-alone", "Log")
        assert f"the columns {has}, as" in problem.message and f"no column {lacks}." in problem.message


LITTLE = {
    "Oct 2026": ([("Home", "Nights"), ("Oak House", 60)], ("Oak House", "Oct 2026", 60, None)),
    "Occupancy Sep 2026": ([("Home", "Bed nights"), ("Oak House", 60)], ("Oak House", "Sep 2026", 60, None)),
    "Oak House": ([("Month", "Restraints"), ("Oct 2026", 2)], ("Oak House", "Oct 2026", None, 2)),
    "PIs": ([("Oct 2026",), ("Home", "PIs"), ("Oak House", 2)], None),
    "Sheet9": ([("Month", "Restraints"), ("Oct 2026", 2)], None),
    "Sheet10": ([("Home", "Nights"), ("Oak House", 60)], None),
    "Form": ([("Home: Oak House", None), ("Oct 2026", None), ("PIs", 4)], None),
}


@pytest.mark.parametrize("name", LITTLE)
def test_one_figure_beside_its_key_is_read_where_the_name_tells_the_rest_and_said_where_not(name):
    rows, row = LITTLE[name]
    found = checked(raw(DATA, "Data"), raw(rows, name))
    assert returns(found) == ([*READ, row] if row else READ) and found.accepted
    assert [code for code, _ in said(found)] == ([] if row else ["sheet-left-alone"])


def test_one_figure_alone_in_a_file_is_read_too():
    assert returns(checked(raw([("Home", "Restraints"), ("Ash House", 2)], "Oct 2026"))) == [
        ("Ash House", "Oct 2026", None, 2)
    ]


@pytest.mark.parametrize("name", ["Year to date", "Average", "YTD 2026", "Total"])
def test_a_whole_sheet_that_is_called_a_sum_is_said(name):
    found = checked(raw(DATA, name))
    assert said(found) == [("named-as-sum", "A1")] and returns(found) == READ


def test_a_guide_over_a_table_is_no_name():
    assert said(checked(raw([("Enter whole numbers and no % or average in any of these",), *DATA], "Data"))) == []


def test_a_sheet_called_homes_is_no_visits():
    found = checked(raw([("Home name", "Type", "Beds"), ("Fern Court", "Residential", 4)], "Homes"))
    assert [code for code, _ in said(found)] == ["no-dataset", "sheet-left-alone"]
    assert "Home, Registered places" in found.problems[1].message


@pytest.mark.parametrize("below, cell", [
    ([("Oak House (late addition)", None, None, 5)], "A3"),
    ([(None, "Oak House", None, 5), ("Checked by: J", None, 3, None)], "A4"),
    ([(), ("Note: late", None, None, 1)], "A4"),
])  # fmt: skip
def test_a_figure_beside_words_is_no_note(below, cell):
    found = checked(raw([RETURN, ("Ash House", "Oct 2026", 90, 1), *below]))
    assert not found.accepted and ("unknown-home", cell) in said(found)


@pytest.mark.parametrize("head, row, cells", [
    (("Home", "Month", "Child-nights", None, "Restraints"), ("Ash House", "Oct 2026", 90, 3, 1), ["D2"]),
    (("Home", None, "Month", None, "Restraints"), ("Ash House", 7, "Oct 2026", 3, 1), ["B2", "D2"]),
    (("Home", "Month", "Child-nights", None, "Restraints"), ("Ash House", "Oct 2026", 90, "fine", 1), []),
    ((None, "Home", "Month", "Restraints"), (1, "Ash House", "Oct 2026", 1), []),
])  # fmt: skip
def test_numbers_under_no_heading_are_said_with_their_cells(head, row, cells):
    found = checked(raw([head, row]))
    assert said(found) == [("unknown-column", cell) for cell in cells] and found.accepted
