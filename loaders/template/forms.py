"""A home's return as a form: its figures one under the other, the months that it owes beside each other."""

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

from loaders.template.checks import help_on, rule
from loaders.template.known import ToFill
from loaders.template.looks import Looks
from loaders.template.tables import A4
from qa_data.dictionary.groups import RETURNS as GROUPS
from qa_data.dictionary.groups import Group
from qa_data.dictionary.returns import RETURNS
from qa_data.wording import listed, month_name

HOME, MONTH, FIRST = 2, 3, 4
"""Rows from 0: of the home, of the months, and of the first figure."""

GROUP, LABEL, VALUES = 0, 1, 2
"""Columns from 0. A group's heading stands beside its figures, where no label of a figure stands."""

LINES = 3
"""Of words over the form, where it is one month wide."""

MOST_UPRIGHT = 3
"""So many months are printed on an upright page."""

HOW = (
    "Type the figures under their month. Leave a cell blank where the figure is not known; write 0 only where there"
    " were none. To send another month, type over the month."
)
FOLDED = "The figures folded below are not asked of this kind of home. Press + at the left to give one all the same."


def write_form(sheet: Worksheet, asked: ToFill, figures: Iterable[str], looks: Looks, folded: bool = False) -> None:
    """Writes a form of those figures; `folded`: with the others, folded below them."""
    figures = set(figures)
    _over(sheet, asked, looks)
    row = FIRST
    for group in GROUPS:
        row = _group(sheet, row, group, [name for name in group.columns if name in figures], asked, looks)
    if folded and (others := set(RETURNS.names[len(RETURNS.keys) :]) - figures):
        _said(sheet, row, FOLDED, asked, looks, collapsed=True)
        _folded(sheet, row + 1, others, asked, looks)
    _page(sheet, len(asked.months))


def _over(sheet: Worksheet, asked: ToFill, looks: Looks) -> None:
    """The title, how to fill it in, the home and the months."""
    sheet.write_string(0, GROUP, f"Monthly return of {asked.home}: {_of_months(asked)}", looks["title"])
    _said(sheet, 1, HOW, asked, looks)
    sheet.write_string(HOME, LABEL, RETURNS.column("home").header, looks["named"])
    sheet.write_string(HOME, VALUES, asked.home, looks["named"])
    sheet.write_string(MONTH, LABEL, RETURNS.column("month").header, looks["named"])
    last = VALUES + len(asked.months) - 1
    for place, month in enumerate(asked.months, VALUES):
        sheet.write_datetime(MONTH, place, month, looks["form month"])
    sheet.data_validation(MONTH, VALUES, MONTH, last, rule(RETURNS.column("month"), {}))


def _said(sheet: Worksheet, row: int, words: str, asked: ToFill, looks: Looks, **fold: bool) -> None:
    """Words over the whole width of the form."""
    sheet.merge_range(row, GROUP, row, VALUES + len(asked.months) - 1, words, looks["said"])
    sheet.set_row(row, 15 * LINES, None, fold)


def _of_months(asked: ToFill) -> str:
    named = listed([month_name(month) for month in asked.months])
    return f"{named} {'is' if len(asked.months) == 1 else 'are'} owed" if asked.owed else f"none is owed; {named}"


def _group(sheet: Worksheet, row: int, group: Group, names: list[str], asked: ToFill, looks: Looks) -> int:
    """Writes the group's figures from that row on; the row after them."""
    if names:
        sheet.write_string(row, GROUP, group.heading, looks["form group"])
    for at, name in enumerate(names, row):
        _figure(sheet, at, name, asked, looks)
    return row + len(names)


def _figure(sheet: Worksheet, row: int, name: str, asked: ToFill, looks: Looks) -> None:
    column = RETURNS.column(name)
    sheet.write_string(row, LABEL, column.header, looks["part" if column.part_of else "whole"])
    sheet.write_comment(row, LABEL, help_on(column), {"x_scale": 2})
    last = VALUES + len(asked.months) - 1
    for place in range(VALUES, last + 1):
        sheet.write_blank(row, place, None, looks["figure"])
    sheet.data_validation(row, VALUES, row, last, rule(column, {}))


def _folded(sheet: Worksheet, row: int, others: set[str], asked: ToFill, looks: Looks) -> None:
    first = row
    for group in GROUPS:
        row = _group(sheet, row, group, [name for name in group.columns if name in others], asked, looks)
    for at in range(first, row):
        sheet.set_row(at, None, None, {"level": 1, "hidden": True})
    sheet.outline_settings(symbols_below=False)


def _page(sheet: Worksheet, months: int) -> None:
    """Widths, what stays in view, and the page: on A4, one page wide, the months on every page."""
    sheet.set_column(GROUP, GROUP, 34)
    sheet.set_column(LABEL, LABEL, 50)
    sheet.set_column(VALUES, VALUES + months - 1, 13)
    sheet.freeze_panes(FIRST, VALUES)
    sheet.set_selection(FIRST, VALUES, FIRST, VALUES)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HOME, MONTH)
    if months > MOST_UPRIGHT:
        sheet.set_landscape()
