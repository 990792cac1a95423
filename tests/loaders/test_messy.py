"""Messy but right: spreadsheets as people keep them, read as they are meant, and refused where they contradict
themselves.
"""

from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from loaders.loading import load, looked_at
from loaders.settling import Settlement
from loaders.sheet_names import month_of
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.drawn import HOMES, load_drawn

OAK = "Oak House | Residential care | 3 | 2015-05-01 | SC2\n"


@pytest.fixture
def store():
    opened = open_store(MEMORY)
    load_drawn(opened, HOMES + OAK)
    return opened


@pytest.fixture
def book(tmp_path):
    """Saves sheets of rows, with cells merged, as a workbook."""

    def made(merged=(), **sheets):
        workbook = Workbook()
        workbook.remove(workbook.active)
        for name, rows in sheets.items():
            sheet = workbook.create_sheet(name.replace("_", " "))
            for row in rows:
                sheet.append(row)
            for area in merged:
                sheet.merge_cells(area)
        workbook.save(tmp_path / "Messy.xlsx")
        return tmp_path / "Messy.xlsx"

    return made


def told(store, path) -> list[tuple]:
    """Every problem's code and cell."""
    (answer,) = looked_at(store, of_every_home(), [(path, ())])
    return [(problem["code"], problem["cell"]) for problem in answer["problems"]]


VISITS = [
    ["Home", "Visit date", "Visit type"],
    ["Ash House", date(2026, 10, 1), "Reg 44"],
    [None, date(2026, 10, 2), "Reg 44"],
    [None, date(2026, 10, 3), "Reg 44"],
]


def test_a_home_merged_over_a_block_of_rows_is_filled_inside_the_merge_only(store, book):
    assert told(store, book(merged=["A2:A3"], Visits=VISITS)) == [("missing-value", "A4")]
    assert told(store, book(merged=["A2:A4"], Visits=VISITS)) == []
    assert told(store, book(Visits=VISITS)) == [("missing-value", "A3"), ("missing-value", "A4")]


def test_a_merge_over_blank_rows_makes_no_rows(store, book):
    path = book(merged=["A2:A4"], Visits=[VISITS[0], VISITS[1], [], [], ["Oak House", date(2026, 10, 2), "Reg 44"]])
    assert looked_at(store, of_every_home(), [(path, ())])[0]["sheets"][0]["rows"] == 2 and told(store, path) == []


def test_fifty_thousand_merges(store, book):
    rows = [VISITS[0]] + [
        row
        for number in range(1_500)
        for row in (
            [
                "Ash House",
                date(2022, 1, 1).replace(year=2016 + number % 10, day=1 + number % 28, month=1 + number // 140),
                "Reg 44",
            ],
        )
    ]
    assert set(told(store, book(merged=[f"E{row}:E{row + 1}" for row in range(2, 3_000, 2)], Visits=rows))) <= {
        ("duplicate-key", cell) for _, cell in told(store, book(Visits=rows))
    }


@pytest.mark.parametrize(
    "header",
    [
        [["Home", "Visit", None, "Children"], [None, "date", "type", "spoken to"]],
        [["Visits log"], [], ["Home", "Visit date", "Visit type", "Children spoken to"]],
        [[None, "When", None, "Who"], ["Home", "Visit date", "Visit type", "Children spoken to"]],
        [["Home", "Visit", None, "Children spoken to"], [None, "date", "type", "No."]],
        [["Home", "Visit", None, "Children"], [None, None, None, "spoken"], [None, "date", "type", "to"]],
    ],
)
def test_titles_above_and_headers_of_two_rows(store, book, header):
    path = book(Visits=[*header, ["Ash House", date(2026, 10, 1), "Reg 44", 3]])
    load(store, of_every_home(), path, "test")
    assert store.rows(of_every_home(), "select home, visit_date, children_spoken_to from visits") == [
        {"home": "Ash House", "visit_date": date(2026, 10, 1), "children_spoken_to": 3}
    ]


def test_a_sheet_a_home_or_a_month_gives_what_its_rows_lack(store, book):
    load(
        store,
        of_every_home(),
        book(
            Ash_House=[["Month", "Child-nights", "Missing episodes"], [date(2026, 9, 1), 90, 2]],
            Oak_House_returns=[["Month", "Child-nights", "Missing episodes"], ["Sep 2026", 80, 1]],
        ),
        "test",
    )
    load(
        store,
        of_every_home(),
        book(August_2026=[["Home", "Child-nights", "Missing episodes"], ["Ash House", 70, 0], ["Oak House", 60, 0]]),
        "test",
    )
    assert store.rows(
        of_every_home(), "select home, strftime(month, '%Y-%m') as month, child_nights from returns order by all"
    ) == [
        {"home": "Ash House", "month": "2026-08", "child_nights": 70},
        {"home": "Ash House", "month": "2026-09", "child_nights": 90},
        {"home": "Oak House", "month": "2026-08", "child_nights": 60},
        {"home": "Oak House", "month": "2026-09", "child_nights": 80},
    ]


LONG = "The Old Rectory and Coach House at Long Sutton"
SUTTON = f"""
Home   | Service type     | Registered places | Opened
{LONG} | Residential care | 3                 | 2020-01-01
"""


@pytest.mark.parametrize("room", [31, 30])
def test_a_home_whose_name_is_too_long_for_a_sheets_is_known_by_its_beginning(store, book, room):
    load_drawn(store, SUTTON)
    path = book(**{LONG[:room]: [["Visit date", "Visit type"], [date(2026, 10, 1), "Reg 44"]]})
    load(store, of_every_home(), path, "test")
    assert [row["home"] for row in store.rows(of_every_home(), "select home from visits")] == [LONG]


def test_a_short_name_is_not_taken_for_the_beginning_of_a_homes(store, book):
    load_drawn(store, SUTTON)
    path = book(Old_Rectory=[["Visit date", "Visit type"], [date(2026, 10, 1), "Reg 44"]])
    assert told(store, path) == [("missing-column", "A1")]


def test_a_row_that_contradicts_its_sheets_name_is_a_fault(store, book):
    rows = [["Home", "Month", "Child-nights"], ["Oak House", date(2026, 9, 1), 80]]
    assert told(store, book(Ash_House=rows)) == [("unknown-home", "A2")] and told(store, book(Aug_2026=rows)) == [
        ("not-a-month", "B2")
    ]
    assert (
        told(store, book(Oak_House=rows)) == told(store, book(Sep_2026=rows)) == told(store, book(Returns=rows)) == []
    )


def test_a_name_that_gives_nothing_leaves_the_column_missing(store, book):
    assert told(store, book(Returns=[["Month", "Child-nights", "Missing episodes"], [date(2026, 9, 1), 90, 2]])) == [
        ("missing-column", "A1")
    ]


@pytest.mark.parametrize(
    "word",
    [
        "Total",
        "TOTALS",
        "Sub-total",
        "Subtotal",
        "Grand total",
        "Total for October",
        "Average",
        "Ash House Total",
        "Q3 total:",
    ],
)
def test_totals_among_the_rows_are_no_rows(store, book, word):
    path = book(
        Returns=[
            ["Home", "Month", "Child-nights"],
            ["Ash House", date(2026, 9, 1), 80],
            [],
            [word, None, 80],
            ["Oak House", date(2026, 9, 1), 70],
            [None, word, 150],
        ]
    )
    assert told(store, path) == [("total-left-out", "A4"), ("total-left-out", "B6")]
    assert looked_at(store, of_every_home(), [(path, ())])[0]["sheets"][0]["rows"] == 2


def test_a_total_that_is_no_sum_is_told(store, book):
    rows = [
        ["Home", "Month", "Child-nights", "Missing episodes"],
        ["Ash House", "Aug 2026", 80, 1],
        ["Ash House", "Sep 2026", 81, 2],
        ["Ash House total", None, 161, 3],
        ["Oak House", "Sep 2026", 70, None],
    ]
    right = book(Returns=[*rows, ["Oak House total", None, 70, 0], ["Grand total", None, 231, 3]])
    assert told(store, right) == [("total-left-out", f"A{row}") for row in (4, 6, 7)]
    assert told(store, book(Returns=[*rows, ["Oak House total", None, 69, 0], ["Grand total", None, 230, 4]])) == [
        ("total-left-out", "A4"),
        ("total-differs", "C6"),
        ("total-differs", "C7"),
        ("total-differs", "D7"),
    ]


@pytest.mark.parametrize(
    "note",
    [
        ["Note: October is provisional"],
        ["* see the manager"],
        ["End of return"],
        ["Source: Mosaic"],
        ["Key:"],
        ["Met = the standard was met"],
        ["Signed:", None, "J. Marsh"],
        [None, "n.b. to be confirmed"],
    ],
)
def test_notes_under_the_table_are_no_rows(store, book, note):
    path = book(
        Returns=[
            ["Home", "Month", "Child-nights", "Missing episodes"],
            ["Ash House", "Sep 2026", 80, 0],
            note,
            [],
            note,
        ]
    )
    assert told(store, path) == [] and looked_at(store, of_every_home(), [(path, ())])[0]["sheets"][0]["rows"] == 1


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (["Ash House"], ["B3"]),
        (["Elm House"], ["A3", "B3"]),
        (["Note: provisional", None, 3, 1], ["A3", "B3"]),
        (["Note: x", "Sep 2026"], ["A3"]),
    ],
)
def test_what_may_be_a_return_is_no_note(store, book, row, cells):
    assert [
        cell
        for _, cell in told(
            store,
            book(
                Returns=[["Home", "Month", "Child-nights", "Missing episodes"], ["Oak House", "Sep 2026", 80, 0], row]
            ),
        )
    ] == cells


def test_a_finding_that_goes_on_in_the_next_row_is_not_lost_without_a_word(store, book):
    header = ["Home", "Date", "Source", "Standard", "Kind", "Finding"]
    path = book(
        Findings=[
            header,
            ["Ash House", date(2026, 10, 14), "Reg 44", "QS12", "Concern", "The fire door was wedged open"],
            [None, None, None, None, None, "and nobody on shift knew why it was."],
        ]
    )
    assert ("missing-value", "A3") in told(store, path)


def test_the_header_said_again_is_no_row(store, book):
    assert told(store, book(Visits=[*VISITS[:2], VISITS[0], ["Oak House", date(2026, 10, 2), "Reg 44"]])) == []


def test_a_blank_home_or_month_is_the_one_that_the_sheet_is_called(store, book):
    load(
        store,
        of_every_home(),
        book(
            Ash_House=[["Home", "Month", "Child-nights"], [None, "Sep 2026", 90], ["Ash House", "Aug 2026", 91]],
            October_2026=[["Home", "Month", "Child-nights"], ["Oak House", None, 70]],
        ),
        "test",
    )
    assert store.rows(
        of_every_home(), "select home, strftime(month, '%Y-%m') as month, child_nights from returns order by all"
    ) == [
        {"home": "Ash House", "month": "2026-08", "child_nights": 91},
        {"home": "Ash House", "month": "2026-09", "child_nights": 90},
        {"home": "Oak House", "month": "2026-10", "child_nights": 70},
    ]
    assert told(store, book(Ash_House_and_others=[["Home", "Month", "Child-nights"], [None, "Sep 2026", 90]])) == [
        ("missing-value", "A2")
    ]


def test_a_sheet_of_a_home_and_a_month_gives_both(store, book):
    load(
        store,
        of_every_home(),
        book(Ash_House_Sep_2026=[["Child-nights", "Missing episodes", "Restraints"], [90, 1, 2]]),
        "test",
    )
    assert store.rows(of_every_home(), "select home, strftime(month, '%Y-%m') as month, restraints from returns") == [
        {"home": "Ash House", "month": "2026-09", "restraints": 2}
    ]
    assert told(store, book(Sep_2026=[["Child-nights", "Missing episodes", "Restraints"], [90, 1, 2]])) == [
        ("missing-column", "A1")
    ]


def test_a_month_sheet_that_a_date_contradicts(store, book):
    assert (
        told(store, book(September_2026=VISITS[:2])) == [("not-a-month", "B2")]
        and told(store, book(October_2026=VISITS[:2])) == told(store, book(Visits_Sep_2026=VISITS[:2])) == []
    )


def test_a_tracker_with_a_sheet_a_month_carries_its_actions_forward(store, book):
    header = [
        "Reference",
        "Home",
        "Source",
        "Source date",
        "Standard",
        "Action",
        "Raised",
        "Due",
        "Status",
        "Completed",
    ]
    action = [
        "A1",
        "Ash House",
        "Management check",
        date(2026, 8, 3),
        "QS12",
        "Mend the door",
        date(2026, 8, 3),
        date(2026, 9, 30),
    ]
    sheets = {
        "Aug_2026": [header, [*action, "Open", None]],
        "Sep_2026": [header, [*action, "Completed", date(2026, 9, 20)]],
    }
    load(store, of_every_home(), book(**sheets), "test")
    assert store.rows(of_every_home(), "select reference, completed from actions") == [
        {"reference": "A1", "completed": date(2026, 9, 20)}
    ]
    assert told(store, book(Tracker=sheets["Aug_2026"], Sep_2026=sheets["Sep_2026"])) == [("duplicate-key", "B2")]


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("Sep 2026", "2026-09"),
        ("September_2026", "2026-09"),
        ("2026-09", "2026-09"),
        ("09.2026", "2026-09"),
        ("Returns sept 2026", "2026-09"),
        ("Sheet1", None),
        ("Sep 26", None),
        ("Sep 2026 to Oct 2026", None),
        ("Maybe 2026", None),
    ],
)
def test_the_month_in_a_sheets_name(name, month):
    assert month_of(name) == month


def test_a_finding_that_begins_with_the_word_total_is_no_total(store, book):
    path = book(
        Findings=[
            ("Home", "Date", "Source", "Standard", "Kind", "Finding"),
            ("Ash House", date(2026, 10, 14), "Reg 44", "QS12", "Concern", "Total of 9 restraints, twice as many"),
        ]
    )
    assert looked_at(store, of_every_home(), [(path, ())])[0]["sheets"][0]["rows"] == 1


COUNTS = [
    ["Home", "Month", "Restraints", "Missing episodes", "Admissions"],
    ["Ash House", "Sep 2026", 5, 1, 0],
    ["Oak House", "Sep 2026", None, 2, 1],
    ["Oak House", "Oct 2026", 1, None, None],
]
ACROSS = [[None, "Aug 2026", "Sep 2026", "Oct 2026"], ["Restraints", 6, None, None], ["Admissions", 1, 1, 2]]
OVERALL = ["Overall experiences and progress", "Help and protection", "Leaders and managers"]
JUDGED = [["Home", "Inspection date", "Inspection type", *OVERALL],
          ["Ash House", date(2026, 6, 1), "Full", "Good", None, None]]  # fmt: skip


@pytest.mark.parametrize("area, rows, cell", [
    ("C2:C3", COUNTS, "C2"),
    ("C4:D4", COUNTS, "C4"),
    ("D3:E4", COUNTS, "D3"),
    ("B2:D2", ACROSS, "B2"),
    ("B2:B3", [*ACROSS[:2], ["Admissions", None, 1, 2]], "B2"),
    ("D2:F2", JUDGED, "D2"),
])  # fmt: skip
def test_a_value_merged_over_several_rows_or_columns_is_nobodys_alone(store, book, area, rows, cell):
    name = "Sheet1" if rows[0][0] else "Ash_House"
    assert told(store, book(merged=[area], **{name: rows})) == [("merged-value", cell)]


@pytest.mark.parametrize("area, rows", [
    ("A2:A3", [COUNTS[0], COUNTS[1], [None, "Oct 2026", 1, 2, 3]]),
    ("C1:D1", [["Home", "Month", "Restraints", None], ["Ash House", "Sep 2026", 5, None]]),
    ("C2:D2", [["Home", "Month", "Restraints", None], ["Ash House", "Sep 2026", 5, None]]),
    ("C2:C3", [COUNTS[0], COUNTS[1], []]),
    ("C2:C3", [COUNTS[0], COUNTS[1], ["Total", None, None, 1, 0]]),
])  # fmt: skip
def test_cells_that_are_merged_beside_or_below_the_table_hold_one_value(store, book, area, rows):
    assert [code for code, _ in told(store, book(merged=[area], Ash_House=rows))] in ([], ["total-left-out"])


def test_each_of_merged_cells_is_settled_by_itself(store, book):
    path, first = book(merged=["C2:C3"], Sheet1=COUNTS), Settlement("Sheet1", "C2", "5")
    for made, codes in ([first], ["merged-value"]), ([first, Settlement("Sheet1", "C3", "0")], []):
        (answer,) = looked_at(store, of_every_home(), [(path, made)])
        assert [each["code"] for each in answer["problems"]] == codes


RETURN = ["Home", "Month", "Restraints", "Weather", "Admissions"]
HIDDEN = [
    ("C", [RETURN, ["Ash House", "Sep 2026", 5, "Fine", 1]], "C2"),
    ("A", [RETURN, ["Ash House", "Sep 2026", 5, "Fine", 1]], "A2"),
    ("B", [[None, "Aug 2026", "Sep 2026"], ["Restraints", 6, 1], ["Admissions", 1, 1]], "B1"),
    ("D", [RETURN, ["Ash House", "Sep 2026", 5, "Fine", 1]], None),
    ("E", [RETURN, ["Ash House", "Sep 2026", 5, "Fine", None]], None),
]  # fmt: skip


@pytest.mark.parametrize("column, rows, cell", HIDDEN)
def test_hidden_columns_are_loaded_and_said(store, book, column, rows, cell):
    path = book(Ash_House=rows)
    workbook = load_workbook(path)
    workbook.active.column_dimensions[column].hidden = True
    workbook.save(path)
    assert [each for each in told(store, path) if each[0] != "unknown-column"] == [("hidden-columns", cell)] * bool(
        cell
    )


def test_a_closed_group_of_columns_is_hidden(store, book):
    path = book(Sheet1=[RETURN, ["Ash House", "Sep 2026", 5, None, 1]])
    workbook = load_workbook(path)
    workbook.active.column_dimensions.group("C", "E", hidden=True)
    workbook.save(path)
    (answer,) = looked_at(store, of_every_home(), [(path, ())])
    [said] = [each for each in answer["problems"] if each["code"] == "hidden-columns"]
    assert (said["cell"], said["message"][:25]) == ("C2", "Columns C and E are hidde")
