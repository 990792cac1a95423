"""The tables of one dataset each that a sheet holds."""

from dataclasses import replace

from loaders.council import Council
from loaders.headers import Recognised, is_heading
from loaders.layouts.axes import Axes
from loaders.layouts.forms import forms
from loaders.layouts.heads import header_rows
from loaders.layouts.left_alone import near_misses, told_apart
from loaders.layouts.long import long_table
from loaders.layouts.lying import Lying, lying_tables, lying_under
from loaders.layouts.parts import filled, headings_over, of_rows, strips, titles, with_titles
from loaders.layouts.splitting import split
from loaders.layouts.titled import not_read
from loaders.layouts.turning import turned
from loaders.layouts.workbook import with_names
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.recognising import HEADER_WITHIN, is_scant, recognise
from qa_data.plain import plain_heading

DEEP = 12
"""So many tables of different layouts stand under each other at the most."""


def held(sheets: list[Sheet], council: Council) -> tuple[list[Recognised], list[Problem], list[str]]:
    """The tables in a file's sheets, what is said of those that are not read, and the sheets of which nothing is."""
    firsts = [recognise(sheet, council.mapped) for sheet in sheets]
    known = with_names(council, filter(None, firsts))
    every = [table for sheet, first in zip(sheets, firsts, strict=True) for table in tables(sheet, first, known)]
    found, said = told_apart(every, known)
    with_some = {each.sheet.name for each in every}
    said += near_misses([sheet for sheet in sheets if sheet.name not in with_some], known)
    of_these = {each.sheet.name for each in found} | {each.sheet for each in said if each.code == "second-table"}
    return found, said, [sheet.name for sheet in sheets if sheet.name not in of_these]


def tables(sheet: Sheet, first: Recognised | None, council: Council, deep: int = DEEP) -> list[Recognised]:
    """The tables in a sheet, upright, from top to bottom; none where it holds no dataset. `first`: what is recognised
    in it as it stands.
    """
    axes = Axes(council, sheet.year, council.mapped.on(sheet.name))
    if first and deep and (border := _border(first, axes)):
        parts = of_rows(sheet, [([*range(border)], []), ([*range(border, len(sheet.rows))], [])])
        return [each for part in parts for each in tables(part, recognise(part, council.mapped), council, deep - 1)]
    if (first is None or first.missing or _repeats(first)) and (found := _turned(sheet, axes)):
        return found
    if table := long_table(sheet, axes, first):
        return _upright(table, 0, again=False)
    if (first is None or is_scant(first) or _holds_values(first, axes)) and (made := forms(sheet, axes)):
        return made
    return split(first, council) if first else []


def _border(first: Recognised, axes: Axes) -> int | None:
    """Where, over or under a table that stands upright, one begins or ends that does not."""
    sheet, top = first.sheet, with_titles(first.sheet, first.index)
    if top > 1:
        [above] = of_rows(sheet, [([*range(top)], [])])
        if lying_tables(above, axes) or forms(above, axes):
            return top
    under = lying_under(first, axes)
    return with_titles(sheet, under) if under else None


def _turned(sheet: Sheet, axes: Axes) -> list[Recognised]:
    """What lies on its side; of several tables beside each other each by itself."""
    if not header_rows(sheet, axes, HEADER_WITHIN):
        return []
    beside = [found for strip in strips(sheet) if (found := _turned_in(strip, axes))]
    return [each for found in beside for each in found] if len(beside) > 1 else _turned_in(sheet, axes)


def _turned_in(sheet: Sheet, axes: Axes) -> list[Recognised]:
    found = lying_tables(sheet, axes)
    tops = [0] * len(found[:1]) + [with_titles(sheet, each.index) for each in found[1:]]
    made = [_upright(each, top, again=each is not found[0]) for each, top in zip(found, tops, strict=True)]
    return [each for lots in made for each in lots if each.places or each.instead]


def _upright(table: Lying, top: int, again: bool) -> list[Recognised]:
    """The table turned upright, or what is said of it instead."""
    made = turned(table, titles(table.sheet, table.index, top))
    instead = not_read(table, headings_over(table.sheet, table.index, top), again)
    return [replace(each, instead=instead) for each in made[:1]] if instead else made


def _repeats(first: Recognised) -> bool:
    """Whether a heading stands twice, which may be of another month or home each time."""
    words = [plain_heading(cell) for _, cell in filled(first.header) if isinstance(cell, str)]
    return len(set(words)) < len(words)


def _holds_values(first: Recognised, axes: Axes) -> bool:
    """Whether the row that looks like a header is one of a form: headings with their values beside them."""
    others = [cell for _, cell in filled(first.header) if not (isinstance(cell, str) and is_heading(cell, axes.mapped))]
    return len(others) > 1 and all(axes.said(cell) for cell in others)
