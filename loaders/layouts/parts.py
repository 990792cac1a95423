"""Parts of a sheet, each a sheet of its own whose cells keep their places."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise

from loaders.layouts.marks import Moved, marked, with_marks
from loaders.reading.book import Sheet

MOST_BESIDE = 12
"""So many tables stand beside each other at the most."""

MOST_UNDER = 2_000
"""So many tables stand under each other at the most; a file of more is no table with headings between its rows."""

Group = tuple[list[int], list[str]]
"""Rows, by their indexes, and what stands over them."""


def of_rows(sheet: Sheet, groups: Iterable[Group]) -> list[Sheet]:
    """The groups of rows, each a sheet, under what stands over them."""
    marks: dict[int, list[int]] = {}
    for index, place in marked(sheet):
        marks.setdefault(index, []).append(place)
    return [_of_rows(sheet, indexes, over, marks) for indexes, over in groups]


def _of_rows(sheet: Sheet, indexes: list[int], over: list[str], marks: dict[int, list[int]]) -> Sheet:
    cells = [((at, place), (index, place)) for at, index in enumerate(indexes) for place in marks.get(index, ())]
    return replace(
        with_marks(sheet, cells),
        rows=[sheet.rows[index] for index in indexes],
        numbers=[sheet.numbers[index] for index in indexes],
        hidden_rows={at for at, index in enumerate(indexes) if index in sheet.hidden_rows},
        over=(*sheet.over, *over),
        part=True,
    )


def of_columns(sheet: Sheet, first: int, after: int) -> Sheet:
    """The columns from the first up to the one after them; the others are blank."""
    left = (None,) * first
    cells: list[Moved] = [(place, place) for place in marked(sheet) if first <= place[1] < after]
    return replace(
        with_marks(sheet, cells),
        rows=[(*left, *row[first:after], *(None,) * (len(row) - after)) for row in sheet.rows],
        part=True,
    )


def strips(sheet: Sheet) -> list[Sheet]:
    """The runs of columns between columns that are blank from top to bottom, each as a part; at most a dozen."""
    blank = [
        place
        for place, column in enumerate(zip(*sheet.rows, strict=False))
        if not any(each is not None for each in column)
    ]
    ends = [-1, *blank, len(sheet.rows[0]) if sheet.rows else 0]
    runs = [(before + 1, end) for before, end in pairwise(ends) if end > before + 1]
    return [of_columns(sheet, first, after) for first, after in runs] if len(runs) <= MOST_BESIDE else [sheet]


def filled(row: tuple) -> list[tuple[int, object]]:
    """The cells of a row that hold something, each with its place."""
    return [(place, cell) for place, cell in enumerate(row) if cell is not None]


def alone(row: tuple) -> bool:
    """Whether one cell of the row holds something."""
    return row.count(None) == len(row) - 1


def sparse(rows: list[tuple], first: int, places: Iterable[int]) -> list[int]:
    """The rows from the first on that are blank but for a cell at the most. Of two columns such a row fills one."""
    one, other = (*places, 0, 0)[:2]
    below = enumerate(islice(rows, first, None), first)
    some = [index for index, row in below if row[one] is None or row[other] is None]
    return [index for index in some if rows[index].count(None) >= len(rows[index]) - 1]


def line(row: tuple) -> str:
    """What a row says in words, when it is a title: Month: October 2026."""
    return " ".join(_word(cell) for _, cell in filled(row))


def _word(cell: object) -> str:
    if isinstance(cell, date):
        return f"{cell:%B %Y}" if cell.day == 1 else f"{cell.day} {cell:%B %Y}"
    return str(cell)


def titles(sheet: Sheet, index: int, since: int = 0) -> list[str]:
    """What stands over the table whose header row has that index: rows of a cell or two, at the most."""
    few = [row for row in sheet.rows[since:index] if 0 < len(row) - row.count(None) <= 2]
    return [*sheet.over, *map(line, few)]


def headings_over(sheet: Sheet, index: int, since: int = 0) -> list[str]:
    """The words that stand alone in a row over the table whose header row has that index."""
    alone_there = [filled(row)[0][1] for row in sheet.rows[since:index] if alone(row)]
    return [*sheet.over, *(cell for cell in alone_there if isinstance(cell, str))]


def with_titles(sheet: Sheet, index: int) -> int:
    """The first row of the titles right over a header row; blank rows may stand between, and nothing else."""
    top = index
    while top and not filled(sheet.rows[top - 1]):
        top -= 1
    title = top
    while title and alone(sheet.rows[title - 1]):
        title -= 1
    return title if title < top else index
