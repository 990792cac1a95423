"""Cells that are merged: what stands at their top stands below it too, and what they are merged over is kept."""

from collections.abc import Iterable
from itertools import product

from .book import Sheet
from .tidy import Area


def fill(sheet: Sheet, areas: Iterable[Area]) -> None:
    """Puts what stands at the top of cells merged downwards into those below it, in rows that hold anything else;
    blanks outside stay blank. Marks the cells of a number and of what is merged to the right.
    """
    left_over = sum(map(len, sheet.rows))  # no more cells than there are can be merged; a hostile file may say so
    for area in areas:
        top, left, bottom, right = area
        value = sheet.rows[top][left] if top < len(sheet.rows) and left < len(sheet.rows[top]) else None
        if value is None:
            continue
        _fill_down(sheet.rows, value, area)
        if right > left or isinstance(value, int | float):
            rows, columns = (
                range(top, min(bottom + 1, len(sheet.rows))),
                range(left, min(right + 1, len(sheet.rows[top]))),
            )
            left_over -= len(rows) * len(columns)
            sheet.merged.update(dict.fromkeys(product(rows, columns), area) if left_over >= 0 else {})


def _fill_down(rows: list[tuple], value: object, area: Area) -> None:
    top, column, bottom, _ = area
    for index in range(top + 1, min(bottom + 1, len(rows))):
        row = rows[index]
        if row[column] is None and any(cell is not None for cell in row):
            rows[index] = (*row[:column], value, *row[column + 1 :])
