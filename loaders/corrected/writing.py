"""Writes into a workbook what was settled in it."""

from collections.abc import Iterable
from copy import copy
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell
from openpyxl.cell.cell import Cell as Written
from openpyxl.formula.translate import Translator
from openpyxl.worksheet.worksheet import Worksheet

from loaders.corrected.edit import Blank, Cell, Edit, Parts, Title, Value
from loaders.corrected.inserting import insert_rows

Inserted = list[tuple[int, int, int | None]]
"""Before which rows of a sheet, as they were numbered, how many were put in, and of which row each says the same."""


def settled_in(book: Workbook, made: Iterable[Edit]) -> dict[str, Inserted]:
    """Makes the edits; answers where rows were put in, by sheet."""
    each = [edit for edit in made if edit.sheet in book.sheetnames]
    for edit in each:
        if isinstance(edit, Cell):
            write(_free(book[edit.sheet], edit.number, edit.place + 1), edit.value)
        elif isinstance(edit, Blank):
            _empty(book[edit.sheet], edit.number)
    inserted: dict[str, Inserted] = {}
    rows = [edit for edit in each if isinstance(edit, Parts | Title)]
    for edit in sorted(rows, key=lambda edit: edit.number, reverse=True):
        inserted.setdefault(edit.sheet, []).append(_put_in(book, edit))
    return inserted


def moved(inserted: Inserted, number: int) -> int:
    """Where a row stands now."""
    return number + sum(count for before, count, _ in inserted if before <= number)


def rows_now(inserted: Inserted, number: int) -> list[int]:
    """Where a row stands now, and the rows that say the same."""
    first = moved(inserted, number)
    return [first + each for each in range(1 + sum(count for _, count, of in inserted if of == number))]


def write(cell: Written, value: Value) -> None:
    """The value in the cell: text that begins like a formula is text, a day looks like one, a number like no share."""
    if isinstance(value, str):
        cell.value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub("", value), "s"
        return
    looks = cell.number_format
    cell.value = value
    if isinstance(value, date):
        cell.number_format = looks if "y" in looks.lower() else "dd/mm/yyyy"
    elif isinstance(value, int):
        cell.number_format = "General" if "%" in looks or "y" in looks.lower() else looks


def _free(sheet: Worksheet, row: int, column: int) -> Written:
    """The cell, taken out of those that are merged where it is one whose value stands elsewhere."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        area = next(each for each in sheet.merged_cells.ranges if cell.coordinate in each)
        value = sheet.cell(area.min_row, area.min_col).value
        sheet.unmerge_cells(str(area))
        if area.min_col == column:
            # The reader takes what stands at the top of cells merged downwards for those below it.
            for number in range(area.min_row + 1, area.max_row + 1):
                sheet.cell(number, column).value = value
    return sheet.cell(row, column)


def _empty(sheet: Worksheet, row: int) -> None:
    for column in range(1, sheet.max_column + 1):
        if sheet.cell(row, column).value is not None or isinstance(sheet.cell(row, column), MergedCell):
            _free(sheet, row, column).value = None


def _put_in(book: Workbook, edit: Parts | Title) -> tuple[int, int, int | None]:
    sheet = book[edit.sheet]
    if isinstance(edit, Title):
        insert_rows(book, sheet, edit.number, 1)
        write(sheet.cell(edit.number, 1), edit.text)
        return edit.number, 1, None
    insert_rows(book, sheet, edit.number + 1, len(edit.rows))
    for at, own in enumerate(edit.rows, edit.number + 1):
        _repeat(sheet, edit.number, at)
        for place, value in own.items():
            write(sheet.cell(at, place + 1), value)
    return edit.number + 1, len(edit.rows), edit.number


def _repeat(sheet: Worksheet, row: int, into: int) -> None:
    """The row once more: its values, its looks and its formulas, which look at the row that they are in."""
    for column in range(1, sheet.max_column + 1):
        was, now = sheet.cell(row, column), sheet.cell(into, column)
        if not isinstance(was, MergedCell) and not isinstance(now, MergedCell):
            value, kind = was.value, was.data_type
            if kind == "f" and isinstance(value, str):
                value = Translator(value, was.coordinate).translate_formula(now.coordinate)
            now.value, now.data_type, now._style = value, kind, copy(was._style)
    if height := sheet.row_dimensions[row].height:
        sheet.row_dimensions[into].height = height
