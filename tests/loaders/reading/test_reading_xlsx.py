"""What reading takes from an Excel workbook."""

import hashlib
import io
from datetime import date, datetime, time

import xlsxwriter
from openpyxl import Workbook


def test_values_keep_their_kinds(opened, saved):
    cells = {
        "A1": "Ash House",
        "B1": 7,
        "C1": 0.5,
        "D1": True,
        "E1": date(2026, 10, 14),
        "F1": datetime(2026, 10, 14, 9, 30),
        "G1": time(9, 30),
        "H1": "0042",
        "I1": " Elm ",
    }
    sheet = opened("a.xlsx", saved(cells)).sheets[0]
    assert sheet.rows == [tuple(cells.values())]
    assert list(map(type, sheet.rows[0])) == [str, int, float, bool, date, datetime, time, str, str]


def test_true_and_one_in_a_column_stay_apart(opened, saved):
    rows = opened("a.xlsx", saved({"A1": True, "A2": 1, "A3": False, "A4": 0, "A5": "#N/A!"})).sheets[0].rows
    assert [repr(cell) for (cell,) in rows] == ["True", "1", "False", "0", "'#N/A!'"]


def test_blank_and_spaces_are_no_value(opened, saved):
    rows = opened("a.xlsx", saved({"A1": "Home", "B1": " \n", "C1": "\u00a0", "D1": "x"})).sheets[0].rows
    assert rows == [("Home", None, None, "x")]


def test_rows_start_at_a1_and_stop_at_the_last_value(opened, saved):
    sheet = opened("a.xlsx", saved({"C4": "Home", "C6": "Ash House", "C9": "  "})).sheets[0]
    assert sheet.rows == [(None,) * 3] * 3 + [(None, None, "Home"), (None,) * 3, (None, None, "Ash House")]
    assert sheet.numbers == [1, 2, 3, 4, 5, 6]


def test_blank_rows_stay_where_they_stand_in_a_long_sheet(opened, saved):
    sheet = opened("a.xlsx", saved({"A1": "first", "B3500": "last", "A3600": " "})).sheets[0]
    assert (len(sheet.rows), sheet.numbers[-1]) == (3500, 3500)
    assert {place: row for place, row in enumerate(sheet.rows) if any(row)} == {
        0: ("first", None),
        3499: (None, "last"),
    }


def test_many_different_texts_with_a_blank_among_them(opened, saved):
    texts = {f"A{row}": f"Finding {row}" for row in range(1, 120)} | {"A60": " ", "A80": "#REF!"}
    sheet = opened("a.xlsx", saved(texts)).sheets[0]
    assert [place for place, row in enumerate(sheet.rows) if row == (None,)] == [59, 79]
    assert sheet.errors == {(79, 0): "#REF!"}


def test_hidden_and_empty_sheets_come_in_order_and_charts_do_not(opened):
    book = Workbook()
    book.active["A1"] = "Home"
    book.create_sheet("Old").sheet_state = "hidden"
    book.create_sheet("Older").sheet_state = "veryHidden"
    book.create_chartsheet("Chart")
    book["Old"]["A1"] = "kept"
    file = io.BytesIO()
    book.save(file)
    sheets = opened("a.xlsx", file.getvalue()).sheets
    assert [(sheet.name, sheet.hidden, sheet.rows) for sheet in sheets] == [
        ("Sheet", False, [("Home",)]),
        ("Old", True, [("kept",)]),
        ("Older", True, []),
    ]


def test_a_workbook_of_another_writer(opened):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Visits").write_row(2, 1, ["Home", 7.0, 1.5])
    sheet = opened("a.xlsx", file.getvalue()).sheets[0]
    assert (sheet.name, sheet.rows[2]) == ("Visits", (None, "Home", 7, 1.5))


def test_a_workbook_named_csv_is_still_a_workbook(opened, saved):
    assert opened("October.csv", saved({"A1": "Home"})).sheets[0].rows == [("Home",)]


def test_a_book_knows_its_name_and_fingerprint(opened, saved):
    content = saved({"A1": "Home"})
    book = opened("October visits.xlsx", content)
    assert (book.file, book.sha256) == ("October visits.xlsx", hashlib.sha256(content).hexdigest())
