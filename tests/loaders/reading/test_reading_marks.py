"""What a workbook says of its cells beside their values: shown as a percentage, filled in a colour, a table's total."""

from io import BytesIO

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.table import Table

HEADER = ("Home", "Month", "Restraints", "Missing episodes")
ROW = ("Ash House", "Jan 2026", 1, 0)


def drawn(change, *rows: tuple) -> bytes:
    """A workbook of one sheet, which `change` marks."""
    workbook = Workbook()
    for row in (HEADER, *(rows or (ROW,))):
        workbook.active.append(row)
    change(workbook.active)
    workbook.save(written := BytesIO())
    return written.getvalue()


def read(opened, change, *rows: tuple):
    [sheet] = opened("a.xlsx", drawn(change, *rows)).sheets
    return sheet


@pytest.mark.parametrize("form", ["0%", "0.00%", "0.0%", "#,##0%;[Red]-#,##0%", '0" of "0%'])
def test_a_cell_shown_as_a_percentage(opened, form):
    sheet = read(opened, lambda page: setattr(page["C2"], "number_format", form))
    assert sheet.percentages == {(1, 2)}


@pytest.mark.parametrize("form", ["0", '0"%"', r"0\%", "[Red]0", "General"])
def test_a_cell_that_only_looks_like_one(opened, form):
    assert read(opened, lambda page: setattr(page["C2"], "number_format", form)).percentages == set()


def test_blank_cells_shown_as_a_percentage_say_nothing(opened):
    assert read(opened, lambda page: setattr(page["F9"], "number_format", "0%")).percentages == set()


def test_another_programs_percentages(opened):
    book = xlsxwriter.Workbook(written := BytesIO())
    page, share = book.add_worksheet(), book.add_format({"num_format": "0.0%"})
    page.write_row(0, 0, HEADER)
    page.write_row(1, 0, ROW[:2])
    page.write_row(1, 2, (0.94, 1), share)
    book.close()
    assert opened("a.xlsx", written.getvalue()).sheets[0].percentages == {(1, 2), (1, 3)}


def filled(page, **cells: str) -> None:
    for cell, colour in cells.items():
        page[cell].fill = PatternFill("solid", fgColor=colour)


def test_blank_cells_filled_in_colours(opened):
    sheet = read(opened, lambda page: filled(page, C2="FF0000", D2="00B050", A2="FFFF00"), (*ROW[:2], None, None))
    assert {place: colour[-6:] for place, colour in sheet.colours.items()} == {(1, 2): "FF0000", (1, 3): "00B050"}


@pytest.mark.parametrize("cells", [
    {"C2": "FF0000", "D2": "FF0000"},
    {"C2": "FFFFFF", "D2": "FF0000"},
    {f"{letter}{row}": ("DDDDDD", "EEEEEE")[row % 2] for letter in "ABCD" for row in (2, 3, 4)},
    {"A1": "FF0000", "B1": "00B050"},
], ids=["one colour", "white", "bands", "headings"])  # fmt: skip
def test_colours_that_say_nothing(opened, cells):
    sheet = read(opened, lambda page: filled(page, **cells), *[(*ROW[:2], None, None)] * 3)
    assert len(set(sheet.colours.values())) < 2


@pytest.mark.parametrize("area, marked, columns", [("A1:D3", 1, 4), ("A1:D3", 0, 0), ("A1:C3", 1, 3)])
def test_the_total_row_of_a_table(opened, area, marked, columns):
    def tabled(page):
        table = Table(displayName="Returns", ref=area)
        table.totalsRowCount = marked
        page.add_table(table)

    totals = read(opened, tabled, ROW, ("Total", None, 1, 0)).table_totals
    assert totals == {(2, column) for column in range(columns)}


def test_another_programs_total_row(opened):
    book = xlsxwriter.Workbook(written := BytesIO())
    page = book.add_worksheet("Returns")
    page.write_row(4, 1, HEADER)
    page.write_row(5, 1, ROW)
    columns = [{"header": each, "total_function": "sum"} for each in HEADER]
    page.add_table(4, 1, 6, 4, {"total_row": True, "columns": columns})
    book.close()
    assert opened("a.xlsx", written.getvalue()).sheets[0].table_totals == {(6, column) for column in range(1, 5)}


def test_marks_beside_each_other(opened):
    def marked(page):
        page["A2"].font = Font(strike=True)
        page["C2"].number_format = "0%"
        filled(page, E2="FF0000", F2="00B050")

    sheet = read(opened, marked)
    assert (sheet.struck, sheet.percentages, len(sheet.colours)) == ({(1, 0)}, {(1, 2)}, 2)
