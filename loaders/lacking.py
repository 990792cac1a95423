"""Columns that must be there and are not: what to do about each."""

from collections.abc import Container

from loaders.headers import Recognised
from loaders.problems import Problem
from loaders.sheet_names import with_a_year
from loaders.table import cell_of
from qa_data.dictionary import Column


def lacking(recognised: Recognised, given: Container[str] = ()) -> list[Problem]:
    """missing-column, or lies-on-its-side of a table that did, at the header row's first cell. What the sheet's name
    or a title gives (`given`, names of columns) is not missing.
    """
    sheet, lacks = recognised.sheet, [column for column in recognised.missing if column.name not in given]
    first = next(place for place, value in enumerate(recognised.header) if value is not None)
    cell = cell_of(sheet, recognised.index, first)
    if sheet.origins and lacks:
        return [Problem("lies-on-its-side", _lying(column), sheet.name, cell, column.name) for column in lacks]
    return [Problem("missing-column", _wanted(column, sheet.name), sheet.name, cell, column.name) for column in lacks]


def _wanted(column: Column, sheet: str) -> str:
    if column.type == "month" and (named := with_a_year(sheet)):
        return (
            f"The column {column.header} is not there, and the sheet's name, “{sheet}”, does not say of which year:"
            f" name the sheet {named}, whichever it is, or add the column."
        )
    return f"The column {column.header} is not there. Add it to the header row."


def _lying(lacks: Column) -> str:
    return (
        f"This table lies on its side, and nothing says the {lacks.header}{' with its year' * (lacks.type == 'month')}."
        " Write it in a title over the table or as the sheet's name, for example Beech House or Oct 2026, or use the"
        " template, which has one row for each."
    )
