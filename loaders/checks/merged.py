"""One value in cells that are merged over several rows or columns of a table: a home's name stands for all of them, a
count may be each one's or all of theirs together.
"""

from collections.abc import Iterator

from loaders.layouts.marks import Place
from loaders.rows import Rows
from loaders.table import cell_name
from loaders.values.fault import Fault

COUNT = "whole number"
ACROSS = (COUNT, "choice", "judgement", "yes/no", "date")
"""The types of columns of which none is filled in for the next."""

MERGED = (
    "This value stands once in {area}, which are merged over {count} {of} of the table: it may be each one's, or all of"
    " theirs together. Unmerge the cells and enter what each has."
)

Cell = tuple[int, str, bool, Place]
"""The index of the row, the column, whether a person has said what stands there, and where the cell stood."""


def merged(rows: Rows) -> None:
    """Notes merged-value at the first cell of each count that is merged over several rows of the table, and of each
    value that is merged over several of its columns; of those of which a person has said nothing yet.
    """
    if not rows.sheet.merged:
        return
    areas: dict[tuple, list[Cell]] = {}
    for area, cell in _cells(rows):
        areas.setdefault(area, []).append(cell)
    at = {index: row for row, index in enumerate(rows.placed.below.own)}
    for (top, left, bottom, right), cells in areas.items():
        own = [(index, name) for index, name, apart, _ in cells if index in at and not apart]
        down, across = (len({place[each] for *_, place in cells}) for each in (0, 1))
        several = across > 1 or down > 1 and rows.dataset.column(cells[0][1]).type == COUNT
        if own and several:
            named = f"{cell_name(left, top + 1)}:{cell_name(right, bottom + 1)}"
            of = ("columns", across) if across > 1 else ("rows", down)
            fault = Fault("merged-value", MERGED.format(area=named, count=of[1], of=of[0]))
            rows.note(at[own[0][0]], own[0][1], fault)


def _cells(rows: Rows) -> Iterator[tuple[tuple, Cell]]:
    """The merged cells of the table, in order, each with its area."""
    sheet, placed = rows.sheet, rows.placed
    names = {placed.places[each.name]: each.name for each in rows.dataset.columns if _tells(rows, each.name)}
    within = {*placed.below.own, *placed.below.unfilled}
    for (index, place), area in sorted(sheet.merged.items()):
        if index in within and place in names:
            stood = sheet.origins.get((index, place), (place, sheet.numbers[index]))
            yield area, (index, names[place], (index, place) in sheet.unmerged, (stood[1], stood[0]))


def _tells(rows: Rows, name: str) -> bool:
    column = rows.dataset.column(name)
    return name in rows.placed.places and column.type in ACROSS and not column.is_key
