"""Puts rows into a sheet of a workbook, with all that names rows below them: formulas, merged cells, rules, tables."""

import re
from collections.abc import Callable, Iterator

from openpyxl import Workbook
from openpyxl.chart.series import Series
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formula import Tokenizer
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

CELL = re.compile(r"(?<![A-Za-z0-9_.])(\$?[A-Za-z]{1,3}\$?)(\d{1,7})(?![A-Za-z0-9_(.])")
ROWS = re.compile(r"(?<![A-Za-z0-9_$.:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![A-Za-z0-9_.])")
LONGEST = 8_192
"""Letters that Excel lets a formula have."""

Moving = Callable[[str], str]


def insert_rows(book: Workbook, sheet: Worksheet, before: int, count: int) -> None:
    """Puts blank rows in before the one with that number."""

    def lower(number: str) -> str:
        return str(int(number) + count * (int(number) >= before))

    def move(reference: str) -> str:
        cells = CELL.sub(lambda found: found[1] + lower(found[2]), reference)
        return ROWS.sub(lambda found: f"{found[1]}{lower(found[2])}:{found[3]}{lower(found[4])}", cells)

    merged = [str(area) for area in sheet.merged_cells.ranges]
    for area in merged:
        sheet.unmerge_cells(area)
    heights = {number: (each.height, each.hidden) for number, each in sheet.row_dimensions.items()}
    sheet.insert_rows(before, count)
    for area in merged:
        sheet.merge_cells(move(area))
    _move_heights(sheet, heights, before, count)
    _move_rules(sheet, move)
    _move_formulas(book, sheet, move)


def _move_heights(sheet: Worksheet, heights: dict[int, tuple], before: int, count: int) -> None:
    for number in heights:
        sheet.row_dimensions[number].height, sheet.row_dimensions[number].hidden = None, False
    for number, (height, hidden) in heights.items():
        own = sheet.row_dimensions[number + count * (number >= before)]
        own.height, own.hidden = height, hidden


def _move_rules(sheet: Worksheet, move: Moving) -> None:
    """Tables, filters, the area that is printed, choices and colours by rule."""
    for table in sheet.tables.values():
        table.ref = move(table.ref)
        if table.autoFilter:
            table.autoFilter.ref = move(table.autoFilter.ref)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = move(sheet.auto_filter.ref)
    if sheet.print_area:
        sheet.print_area = move(sheet.print_area)
    for choices in sheet.data_validations.dataValidation:
        choices.sqref = type(choices.sqref)(move(str(choices.sqref)))
    rules, sheet.conditional_formatting = sheet.conditional_formatting, ConditionalFormattingList()
    for each in rules:
        for rule in each.rules:
            sheet.conditional_formatting.add(move(str(each.sqref)), rule)
    for row in sheet.iter_rows():
        for cell in row:
            if getattr(cell, "hyperlink", None):
                cell.hyperlink.ref = cell.coordinate


def _move_formulas(book: Workbook, sheet: Worksheet, move: Moving) -> None:
    """Every formula that names cells of the sheet, in whatever sheet, name, rule or chart."""
    for own in book.worksheets:
        told = _mover(sheet, own is sheet, move)
        for row in own.iter_rows():
            for cell in row:
                if isinstance(cell.value, ArrayFormula):
                    cell.value.text = told(cell.value.text)
                    cell.value.ref = move(cell.value.ref) if own is sheet else cell.value.ref
                elif cell.data_type == "f" and isinstance(cell.value, str):
                    cell.value = told(cell.value)
        for choices in own.data_validations.dataValidation:
            choices.formula1 = choices.formula1 and told(f"={choices.formula1}")[1:]
        for each in own.conditional_formatting:
            for rule in each.rules:
                rule.formula = [told(f"={formula}")[1:] for formula in rule.formula]
        for reference in _in_charts(own):
            reference.f = told(f"={reference.f}")[1:]
    for names in (book.defined_names, *(own.defined_names for own in book.worksheets)):
        for name in names.values():
            name.attr_text = _mover(sheet, False, move)(f"={name.attr_text}")[1:]


def _in_charts(sheet: Worksheet) -> Iterator:
    for chart in sheet._charts:
        for series in chart.series:
            yield from _references(series)


def _references(series: Series) -> Iterator:
    for part in (series.tx, series.cat, series.val, series.xVal, series.yVal):
        for name in ("numRef", "strRef", "multiLvlStrRef"):
            if reference := getattr(part, name, None):
                yield reference


def _mover(sheet: Worksheet, own: bool, move: Moving) -> Moving:
    """What moves the cells of the sheet in a formula; `own`: whether it stands in that sheet."""
    names = {sheet.title.casefold(), "'{}'".format(sheet.title.replace("'", "''")).casefold()}

    def moved(token: str) -> str:
        named, mark, cells = token.rpartition("!")
        of_it = named.casefold() in names if mark else own
        return named + mark + move(cells) if of_it else token

    def told(formula: str) -> str:
        if not formula.startswith("=") or len(formula) > LONGEST:
            return formula
        tokens = Tokenizer(formula)
        for token in tokens.items:
            if token.type == token.OPERAND and token.subtype == token.RANGE:
                token.value = moved(token.value)
        return "=" + "".join(token.value for token in tokens.items)

    return told
