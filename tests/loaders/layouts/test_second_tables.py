"""Several tables in a sheet are all read, or the second is refused at its first cell; an ordinary sheet stays one."""

from datetime import date

import pytest

from tests.loaders.good import checked, raw
from tests.loaders.layouts.drawn import (
    INSPECTION,
    RETURN,
    VISIT,
    book,
    cells,
    inspection,
    read,
    returns,
    said,
    visit,
    visits,
)

TWO = [("Ash House", "14 Oct"), ("Oak House", "15 Oct")]
ROWS = [visit("Ash House", 14), visit("Oak House", 15)]

BOTH = {
    "beside, with a gap": [
        (*VISIT, None, *INSPECTION),
        (*ROWS[0], None, *inspection("Oak House", 2)),
        (*ROWS[1],),
    ],
    "beside, without a gap": [(*VISIT, *INSPECTION), (*ROWS[0], *inspection("Oak House", 2)), ROWS[1]],
    "beside, lower": [VISIT, ROWS[0], (*ROWS[1], None, *INSPECTION), (*(None,) * 5, *inspection("Oak House", 2))],
    "under a title": [("Visits",), VISIT, *ROWS, (None,), ("Ofsted",), INSPECTION, inspection("Oak House", 2)],
    "right under": [VISIT, *ROWS, INSPECTION, inspection("Oak House", 2)],
    "over one with more columns": [
        VISIT,
        *ROWS,
        (None,),
        (*INSPECTION, "Report published", "Summary"),
        (*inspection("Oak House", 2), date(2026, 7, 2), "Fine"),
    ],
    "over one with other columns too": [
        VISIT,
        *ROWS,
        (None,),
        (*INSPECTION, "RAG"),
        (*inspection("Oak House", 2), "G"),
    ],
    "after many rows": [VISIT, *ROWS, *[(None,)] * 60, INSPECTION, inspection("Oak House", 2)],
}


@pytest.mark.parametrize("layout", BOTH)
def test_both_are_read(layout):
    found = book(Sheet1=BOTH[layout])
    assert found.accepted and visits(found) == TWO
    assert read(found, "inspections", "home", "overall") == [("Oak House", "Good")]


def test_each_row_knows_its_cells():
    tables = book(Sheet1=BOTH["beside, lower"]).tables
    assert [cells(table)[-1]["home"] for table in tables] == ["A3", "F4"]


LACKING = {
    "beside": ([(*VISIT, None, *INSPECTION[1:]), (*ROWS[0], None, *inspection("", 2)[1:])], "F1"),
    "under": ([VISIT, ROWS[0], (None,), INSPECTION[1:], inspection("", 2)[1:]], "A4"),
    "under a title": (
        [
            VISIT,
            ROWS[0],
            (None,),
            ("Ofsted",),
            ("Home", *INSPECTION[2:], "Summary"),
            ("Ash House", "Full", "Good", "x"),
        ],
        "A5",
    ),
}


@pytest.mark.parametrize("layout", LACKING)
def test_one_that_lacks_a_key_is_refused_at_its_first_cell(layout):
    rows, cell = LACKING[layout]
    found = book(Sheet1=rows)
    assert said(found) == [("second-table", cell)] and visits(found) == TWO[:1]


FIGURES = ("Child-nights", "Restraints")
BY_HOME = {
    "its own header each": [
        ("Ash House",),
        ("Month", *FIGURES),
        ("Sep 2026", 90, 1),
        (None,),
        ("Oak House",),
        ("Month", *FIGURES),
        ("Sep 2026", 80, 2),
    ],
    "one header": [("Month", *FIGURES), ("Ash House",), ("Sep 2026", 90, 1), ("Oak House",), ("Sep 2026", 80, 2)],
    "a column for the home, blank": [
        RETURN,
        ("Ash House",),
        (None, "Sep 2026", 90, 1),
        ("Oak House",),
        (None, "Sep 2026", 80, 2),
    ],
    "the month instead": [("Home", *FIGURES), ("September 2026",), ("Ash House", 90, 1), ("Oak House", 80, 2)],
}


@pytest.mark.parametrize("layout", BY_HOME)
def test_rows_under_a_homes_or_months_name(layout):
    found = book(Figures=BY_HOME[layout])
    assert (said(found), returns(found)) == ([], [("Ash House", "Sep 2026", 90, 1), ("Oak House", "Sep 2026", 80, 2)])


def test_months_between_the_rows_must_be_right():
    rows = [VISIT, ("October 2026",), ROWS[0], ("September 2026",), visit("Oak House", 15)]
    found = book(Visits=rows)
    assert said(found) == [("not-a-month", "B5")] and "stands under “September 2026”" in found.problems[0].message
    assert said(book(Visits=[*rows[:4], visit("Oak House", 15, 9)])) == []


ORDINARY = {
    "a title": [("Visits to homes, October 2026",), (None,), VISIT, *ROWS],
    "blank rows between": [VISIT, ROWS[0], (None,), (None,), ROWS[1]],
    "notes under it": [VISIT, *ROWS, (None,), ("Notes",), ("* seen by the manager",), ("Signed: J Marsh",)],
    "its header said again": [VISIT, ROWS[0], VISIT, ROWS[1]],
    "a key beside it": [(*VISIT, None, "Key"), (*ROWS[0], None, "RI = Requires improvement"), ROWS[1]],
    "a blank column in it": [(*VISIT[:2], None, *VISIT[2:]), *((*row[:2], None, *row[2:]) for row in ROWS)],
    "a header of two rows": [(None, "Visit", None, None), ("Home", "date", "type", "Visitor"), *ROWS],
}


@pytest.mark.parametrize("layout", ORDINARY)
def test_an_ordinary_sheet_is_one_table(layout):
    found = book(Sheet1=ORDINARY[layout])
    [table] = found.tables
    assert visits(found) == TWO and table.cells is None and found.accepted


def test_a_row_with_nothing_but_a_home_is_still_a_row():
    assert said(book(Visits=[VISIT, ("Ash House",), ROWS[1]])) == [("missing-value", "B2"), ("missing-value", "C2")]


def test_marks_stay_with_their_rows():
    rows = [VISIT, ROWS[0], (None,), INSPECTION, inspection("Oak House", 2)]
    found = checked(raw(rows, errors={(4, 3): "#REF!"}, struck={(4, 0)}, hidden_rows={4}))
    assert sorted(said(found)) == [("formula-error", "D5"), ("hidden-rows", "A5"), ("struck-through", "A5")]


def test_every_mark_stays_with_its_cell():
    colours = ("Home", "Visit date", "Visit type", "QS6 verdict", "QS7 verdict")
    rows = [(*RETURN, None, *colours), ("Ash House", "Sep 2026", 90, 1, None, "Ash House", date(2026, 9, 14), "Reg 44")]
    marks = {"percentages": {(1, 3)}, "colours": {(1, 8): "red", (1, 9): "green"}}
    assert sorted(said(checked(raw(rows, **marks)))) == [("colours-not-read", "I2"), ("percentage-not-count", "D2")]


def test_the_total_row_of_one_table_is_none_of_the_table_beside_it():
    rows = [(*RETURN, None, *VISIT), ("Ash House", "Sep 2026", 90, 1, None, *ROWS[0])]
    rows += [("Both", None, 90, 1, None, *ROWS[1])]
    found = checked(raw(rows, table_totals={(2, place) for place in range(4)}))
    assert (said(found), visits(found)) == ([("total-left-out", "A3")], TWO) and len(returns(found)) == 1


def test_the_parts_of_a_sheet_are_one_table():
    rows = [("Month", *FIGURES)]
    for home, year in ((home, year) for year in range(2010, 2026) for home in ("Ash House", "Oak House")):
        rows += [(home,), (f"Sep {year}", 90, 1)]
    [table] = book(Figures=rows).tables
    assert (table.rows[:2], len(table.rows)) == ([3, 5], 32)
    assert [each["restraints"] for each in cells(table)[:2]] == ["C3", "C5"]
