"""Tables that lie on their side are read as what they are, each value from its own cell, or refused with what is
lacking.
"""

from datetime import datetime

import pytest

from tests.loaders.good import checked, raw
from tests.loaders.layouts.drawn import RETURN, VISIT, book, cells, read, returns, said, visit, visits

ASH = [("Ash House", "Apr 2026", 90, 1), ("Ash House", "May 2026", 80, 0)]
OAK = [("Oak House", "Apr 2026", 70, 2), ("Oak House", "May 2026", 60, 3)]

MEASURES = [("Child-nights", 90, 80), ("Restraints", 1, 0)]

ACROSS = {
    "months as dates under a title": [
        ("Ash House monthly figures",),
        (None,),
        ("Indicator", datetime(2026, 4, 1), datetime(2026, 5, 1)),
        *MEASURES,
    ],
    "months by name in a year of two": [("Ash House 2026-27",), (None, "Apr", "May"), *MEASURES],
    "a column for the home": [
        ("Home", "Measure", "Apr 2026", "May 2026"),
        *(("Ash House", *row) for row in MEASURES),
    ],
    "homes over the months": [(None, "Ash House", None), ("Measure", "Apr 2026", "May 2026"), *MEASURES],
    "columns over the months": [
        ("Home", "Child-nights", None, "Restraints", None),
        (None, "Apr 2026", "May 2026", "Apr 2026", "May 2026"),
        ("Ash House", 90, 80, 1, 0),
    ],
    "months over the columns": [
        ("Home", "Apr 2026", None, "May 2026", None),
        ("Home", "Child-nights", "Restraints", "Child-nights", "Restraints"),
        ("Ash House", 90, 1, 80, 0),
    ],
    "a blank row between the months and the columns": [
        ("Home", "Apr 2026", None, "May 2026", None),
        (None,),
        ("Home", "Child-nights", "Restraints", "Child-nights", "Restraints"),
        ("Ash House", 90, 1, 80, 0),
    ],
    "the home on a row of its own": [("Measure", "Apr 2026", "May 2026"), ("Ash House",), *MEASURES],
}


@pytest.mark.parametrize("layout", ACROSS)
def test_what_lies_on_its_side_is_read(layout):
    found = book(Figures=ACROSS[layout])
    assert (said(found), returns(found)) == ([], ASH)


def test_each_value_has_its_own_cell():
    [table] = book(Figures=ACROSS["months as dates under a title"]).tables
    assert cells(table) == [
        {"month": "B3", "child_nights": "B4", "restraints": "B5"},
        {"month": "C3", "child_nights": "C4", "restraints": "C5"},
    ]
    assert (table.header_row, table.rows) == (3, [4, 4])


UNFILLED = {
    "two months": ([("Ash House",), ("Measure", "Apr 2026", "May 2026")], ["B2", "C2"]),
    "a month and a home over it": ([("", "Home", "Ash House"), ("", "Month", datetime(2026, 4, 1))], ["C2"]),
    "homes over the month": ([(None, "Ash House", "Oak House"), ("Measure", "Apr 2026", "Apr 2026")], ["B2", "C2"]),
}


@pytest.mark.parametrize("layout", UNFILLED)
def test_a_form_that_nobody_has_filled_in_is_no_return_and_said(layout):
    over, months = UNFILLED[layout]
    labels = [(None,) * over[-1].index(next(filter(None, over[-1]))) + (name,) for name, *_ in MEASURES]
    found = book(Figures=[*over, *labels])
    assert [(each.code, each.cell) for each in found.problems] == [("blank-return", cell) for cell in months]
    assert returns(found) == []


def test_homes_over_months_with_no_figure_at_all_hold_no_table():
    found = book(Homes=[("Home",)], Figures=[("Child-nights",), ("Month", "Ash House", "Oak House"), ("Apr 2026",)])
    assert found.tables == [] and "Figures" in found.left_alone


TOTALS = {
    "a total and an average": (("Total", "Average"), [270, 90], [3, 1]),
    "a quarter": (("Q1", "Comment"), [180, None], [2, "fewer"]),
    "the year": (("Year to date", "Target"), [270, 90], [3, 0]),
}


@pytest.mark.parametrize("layout", TOTALS)
def test_totals_beside_the_months_are_left_alone_and_said(layout):
    heads, nights, restraints = TOTALS[layout]
    rows = [("Ash House",), ("Measure", "Apr 2026", "May 2026", *heads)]
    found = book(Figures=[*rows, (*MEASURES[0], *nights), (*MEASURES[1], *restraints)])
    assert (said(found), returns(found)) == ([("unknown-column", "D2"), ("unknown-column", "E2")], ASH)


def test_a_total_under_the_merged_months_is_left_alone_and_said():
    rows = [
        ("Home", "Apr 2026", None, "Year to date", None),
        ("Home", "Child-nights", "Restraints", "Child-nights", "Restraints"),
        ("Ash House", 90, 1, 170, 1),
    ]
    found = book(Figures=rows)
    assert (said(found), returns(found)) == ([("unknown-column", "D2"), ("unknown-column", "E2")], ASH[:1])


def test_one_table_a_home_under_each_other():
    rows = [("Ash House",), (None, "Apr 2026", "May 2026"), *MEASURES, (None,)]
    rows += [("Oak House",), (None, "Apr 2026", "May 2026"), ("Child-nights", 70, 60), ("Restraints", 2, 3)]
    assert returns(book(Figures=rows)) == [*ASH, *OAK]


HOMES_ACROSS = [
    ("Measure", "Ash House", "Oak House", "All homes"),
    ("Child-nights", 90, 70, 160),
    ("Restraints", 1, 2, 3),
]
READ = [ASH[0], OAK[0]]


@pytest.mark.parametrize(
    "rows", [[("Month: April 2026",), *HOMES_ACROSS], [("Return for", datetime(2026, 4, 1)), *HOMES_ACROSS]]
)
def test_homes_across(rows):
    found = book(Homes=rows)
    assert (returns(found), [code for code, _ in said(found)]) == (READ, ["unknown-column"])
    assert returns(book(Apr_2026=HOMES_ACROSS)) == READ


def test_a_home_across_that_nobody_knows_is_refused_at_its_heading():
    found = book(Apr_2026=[("Measure", "Ash House", "Elm Hose"), ("Child-nights", 90, 70)] + [("Restraints", 1, 2)])
    assert said(found) == [("unknown-home", "C1")]


def test_one_measure_by_the_sheets_name():
    rows = [("Home", "Apr 2026", "May 2026"), ("Ash House", 1, 0), ("Oak House", 2, 3)]
    assert [(row[0], row[1], row[3]) for row in returns(book(Restraints=rows))] == [
        (home, month, restraints) for home, month, _, restraints in [*ASH, *OAK]
    ]


LACKING = {
    "the home": ([("Measure", "Apr 2026", "May 2026"), *MEASURES], "the Home"),
    "the month": (HOMES_ACROSS, "the Month"),
    "the year of the months": ([("Ash House",), ("Measure", "Apr", "May"), *MEASURES], "the Month with its year"),
    "the month of a pivot": (
        [("Row Labels", "Sum of Child-nights", "Sum of Restraints"), ("Ash House", 90, 1)],
        "the Month",
    ),
    "the month of a form": ([("Home", "Ash House"), ("Child-nights", 90), ("Restraints", 1)], "the Month"),
}


@pytest.mark.parametrize("layout", LACKING)
def test_what_is_lacking_is_named(layout):
    rows, lacking = LACKING[layout]
    [problem] = [each for each in book(Figures=rows).problems if each.severity == "error"]
    assert problem.code == "lies-on-its-side" and lacking in problem.message and "template" in problem.message


LATER = [("Child-nights", 70), ("Restraints", 2)]
FORMS = {
    "one under another": [("Home:", "Ash House"), ("Month:", "April 2026"), ("Child-nights", 90), ("Restraints", 1)],
    "two beside each other": [
        ("Monthly return",),
        ("Home", "Ash House", "Month", "Apr 2026"),
        ("Child-nights", 90, "Restraints", 1),
    ],
    "with a gap": [
        ("Home", None, "Ash House"),
        ("Month", None, datetime(2026, 4, 1)),
        ("Child-nights", None, 90),
        ("Restraints", None, 1),
    ],
    "the home as a title": [("Ash House",), ("Month", "Apr 2026"), ("Child-nights", 90), ("Restraints", 1)],
}


@pytest.mark.parametrize("layout", FORMS)
def test_a_form_is_one_row(layout):
    found = book(Return=FORMS[layout])
    assert (said(found), returns(found)) == ([], ASH[:1])


def test_a_form_of_a_visit_says_what_it_leaves_alone():
    rows = [("Home", "Ash House"), ("Date of visit", datetime(2026, 10, 14)), ("Type of visit", "Reg 44")]
    found = book(Form=[("Visit",), *rows, ("Weather", "Fine"), ("Children spoken to", 2)])
    [table] = found.tables
    assert said(found) == [("unknown-column", "A5")] and cells(table)[0]["children_spoken_to"] == "B6"


def test_a_value_that_is_a_heading_elsewhere_is_still_a_value():
    rows = [("Home", "Ash House"), ("Source", "Complaint"), ("Source date", datetime(2026, 9, 1)), ("Standard", "QS12")]
    rows += [("Action", "Mend"), ("Raised", datetime(2026, 9, 1)), ("Completed", datetime(2026, 9, 2))]
    found = book(Form=[*rows, ("Status", "Completed")])
    assert (said(found), read(found, "actions", "status", "standards")) == ([], [("Completed", ["QS12"])])


def test_a_form_of_several_records():
    rows = [("Home", "Ash House", "Oak House"), ("Visit date", datetime(2026, 10, 1), datetime(2026, 10, 2))]
    found = book(Form=[*rows, ("Visit type", "Reg 44", "Reg 44"), ("Visitor", "A Visitor", None)])
    assert (said(found), visits(found)) == ([], [("Ash House", "01 Oct"), ("Oak House", "02 Oct")])


LIES = [("Ash House",), ("Measure", "Apr 2026", "May 2026"), *MEASURES]
MIXED = {
    "upright under lying": [*LIES, (None,), RETURN, OAK[0]],
    "lying under upright": [RETURN, OAK[0], (None,), *LIES],
    "lying beside lying": [
        ("Ash House", None, None, None, "Oak House", None),
        ("Measure", "Apr 2026", "May 2026", None, "Measure", "Apr 2026"),
        (*MEASURES[0], None, "Child-nights", 70),
        (*MEASURES[1], None, "Restraints", 2),
    ],
}


@pytest.mark.parametrize("layout", MIXED)
def test_tables_that_lie_beside_others(layout):
    found = book(Figures=MIXED[layout])
    assert (said(found), returns(found)) == ([], [*ASH, OAK[0]])


VISITS_BESIDE = [
    ("Home", "Ash House", "Oak House"),
    ("Visit date", datetime(2026, 10, 5), datetime(2026, 10, 6)),
    ("Visit type", "Reg 44", "Reg 44"),
]


@pytest.mark.parametrize(
    ("spoken", "told"),
    [((None, 2), [None, 2]), ((3, None), [3, None]), ((None, None), [None, None]), ((0, 1), [0, 1])],
)
def test_what_one_record_of_a_form_leaves_blank_is_not_taken_from_the_next(spoken, told):
    found = book(Visits=[*VISITS_BESIDE, ("Children spoken to", *spoken)])
    [table] = found.tables
    rows = list(zip(table.columns["home"], table.columns["children_spoken_to"], strict=True))
    assert said(found) == [] and rows == list(zip(("Ash House", "Oak House"), told, strict=True))


def test_a_record_without_what_tells_it_apart_gives_nothing_to_the_next():
    rows = [
        VISITS_BESIDE[0],
        ("Visit date", None, datetime(2026, 10, 6)),
        VISITS_BESIDE[2],
        ("Children spoken to", 1, 2),
    ]
    found = book(Visits=rows)
    assert read(found, "visits", "home", "children_spoken_to") == [("Oak House", 2)]


def test_forms_over_each_other_and_over_a_table():
    first, second = FORMS["one under another"], [("Home", "Oak House"), ("Month", "Apr 2026"), *LATER]
    assert returns(book(Return=[*first, (None,), *second])) == [ASH[0], OAK[0]]
    found = book(Return=[*first, (None,), VISIT, visit("Oak House", 14)])
    assert (said(found), returns(found), visits(found)) == ([], ASH[:1], [("Oak House", "14 Oct")])


def test_two_columns_of_one_month_are_two_rows_of_one_key():
    found = book(Ash_House=[(None, "Apr 2026", "Apr 2026"), *MEASURES])
    assert {code for code, _ in said(found)} == {"duplicate-key"}


@pytest.mark.parametrize(
    "rows",
    [
        [("Column", "What it is"), ("Home", "The home's name"), ("Month", "Any day of it"), ("Restraints", "How many")],
        [("Menu", "Apr 2026", "May 2026"), ("Lunch", "Soup", "Stew")],
        [("Rota", "Ash House", "Oak House"), ("Monday", "Jo", "Sam"), ("Tuesday", "Sam", "Jo")],
    ],
)
def test_what_is_no_return_is_left_alone(rows):
    found = checked(raw(rows, "Other"), raw([("Home", "Month", "Restraints"), ("Ash House", "Apr 2026", 1)], "Returns"))
    assert (found.left_alone, found.problems) == (["Other"], [])


@pytest.mark.parametrize(
    "rows",
    [
        [("Period", "1 Apr 2026", "to", "30 Jun 2026"), ("Home", "Month", "Restraints"), ("Ash House", "Apr 2026", 1)],
        [("Ash House", "Oak House"), (None,), ("Home", "Month", "Restraints"), ("Ash House", "Apr 2026", 1)],
        [("Home", "Month", "Restraints", "Notes", "Notes"), ("Ash House", "Apr 2026", 1, "a", "b")],
    ],
)
def test_an_upright_table_is_not_turned(rows):
    [table] = book(Returns=rows).tables
    assert table.cells is None and len(table.rows) == 1


def test_a_percentage_is_one_wherever_it_lies():
    assert said(checked(raw(ACROSS["months as dates under a title"], percentages={(4, 2)}))) == [
        ("percentage-not-count", "C5")
    ]


QUESTIONS = [("Question", "This month", "Last month"), ("Child-nights", 80, 75), ("Restraints", None, 4)]
CALLED = [("Home", "Ash House", None), ("Month", "Oct 2026", None)]


@pytest.mark.parametrize("called", [CALLED, []], ids=["with its home and month", "without"])
@pytest.mark.parametrize("blank", [1, 2])
def test_a_blank_box_of_a_form_is_never_filled_from_the_month_beside_it(called, blank):
    rows = [*QUESTIONS, ("Admissions", 1, 0), ("Placements ended", 0, 2)]
    rows[blank + 1] = (rows[blank + 1][0], None, 9)
    [table] = book(Ash_House_Oct_2026=[*called, (None,) * 3, *rows]).tables
    columns = ("child_nights", "restraints", "admissions", "endings")
    told = [row[1] for row in rows[1:]]
    assert [table.columns[name][0] for name in columns] == told and told.count(None) in (1, 2)


def test_the_day_on_which_a_form_was_completed_is_no_month():
    rows = [("Home", "Ash House"), ("Month", "October"), ("Date completed", datetime(2026, 11, 1)), *ONE[1:]]
    assert ("not-a-month", "B2") in said(book(Return=rows)) and "2026-11" not in str(returns(book(Return=rows)))


ONE = [("Question", "This month"), ("Child-nights", 80), ("Restraints", 2), ("Admissions", 1)]
