"""Of columns of values beside each other the one that holds the figure is read, wherever the words over it stand; the
others are left alone and said with their cells, and where nothing tells, the file is refused.
"""

from datetime import datetime

import pytest

from tests.loaders.layouts.drawn import RETURN, book, cells, returns, said

OCT = [("Ash House", "Oct 2026", 90, 3)]
NIGHTS, HELD = "Child-nights", "Restraints"
CALLED = [("Home", "Ash House"), ("Month", "Oct 2026")]

FORMS = {
    "target and actual": ([*CALLED, ("Measure", "Target", "Actual"), (NIGHTS, 93, 90), (HELD, 0, 3)], {"B3"}),
    "the average last, no heading over the labels": (
        [*CALLED, (None, "Count", "Average"), (NIGHTS, 90, 88), (HELD, 3, 1.5)],
        {"C3"},
    ),
    "three, a reference before the labels": (
        [
            *CALLED,
            ("Ref", "Indicator", "Previous month", "Baseline", "Value"),
            (1, NIGHTS, 80, 70, 90),
            (2, HELD, 4, 5, 3),
        ],
        {"C3", "D3"},
    ),
    "under a heading of a part of the form": (
        [*CALLED, ("Safety", "% of target", "This month"), (NIGHTS, 1, 90), (HELD, 2, 3)],
        {"B3"},
    ),
    "a year to date beside one without a word": (
        [*CALLED, ("Item", None, "YTD"), (NIGHTS, 90, 600), (HELD, 3, 20)],
        {"C3"},
    ),
    "remarks": ([*CALLED, ("Question", "Answer", "Comments"), (NIGHTS, 90, "full"), (HELD, 3, None)], {"C3"}),
}


@pytest.mark.parametrize("layout", FORMS)
def test_the_column_of_a_form_that_holds_the_figure_is_read(layout):
    rows, left = FORMS[layout]
    found = book(Form=rows)
    assert (returns(found), {code for code, _ in said(found)}) == (OCT, {"unknown-column"})
    assert {cell for _, cell in said(found)} == left


def test_what_is_left_alone_is_said_with_its_cells_and_why():
    rows, _ = FORMS["target and actual"]
    [problem] = book(Form=rows).problems
    assert "“Target” (B4 and B5)" in problem.message and "another figure" in problem.message
    [table] = book(Form=rows).tables
    assert cells(table)[0]["restraints"] == "C5"


def test_a_column_of_values_without_a_heading_is_said_with_all_its_cells():
    rows = [*CALLED, (NIGHTS, 90, "full"), (HELD, 3, "see log"), ("Admissions", 1, "one"), ("Missing episodes", 0, "-")]
    found = book(Form=rows)
    assert (said(found), returns(found)) == ([("unknown-column", "C3")], OCT)
    assert "C3 to C6" in found.problems[0].message


UNTOLD = {
    "weeks and a total": [("Measure", "Wk 1", "Wk 2", "Total"), (NIGHTS, 20, 21, 41), (HELD, 1, 0, 1)],
    "a child each": [(None, "Child 1", "Child 2"), (NIGHTS, 31, 31), (HELD, 1, 0)],
    "no word": [(NIGHTS, 90, 88), (HELD, 1, 0)],
    "words that say nothing": [("Measure", "Morning", "Evening"), (NIGHTS, 45, 45), (HELD, 1, 2)],
    "boys and girls": [("Measure", "Boys", "Girls"), (NIGHTS, 45, 45), (HELD, 1, 2)],
}


@pytest.mark.parametrize("layout", UNTOLD)
def test_where_nothing_says_which_it_is_the_file_is_refused_and_each_is_named(layout):
    found = book(Form=[*CALLED, *UNTOLD[layout]])
    [problem] = [each for each in found.problems if each.severity == "error"]
    assert problem.code == "repeated-column" and NIGHTS in problem.message and "B" in problem.message
    assert [row[2:] for row in returns(found)] in ([], [(None, None)])


def test_a_form_of_targets_alone_stores_none():
    found = book(Form=[*CALLED, ("Measure", "Target"), (NIGHTS, 93), (HELD, 0)])
    assert returns(found) == [] and ("unknown-column", "B3") in said(found)


SEP, OCT_ONLY = ("Ash House", "Sep 2026", 80, 5), OCT[0]
BOTH = [SEP, OCT_ONLY]
UNDER = {
    "target and actual": [
        (None, "Sep 2026", None, "Oct 2026", None),
        (None, "Target", "Actual", "Target", "Actual"),
        (NIGHTS, 93, 80, 93, 90),
        (HELD, 0, 5, 0, 3),
    ],
    "number and per cent, under days": [
        ("Measure", datetime(2026, 9, 1), None, datetime(2026, 10, 1), None),
        (None, "No.", "%", "No.", "%"),
        (NIGHTS, 80, "86%", 90, "97%"),
        (HELD, 5, "6%", 3, "3%"),
    ],
    "three each": [
        ("Measure", "Sep 2026", None, None, "Oct 2026", None, None),
        ("Measure", "Benchmark", "Number", "Variance", "Benchmark", "Number", "Variance"),
        (NIGHTS, 93, 80, -13, 93, 90, -3),
        (HELD, 0, 5, 5, 0, 3, 3),
    ],
    "the words over the months": [
        (None, "Target", None, "Actual", None),
        (None, "Sep 2026", "Oct 2026", "Sep 2026", "Oct 2026"),
        (NIGHTS, 93, 93, 80, 90),
        (HELD, 0, 0, 5, 3),
    ],
    "month and word in one heading": [
        (None, "Sep 2026 target", "Sep 2026 actual", "Oct 2026 target", "Oct 2026 actual"),
        (NIGHTS, 93, 80, 93, 90),
        (HELD, 0, 5, 0, 3),
    ],
    "a target before the months": [
        (None, "Target", "Sep 2026", "Oct 2026"),
        (NIGHTS, 93, 80, 90),
        (HELD, 0, 5, 3),
    ],
}


@pytest.mark.parametrize("layout", UNDER)
def test_under_or_over_months_the_figure_is_read_and_the_rest_is_said(layout):
    found = book(Ash_House=UNDER[layout])
    assert (returns(found), {code for code, _ in said(found)}) == (BOTH, {"unknown-column"})


def test_under_homes_too():
    rows = [(None, "Ash House", None, "Oak House", None), (None, "Actual", "Average", "Actual", "Average")]
    found = book(Oct_2026=[*rows, (NIGHTS, 90, 88, 70, 66), (HELD, 3, 2, 1, 1)])
    assert returns(found) == [OCT_ONLY, ("Oak House", "Oct 2026", 70, 1)]
    assert said(found) == [("unknown-column", "C2"), ("unknown-column", "E2")]


@pytest.mark.parametrize(
    "words",
    [("Boys", "Girls", "Boys", "Girls"), ("Wk 1", "Wk 2", "Wk 1", "Wk 2"), ("Early", "Late", "Early", "Late"), None],
)
def test_under_months_too_nothing_is_guessed(words):
    rows = [(None, "Sep 2026", None, "Oct 2026", None), *([(None, *words)] if words else []), (HELD, 1, 2, 3, 4)]
    found = book(Ash_House=rows)
    assert not found.accepted and "repeated-column" in {code for code, _ in said(found)}
    assert returns(found) == []


SUBHEADINGS = {
    "target and actual": (
        [("Home", "Month", NIGHTS, None, HELD, None), (None, None, "Target", "Actual", "Target", "Actual")],
        ("Ash House", "Oct 2026", 93, 90, 0, 3),
        OCT,
    ),
    "this and last month": (
        [
            ("Home", "Month", NIGHTS, None, HELD, None),
            (None, None, "Last month", "This month", "Last month", "This month"),
        ],
        ("Ash House", "Oct 2026", 80, 90, 5, 3),
        OCT,
    ),
    "the keys merged over both rows": (
        [("Home", "Month", NIGHTS, HELD, None), ("Home", "Month", NIGHTS, "Number", "Average")],
        ("Ash House", "Oct 2026", 90, 3, 2),
        OCT,
    ),
    "boys, girls and a total": (
        [("Home", "Month", NIGHTS, HELD, None, None), (None, None, None, "Boys", "Girls", "Total")],
        ("Ash House", "Oct 2026", 90, 1, 2, 3),
        [("Ash House", "Oct 2026", 90, None)],
    ),
    "years": (
        [("Home", "Month", NIGHTS, HELD, None), (None, None, None, "2025", "2026")],
        ("Ash House", "Oct 2026", 90, 1, 2),
        [("Ash House", "Oct 2026", 90, None)],
    ),
}


@pytest.mark.parametrize("layout", SUBHEADINGS)
def test_words_under_a_heading_with_several_columns_say_which_is_the_figure(layout):
    heads, row, held = SUBHEADINGS[layout]
    found = book(Returns=[*heads, row])
    assert (returns(found), {code for code, _ in said(found)}) == (held, {"unknown-column"})


TITLED = {
    "rates": [("Rates per 100 nights",), (None, "Sep 2026", "Oct 2026"), (HELD, 1, 2)],
    "a target after the measure": [("Restraints: target",), (None, "Sep 2026", "Oct 2026"), (HELD, 1, 2)],
    "an average, homes across": [("Average per child",), ("Measure", "Ash House", "Oak House"), (HELD, 1, 2)],
    "cumulative, upright": [("Cumulative figures",), RETURN, ("Ash House", "Oct 2026", 90, 1)],
    "percentages, a form's month over it": [("Percentages",), (None, "Oct 2026"), (HELD, 1), (NIGHTS, 2)],
}


@pytest.mark.parametrize("layout", TITLED)
def test_a_title_that_makes_of_the_figures_others_leaves_them_alone_and_says_so(layout):
    found = book(Ash_House_Oct_2026=TITLED[layout], Other=[RETURN, ("Oak House", "Jan 2026", 9, 9)])
    assert returns(found) == [("Oak House", "Jan 2026", 9, 9)]
    assert [code for code, _ in said(found)] == ["sheet-left-alone"]


@pytest.mark.parametrize(
    "title", ["Targets", "Benchmark for the year", "Rate of restraints per 1,000 nights", "Last year"]
)
def test_so_does_the_title_of_a_table_under_another(title):
    rows = [("Counts",), (None, "Sep 2026", "Oct 2026"), (NIGHTS, 80, 90), (HELD, 5, 3)]
    rows += [(None,), (title,), (None, "Jul 2026", "Aug 2026"), (NIGHTS, 1, 1), (HELD, 2, 2)]
    found = book(Ash_House=rows)
    assert (returns(found), [code for code, _ in said(found)]) == (BOTH, ["sheet-left-alone"])
    assert "B7 to C9" in found.problems[0].message


@pytest.mark.parametrize(
    "title",
    [
        "Performance against target",
        "Counts only, please: no percentages.",
        "Monthly totals",
        "Restraints per month",
        "Target: 0",
        "Figures to date",
    ],
)
def test_a_title_that_changes_nothing_leaves_a_table_as_it_was(title):
    assert returns(book(Ash_House=[(title,), (None, "Sep 2026", "Oct 2026"), (NIGHTS, 80, 90), (HELD, 5, 3)])) == BOTH
    assert returns(book(A=[(title,), RETURN, OCT_ONLY])) == OCT


@pytest.mark.parametrize("title", ["Children restrained", "Injuries in restraints", "Staff hours"])
def test_a_second_table_of_another_measure_is_refused_at_its_first_cell(title):
    rows = [
        ("Home", "Sep 2026"),
        ("Ash House", 5),
        (None,),
        (title,),
        ("Home", "Jul 2026", "Aug 2026"),
        ("Ash House", 1, 2),
    ]
    rows[0], rows[1] = ("Home", "Sep 2026", "Oct 2026"), ("Ash House", 5, 3)
    found = book(Restraints=rows)
    assert said(found) == [("second-table", "A5")] and [row[3] for row in returns(found)] == [5, 3]


def test_a_second_table_whose_title_says_its_months_or_its_measure_is_read():
    rows = [("Home", "Sep 2026", "Oct 2026"), ("Ash House", 5, 3), (None,)]
    for title in ("2025", "Restraints by home, 2025"):
        found = book(Restraints=[*rows, (title,), ("Home", "Sep 2025", "Oct 2025"), ("Ash House", 1, 2)])
        assert (said(found), len(returns(found))) == ([], 4)
    found = book(
        Restraints=[*rows, ("Missing episodes by month",), ("Home", "Sep 2025", "Oct 2025"), ("Ash House", 1, 2)]
    )
    missing = [value for table in found.tables for value in table.columns["missing_episodes"]]
    assert sorted(each for each in missing if each is not None) == [1, 2]
