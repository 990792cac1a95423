"""What a person settles on the Upload page before a file is stored: another value for a cell, or its row left out.
The commands never do.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypedDict

from loaders.reading.book import Book, Sheet
from loaders.table import cell_place
from loaders.values.fault import shown


@dataclass(frozen=True)
class Settlement:
    """What is taken instead of what stands in a cell, blank where that is an empty text; without a value its whole row
    is left out.
    """

    sheet: str
    cell: str
    value: str | None = None


class Settled(TypedDict):
    """A settlement that was made, with what stood there."""

    sheet: str
    cell: str
    sheet_row: int
    original: str | None
    """None where the cell was blank; the whole row where it is left out."""
    settled: str | None
    """None where the row is left out."""


def settle(book: Book, settlements: Iterable[Settlement]) -> tuple[Book, list[Settled]]:
    """The book with the settlements made, and each with what stood there."""
    as_given = {sheet.name: sheet for sheet in book.sheets}
    told: list[Settled] = []
    sheets = dict(as_given)
    for each in settlements:
        if each.sheet in sheets:
            sheets[each.sheet] = _made(sheets[each.sheet], each)
            told.append(
                {
                    "sheet": each.sheet,
                    "cell": each.cell,
                    "sheet_row": cell_place(each.cell)[1],
                    "original": _original(as_given[each.sheet], each),
                    "settled": each.value,
                }
            )
    return replace(book, sheets=tuple(sheets.values())), told


def _original(sheet: Sheet, settlement: Settlement) -> str | None:
    column, number = cell_place(settlement.cell)
    index = sheet.numbers.index(number)
    cells = [sheet.errors.get((index, place), cell) for place, cell in enumerate(sheet.rows[index])]
    stood = cells if settlement.value is None else cells[column : column + 1]
    return " · ".join(shown(cell) for cell in stood if cell is not None) or None


def _made(sheet: Sheet, settlement: Settlement) -> Sheet:
    column, number = cell_place(settlement.cell)
    index = sheet.numbers.index(number)
    row, left_out = sheet.rows[index], settlement.value is None
    after = (None,) * len(row) if left_out else (*row[:column], settlement.value or None, *row[column + 1 :])
    errors = {
        place: text
        for place, text in sheet.errors.items()
        if place != (index, column) and not (left_out and place[0] == index)
    }
    # A blank row is no row: what is left out needs no other mark.
    return replace(sheet, rows=[*sheet.rows[:index], after, *sheet.rows[index + 1 :]], errors=errors)
