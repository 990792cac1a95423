"""What a table that lies on its side says of each home and month: the lines that it has and no others, its totals, and
the home in its corner; tables of a figure a row; forms beside each other; what is lacking is named.
"""

import pytest

from loaders.loading import load
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.loaders.good import good, raw, sheet, workbook
from tests.loaders.layouts.drawn import RETURN, VISIT, book, returns, said, visit

NIGHTS, HELD = "Child-nights", "Restraints"
KEPT = {
    "a home without one of the lines": [
        ("Home", "Measure", "Aug 2026", "Sep 2026"),
        ("Ash House", HELD, 1, 2),
        ("Ash House", NIGHTS, 90, 89),
        ("Oak House", HELD, 0, 0),
    ],
    "each home with lines of its own": [
        (None, None, "Aug 2026", "Sep 2026"),
        ("Ash House", HELD, 1, 2),
        ("Ash House", "Admissions", 1, 1),
        ("Oak House", HELD, 0, 0),
        ("Oak House", "Missing episodes", 4, 4),
    ],
    "a month over fewer columns": [
        ("Home", "Aug 2026", None, "Sep 2026"),
        ("Home", HELD, NIGHTS, HELD),
        ("Ash House", 1, 90, 2),
        ("Oak House", 0, 80, 0),
    ],
    "a home over fewer columns": [
        (None, "Ash House", None, "Oak House"),
        ("Month", HELD, NIGHTS, HELD),
        ("Aug 2026", 1, 90, 0),
        ("Sep 2026", 2, 89, 0),
    ],
}
EVERY = of_every_home()


@pytest.mark.parametrize("layout", KEPT)
def test_what_a_home_or_month_has_no_line_for_is_kept(layout, tmp_path):
    store = open_store(str(tmp_path / "qa.duckdb"))
    homes = sheet("homes", good("homes"), good("homes", home="Oak House", urn="2", other_names=None))
    held = [(home, month, 77, 7) for home in ("Ash House", "Oak House") for month in ("Aug 2026", "Sep 2026")]
    first = workbook(tmp_path / "first.xlsx", homes, raw([RETURN, *held], "Returns"))
    assert load(store, EVERY, first, "Jo")["accepted"]
    answer = load(store, EVERY, workbook(tmp_path / "second.xlsx", raw(KEPT[layout], "Figures")), "Jo")
    assert answer["accepted"] and sum(each["blanked"] for each in answer["sheets"]) == 0
    lost = "select count(*) as n from returns where child_nights is null or restraints is null"
    changed = "select count(*) as n from returns where restraints <> 7"
    assert (store.rows(EVERY, lost), store.rows(EVERY, changed)) == ([{"n": 0}], [{"n": 4}])
    store.close()


def test_a_blank_cell_of_a_line_that_is_there_is_still_said_to_be_blank():
    rows = [("Home", "Measure", "Aug 2026", "Sep 2026"), ("Ash House", HELD, None, 2), ("Ash House", NIGHTS, 9, 9)]
    [table] = book(Figures=rows).tables
    assert "restraints" in table.had and set(table.columns["restraints"]) == {None, 2}


MONTHS = ("Aug 2026", "Sep 2026")
AUGUST, SEPTEMBER = ("Ash House", "Aug 2026", 90, 1), ("Ash House", "Sep 2026", 89, 2)
CORNER = {
    "months across": ([("Ash House", *MONTHS), (NIGHTS, 90, 89), (HELD, 1, 2)], "Sheet1"),
    "under a title, with a reference": (
        [("Figures",), ("Ref", "Ash House", *MONTHS), (1, NIGHTS, 90, 89), (2, HELD, 1, 2)],
        "Sheet1",
    ),
    "the total beside it": ([("Ash House", *MONTHS, "Total"), (NIGHTS, 90, 89, 179), (HELD, 1, 2, 3)], "Sheet1"),
}


@pytest.mark.parametrize("layout", CORNER)
def test_the_home_in_the_corner_is_the_home_of_all(layout):
    rows, name = CORNER[layout]
    found = book(**{name: rows})
    assert found.accepted and returns(found) == [AUGUST, SEPTEMBER]


def test_so_is_the_month_or_the_column_in_the_corner():
    found = book(A=[("Aug 2026", "Ash House", "Oak House"), (NIGHTS, 90, 80), (HELD, 1, 0)])
    assert (said(found), returns(found)[0]) == ([], AUGUST)
    found = book(A=[("Restraints", *MONTHS), ("Ash House", 1, 2), ("Oak House", 0, 0)])
    assert [row[3] for row in returns(found)] == [1, 2, 0, 0]


def test_blocks_each_with_its_home_in_the_corner():
    rows = [("Ash House", *MONTHS), (HELD, 1, 2), (None,), ("Oak House", *MONTHS), (HELD, 3, 4)]
    assert [(row[0], row[3]) for row in returns(book(A=rows))] == [
        ("Ash House", 1), ("Ash House", 2), ("Oak House", 3), ("Oak House", 4),
    ]  # fmt: skip


LONG = {
    "home and month": [
        ("Home", "Month", "Indicator", "Value"),
        *(("Ash House", "Aug 2026", name, count) for name, count in ((NIGHTS, 90), (HELD, 1))),
    ],
    "a target beside the value": [
        ("Month", "Home", "Measure", "Target", "Actual"),
        ("Aug 2026", "Ash House", NIGHTS, 93, 90),
        ("Aug 2026", "Ash House", HELD, 0, 1),
    ],
    "the month as a title": [
        ("August 2026",),
        ("Home", "KPI", "Number", "Comment"),
        ("Ash House", NIGHTS, 90, "full"),
        ("Ash House", HELD, 1, None),
    ],
}


@pytest.mark.parametrize("layout", LONG)
def test_a_table_of_a_figure_a_row_is_read(layout):
    found = book(Data=LONG[layout])
    assert (found.accepted, returns(found)) == (True, [AUGUST])
    assert {code for code, _ in said(found)} <= {"unknown-column"}


def test_one_that_does_not_say_which_column_holds_the_figure_is_refused():
    found = book(Data=[("Home", "Month", "Indicator", "Wk 1", "Wk 2"), ("Ash House", "Aug 2026", HELD, 1, 2)])
    assert said(found) == [("repeated-column", "E2")] and returns(found) == []


UNKNOWN = {
    "its home's heading again": ("Home", "Type", "Count", "Injuries"),
    "other headings": ("Child", "Key worker", "Diagnosis"),
    "four of them": ("Unit", "Shift", "Lead", "Agency"),
    "three, the home first": ("Home", "Vacancies", "Reason"),
}


@pytest.mark.parametrize("layout", UNKNOWN)
def test_a_second_table_under_headings_that_nobody_knows_is_said_once(layout):
    row = ("Ash House", "Floor", "x", "y")[: len(UNKNOWN[layout])]
    found = book(Sheet1=[RETURN, AUGUST, (None,), UNKNOWN[layout], row, row])
    assert (said(found), returns(found)) == ([("second-table", "A4")], [AUGUST])


@pytest.mark.parametrize(
    "under", [("Total", None, 90, 1), ("Signed:", "Jo", "Manager"), ("Oak House", "Aug 2026", 3, 1), ("Notes", None)]
)
def test_what_stands_under_a_table_and_is_none_is_no_second_table(under):
    assert "second-table" not in {code for code, _ in said(book(Sheet1=[RETURN, AUGUST, (None,), under, ("Jo",)]))}
    visits = book(Visits=[VISIT, visit("Ash House", 14), (None,), ("Seen by", "Jo", "Manager", "yes"), ("x",)])
    assert visits.tables[0].rows[0] == 2


TOTALLED = {
    "homes by months": [("Home", *MONTHS), ("Ash House", 1, 2), ("Oak House", 0, 1), ("Total", 1, 3)],
    "two totals": [
        *(("Home", *MONTHS), ("Ash House", 1, 2), ("Sub-total", 1, 2), ("Oak House", 0, 1)),
        ("Total", 1, 3),
    ],
    "with a total beside": [
        ("Home", *MONTHS, "Total"),
        ("Ash House", 1, 2, 3),
        ("Oak House", 0, 1, 1),
        ("Total", 1, 3, 4),
    ],
}


@pytest.mark.parametrize("layout", TOTALLED)
def test_the_total_of_a_month_is_held_against_that_month(layout):
    found = book(Restraints=TOTALLED[layout])
    assert {code for code, _ in said(found)} <= {"total-left-out", "unknown-column"} and len(returns(found)) == 4
    assert ("total-left-out", f"A{len(TOTALLED[layout])}") in said(found)


def test_one_that_differs_is_said_with_that_months_sum():
    found = book(Restraints=[("Home", *MONTHS), ("Ash House", 1, 2), ("Oak House", 0, 1), ("Total", 1, 5)])
    [problem] = [each for each in found.problems if each.code == "total-differs"]
    assert problem.cell == "C4" and "This total is 5, but the rows above it add up to 3" in problem.message


def test_so_is_a_months_total_in_an_upright_table():
    rows = [
        (home, month, None, count)
        for month, count in zip(MONTHS, (1, 2), strict=True)
        for home in ("Ash House", "Oak House")
    ]
    found = book(R=[RETURN, *rows, ("Total", MONTHS[0], None, 2), ("Total", MONTHS[1], None, 4)])
    assert {code for code, _ in said(found)} == {"total-left-out"}


BESIDE = {
    "titles and a gap": [
        ("Ash House", None, None, "Oak House"),
        (NIGHTS, 90, None, NIGHTS, 80),
        (HELD, 1, None, HELD, 0),
        ("Admissions", 0, None, "Admissions", 0),
    ],
    "with home and month": [
        ("Home", "Ash House", None, "Home", "Oak House"),
        ("Month", "Aug 2026", None, "Month", "Aug 2026"),
        (NIGHTS, 90, None, NIGHTS, 80),
        (HELD, 1, None, HELD, 0),
    ],
    "without a gap": [
        ("Home", "Ash House", "Home", "Oak House"),
        ("Month", "Aug 2026", "Month", "Aug 2026"),
        (NIGHTS, 90, NIGHTS, 80),
        (HELD, 1, HELD, 0),
    ],
}


@pytest.mark.parametrize("layout", BESIDE)
def test_forms_beside_each_other(layout):
    found = book(Aug_2026=BESIDE[layout])
    assert (said(found), returns(found)) == ([], [AUGUST, ("Oak House", "Aug 2026", 80, 0)])


def test_a_line_that_a_form_has_twice_is_refused_at_the_second():
    found = book(Form=[("Home", "Ash House"), ("Month", "Aug 2026"), (HELD, 3), (NIGHTS, 9), (HELD, 4)])
    assert said(found) == [("repeated-column", "A5")]


UNPLACED = {
    "quarters": ("Ash_House", [(None, "Q1", "Q2"), (HELD, 1, 2)], "month"),
    "no month at all": ("Ash_House", [(None, "Number"), (HELD, 1), ("Other", 2)], "month"),
    "no home": ("Oct_2026", [("Figures for the clinic",), (HELD, 1)], "home"),
    "no column": ("Figures", [("Home", *MONTHS), ("Ash House", 1, 2)], "column"),
}


@pytest.mark.parametrize("layout", UNPLACED)
def test_figures_of_which_something_is_not_said_are_named_with_what_is_lacking(layout):
    name, rows, lacks = UNPLACED[layout]
    found = book(**{name: rows}, Other=[RETURN, AUGUST])
    assert returns(found) == [AUGUST]
    [problem] = found.problems
    assert problem.code == "sheet-left-alone" and f"nothing says of which {lacks} they are" in problem.message
