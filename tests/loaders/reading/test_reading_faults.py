"""Failed and unsaved formulas of .xlsx: what calamine gives as blank."""

import io

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

PART = "xl/worksheets/sheet1.xml"


def test_failed_and_unsaved_formulas_are_errors(opened, saved):
    sheet = opened("a.xlsx", saved({"A1": "Rate", "B3": "#DIV/0!", "C3": "=A1+B1", "D3": 7})).sheets[0]
    assert sheet.errors == {(2, 1): "#DIV/0!", (2, 2): "=A1+B1"}
    assert sheet.rows[2] == (None, None, None, 7)


def test_errors_beyond_the_last_value_have_their_row_and_column(opened, saved):
    sheet = opened("a.xlsx", saved({"B2": "Rate", "D5": "=B2", "A7": "#N/A"})).sheets[0]
    assert sheet.errors == {(4, 3): "=B2", (6, 0): "#N/A"}
    assert [len(row) for row in sheet.rows] == [4] * 7
    assert sheet.numbers == list(range(1, 8))


def test_a_sheet_of_nothing_but_unsaved_formulas_is_not_empty(opened, saved):
    sheet = opened("a.xlsx", saved({"B2": "=1+1"})).sheets[0]
    assert (sheet.rows, sheet.errors) == ([(None, None)] * 2, {(1, 1): "=1+1"})


@pytest.mark.parametrize(
    ("cell", "errors"),
    [
        (b'<c r="B1" t="str"><f>IF(A1="","",A1)</f><v></v></c>', {}),
        (b'<c r="B1"><f>A1*2</f><v>4</v></c>', {}),
        (b'<c r="B1"><f>A1*2</f></c>', {(0, 1): "=A1*2"}),
        (b'<c r="B1"><f>A1*2</f><v/></c>', {(0, 1): "=A1*2"}),
        (b"<c r='B1' t='e'><f>A1/0</f><v>#DIV/0!</v></c>", {(0, 1): "#DIV/0!"}),
        (
            b'<c r="B1"><f t="shared" ref="B1:C1" si="0">A1*2</f><v>4</v></c><c r="C1"><f t="shared" si="0"/></c>',
            {(0, 2): "=A1*2"},
        ),
        (b'<c r="B1" t="e"><f>A1:A9</f><v>#SPILL!</v></c><c r="C1" t="str"><v>#1</v></c>', {(0, 1): "#SPILL!"}),
        (b'<c t="e"><v>#REF!</v></c>', {(0, 1): "#REF!"}),
    ],
    ids=["empty text", "saved", "no value", "blank value", "failed", "shared", "unknown to calamine", "no reference"],
)
def test_each_way_of_writing_a_formula(opened, saved, rewritten, cell, errors):
    content = rewritten(saved({"A1": 2, "B1": 1}), PART, b'<c r="B1" t="n"><v>1</v></c>', cell)
    assert opened("a.xlsx", content).sheets[0].errors == errors


def test_faults_are_found_on_the_sheet_that_has_them(opened, saved, rewritten):
    """The parts need not be numbered in the order of the sheets."""
    book = Workbook()
    book.active["A1"], book.create_sheet("Second")["A1"] = "fine", "#REF!"
    book.move_sheet("Second", -1)
    file = io.BytesIO()
    book.save(file)
    content = rewritten(file.getvalue(), "xl/_rels/workbook.xml.rels", b"/xl/worksheets/", b"worksheets/")
    found = {sheet.name: sheet.errors for sheet in opened("a.xlsx", content).sheets}
    assert found == {"Second": {(0, 0): "#REF!"}, "Sheet": {}}


def test_hidden_rows_and_cells_struck_through(opened):
    book = Workbook()
    for row in range(1, 5):
        book.active.append(["Ash House", row])
    book.active["A2"].font, book.active["B3"].font, book.active["A4"].font = (
        Font(strike=True),
        Font(bold=True),
        Font(strike=False),
    )
    book.active.row_dimensions[3].hidden = book.active.column_dimensions["B"].hidden = True
    book.create_sheet("Plain")["A1"] = 1
    book.save(file := io.BytesIO())
    marked, plain = opened("a.xlsx", file.getvalue()).sheets
    assert (marked.struck, marked.hidden_rows, marked.errors, len(marked.rows)) == ({(1, 0)}, {2}, {}, 4) and (
        plain.struck,
        plain.hidden_rows,
    ) == (set(), set())
