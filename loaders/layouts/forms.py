"""A form: headings with their values beside them, one row of a dataset a sheet."""

from collections import Counter
from dataclasses import replace
from datetime import date

from loaders.headers import Recognised, column_places, is_heading
from loaders.layouts.axes import Axes
from loaders.layouts.lying import Place
from loaders.layouts.parts import filled, titles
from loaders.layouts.turning import Cell, upright
from loaders.reading.book import Sheet
from loaders.sheet_names import is_summary
from qa_data.dictionary import DATASETS, Dataset
from qa_data.plain import plain

MOST_ROWS = 200
"""No form is longer."""

ENOUGH = 3
"""So many headings with a value make a form."""

CONVINCING = 2
"""So many values must be a number, a day, a month or a home: a page that explains the headings has none."""

Pair = tuple[Place, Place]
"""Where a heading stands, and its value."""


def form(sheet: Sheet, axes: Axes) -> Recognised | None:
    """The form in a sheet as a table of one row; None where it holds none."""
    if len(sheet.rows) > MOST_ROWS or is_summary(sheet.name):
        return None
    pairs, more = _pairs(sheet)
    dataset = max(DATASETS, key=lambda each: _matched(each, sheet, pairs))
    if _matched(dataset, sheet, pairs)[1] < ENOUGH or not _convincing(sheet, axes, pairs):
        return None
    index = min(heading for heading, _ in pairs)[0]
    header = [_cell(sheet, heading) for heading, _ in pairs] + [_cell(sheet, place) for place in more]
    values: list[Cell] = [_cell(sheet, value) for _, value in pairs] + [(None, None)] * len(more)
    return upright(replace(sheet, over=tuple(titles(sheet, index))), dataset, index, [header, values])


def _cell(sheet: Sheet, place: Place) -> Cell:
    return sheet.rows[place[0]][place[1]], place


def _pairs(sheet: Sheet) -> tuple[list[Pair], list[Place]]:
    """Each heading with the next cell in its row; and, once a column, what else stands in their rows."""
    pairs: list[Pair] = []
    more: dict[int, Place] = {}
    for index, row in enumerate(sheet.rows):
        cells, own = filled(row), []
        while cells:
            (place, cell), *cells = cells
            if (_is_label(cell) or _stands_under(place, cell, pairs)) and place + 1 < len(row):
                value = cells.pop(0)[0] if cells and not _is_label(cells[0][1]) else place + 1
                own.append(((index, place), (index, value)))
            elif own:
                more.setdefault(place, (index, place))
        pairs += own
    return pairs, list(more.values())


def _is_label(cell: object) -> bool:
    return isinstance(cell, str) and is_heading(cell)


def _stands_under(place: int, cell: object, pairs: list[Pair]) -> bool:
    """Words that are no heading, in the place of one."""
    return isinstance(cell, str) and bool(pairs) and place == pairs[-1][0][1]


def _matched(dataset: Dataset, sheet: Sheet, pairs: list[Pair]) -> tuple[int, int]:
    """How many of the dataset's keys and columns are there, each once; a page on several datasets has some twice."""
    words = [plain(sheet.rows[row][place]) for (row, place), _ in pairs]
    if max(Counter(words).values(), default=0) > 1:
        return (0, 0)
    places = column_places(dataset, {at: [word] for at, word in enumerate(words)})
    return sum(column.name in places for column in dataset.keys), len(places)


def _convincing(sheet: Sheet, axes: Axes, pairs: list[Pair]) -> bool:
    values = [sheet.rows[row][place] for _, (row, place) in pairs]
    return sum(isinstance(value, int | float | date) or axes.said(value) is not None for value in values) >= CONVINCING
