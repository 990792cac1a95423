"""A sheet of a template that is filled row by row: headings, an example above them, and a check on each column."""

from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from loaders.template.checks import A_MONTH, Lists, help_on, rule
from loaders.template.looks import Looks
from loaders.writing import WIDTHS, write
from qa_data.dictionary import Column, Dataset
from qa_data.dictionary.groups import Group, groups

HEADER, FIRST, LAST = 2, 3, 1_002
"""Rows from 0: what stands above the header is no data, so the example stands there; this many rows are checked as
they are typed.
"""

A4 = 9

MOST_ACROSS = 16
"""So many columns are printed on one page's width."""

EXAMPLES = {
    "home": "Ash House",
    "text": "as you write it",
    "long text": "A sentence or two.",
    "text list": "Ash; Ash Hse",
    "standards": "QS07, QS12",
    "standard": "QS12",
    "whole number": 3,
    "yes/no": "Yes",
    "date": date(2026, 10, 14),
    "month": A_MONTH,
}
"""What the example row has in a column of each type; of a column with choices, the first."""

NAMED = {"home": "Ash House", "restraints_exempt": 0}
"""And in these columns, so that the row agrees with itself."""


def write_table(sheet: Worksheet, dataset: Dataset, rows: list[dict], lists: Lists, looks: Looks) -> None:
    """Writes the sheet, with those rows filled in."""
    for place, column in enumerate(dataset.columns):
        _column(sheet, place, column, lists, looks)
        for number, row in enumerate(rows, FIRST):
            write(sheet, number, place, row[column.name], looks["date"])
    _title(sheet, dataset, looks)
    for group in groups(dataset):
        _group(sheet, dataset, group, looks)
    sheet.set_row(HEADER, 45)
    sheet.freeze_panes(FIRST, 1)
    _print(sheet, len(dataset.columns))


def _column(sheet: Worksheet, place: int, column: Column, lists: Lists, looks: Looks) -> None:
    _example(sheet, place, column, looks)
    sheet.write_string(HEADER, place, column.header, looks["must" if column.must_stand else "head"])
    sheet.write_comment(HEADER, place, help_on(column), {"x_scale": 2})
    sheet.set_column(place, place, _width(column), _look(column, looks))
    if check := rule(column, lists):
        sheet.data_validation(FIRST, place, LAST, place, check)


def _width(column: Column) -> int:
    return WIDTHS.get(column.type, 20)


def _look(column: Column, looks: Looks) -> Format:
    return looks.get(column.type, looks["text"])


def _example(sheet: Worksheet, place: int, column: Column, looks: Looks) -> None:
    value = column.choices[0] if column.choices else 1 if column.part_of else EXAMPLES[column.type]
    write(sheet, 1, place, NAMED.get(column.name, value), looks["example date"], looks["example"])


def _title(sheet: Worksheet, dataset: Dataset, looks: Looks) -> None:
    """The title, over the first column alone where groups have their headings beside it."""
    told = f"write from row {FIRST + 1} on. Row 2 is an example and is never read. Columns in bold must be filled."
    grouped = bool(groups(dataset))
    sheet.write_string(0, 0, f"{dataset.title}: {told}", looks["title over" if grouped else "title"])
    if grouped:
        sheet.set_row(0, 105)


def _group(sheet: Worksheet, dataset: Dataset, group: Group, looks: Looks) -> None:
    """The group's heading over its columns, which fold under the first of them."""
    first, *others = (dataset.names.index(name) for name in group.columns)
    sheet.write_string(0, first, group.heading, looks["group"])
    for place in others:
        column = dataset.columns[place]
        sheet.write_blank(0, place, None, looks["under group"])
        sheet.set_column(place, place, _width(column), _look(column, looks), {"level": 1})
    sheet.outline_settings(symbols_right=False)


def _print(sheet: Worksheet, columns: int) -> None:
    """Sideways on A4, the headings on every page; a sheet too wide to be read on one page goes over several."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.repeat_rows(HEADER)
    if columns <= MOST_ACROSS:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.repeat_columns(0, 1)
