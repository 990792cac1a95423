"""Writes the tables of a pack as a workbook: a sheet each, with real dates and numbers."""

from datetime import date
from io import BytesIO

import xlsxwriter

from loaders.writing import AS_TEXT
from pages.packs.pack import Chart, Pack, Table
from pages.packs.worded import worded

WIDEST, LONGEST = 60, 32_767
"""Letters: of a column, and of what a cell can hold."""


def workbook(pack: Pack) -> bytes:
    """An .xlsx whose first sheet says what it is. Text is written as text: nothing in it is ever a formula."""
    written = BytesIO()
    book = xlsxwriter.Workbook(written, AS_TEXT)
    book.set_properties({"title": worded(pack.title), "comments": pack.standing})
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "d mmm yyyy", "align": "left", "valign": "top"}),
    }
    about = book.add_worksheet("About")
    about.set_column(0, 0, 100)
    for row, text in enumerate((pack.title, pack.standing, *(section.heading for section in pack.sections))):
        about.write_string(row, 0, worded(text), looks["text"])
    for table in (*pack.parts(Table), *pack.annex, *_months(pack.parts(Chart))):
        _sheet(book.add_worksheet(table.title), table, looks)
    book.close()
    return written.getvalue()


def _months(charts: list[Chart]) -> list[Table]:
    """The numbers behind the charts, a row a month."""
    names = list(dict.fromkeys(name for chart in charts for name in chart.series))
    rows = tuple(
        (chart.title, month, *(round(value, 2) if value is not None else None for value in of_month))
        for chart in charts
        for month, *of_month in zip(
            chart.months, *(chart.series.get(name, (None,) * len(chart.months)) for name in names), strict=True
        )
    )
    return [Table("Months of the charts", ("Chart", "Month", *names), rows)] if rows else []


def _sheet(sheet, table: Table, looks: dict) -> None:
    for place, text in enumerate(table.heads):
        sheet.write_string(0, place, text, looks["head"])
        sheet.set_column(
            place, place, min(WIDEST, max([len(text), *(len(worded(row[place])) for row in table.rows)]) + 2)
        )
    for number, row in enumerate(table.rows, 1):
        for place, value in enumerate(row):
            _write(sheet, number, place, value, looks)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.heads) - 1)


def _write(sheet, number: int, place: int, value, looks: dict) -> None:
    if isinstance(value, date):
        sheet.write_datetime(number, place, value, looks["date"])
    elif isinstance(value, int | float):
        sheet.write_number(number, place, value, looks["text"])
    elif value is not None:
        sheet.write_string(number, place, worded(value)[:LONGEST], looks["text"])
