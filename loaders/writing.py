"""Writes a dataset's rows as a workbook that loads again."""

from datetime import date
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from qa_data.dictionary import Dataset

# Text is written as text, so that nothing in it is ever taken for a formula or a link.
AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

WIDTHS = {"long text": 60, "date": 12, "month": 12, "whole number": 10}


def workbook(dataset: Dataset, rows: list[dict]) -> bytes:
    """An .xlsx of one sheet, headers as in the dictionary; `rows` by the dataset's column names."""
    written = BytesIO()
    book = xlsxwriter.Workbook(written, AS_TEXT)
    sheet = book.add_worksheet(dataset.title)
    head, dated = (
        book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
        book.add_format({"num_format": "d mmm yyyy", "align": "left"}),
    )
    for place, column in enumerate(dataset.columns):
        sheet.write_string(0, place, column.header, head)
        sheet.set_column(place, place, WIDTHS.get(column.type, 20))
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(dataset.columns):
            write(sheet, number, place, row.get(column.name), dated)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(dataset.columns) - 1)
    book.close()
    return written.getvalue()


def write(sheet: Worksheet, number: int, place: int, value: object, dated: Format, plain: Format | None = None) -> None:
    """Writes a value of the store as it loads again: dates as dates, lists with commas; nothing for nothing."""
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(number, place, value, dated)
    elif isinstance(value, bool):
        sheet.write_string(number, place, "Yes" if value else "No", plain)
    elif isinstance(value, int):
        sheet.write_number(number, place, value, plain)
    else:
        sheet.write_string(number, place, ", ".join(value) if isinstance(value, list) else value, plain)
