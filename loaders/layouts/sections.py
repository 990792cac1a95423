"""Rows under a home's or a month's name on a row of its own."""

from dataclasses import replace

from loaders.council import Council
from loaders.headers import Recognised
from loaders.layouts.parts import MOST_UNDER, Group, filled, line, of_rows, sparse
from loaders.sheet_names import only_month
from qa_data.plain import plain_home


def sections(first: Recognised, council: Council) -> list[Recognised]:
    """The rows under each home's or month's name on a row of its own, each group under the table's own header."""
    sheet, rows, below = first.sheet, first.sheet.rows, first.index + 1
    few = sparse(rows, below, first.places.values())
    names = [index for index in few if filled(rows[index]) and _names_a_section(first, index, council)]
    if not 0 < len(names) <= MOST_UNDER:
        return [first]
    head, ends = [*range(below)], [*names[1:], len(rows)]
    groups: list[Group] = [([*head, *range(below, names[0])], [])] if names[0] > below else []
    for index, end in zip(names, ends, strict=True):
        groups.append(([*head, *range(index + 1, end)], [line(rows[index])]))
    return [replace(first, sheet=each) for each in of_rows(sheet, groups)]


def _names_a_section(first: Recognised, index: int, council: Council) -> bool:
    [(place, cell)] = filled(first.sheet.rows[index])
    if not isinstance(cell, str):
        return False
    if only_month(cell, first.sheet.year):
        return place != first.places.get("month")
    # A row that has a home and nothing else may be one that is still to be filled in: those below it tell.
    return plain_home(cell) in council.names and _home_is_blank_below(first, index)


def _home_is_blank_below(first: Recognised, index: int) -> bool:
    rows, place = first.sheet.rows, first.places.get("home")
    below = next((rows[each] for each in range(index + 1, len(rows)) if filled(rows[each])), None)
    return below is not None and (place is None or below[place] is None)
