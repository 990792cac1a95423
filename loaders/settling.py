"""What a person settles on the Upload page before a file is stored: another value for a cell, or its row left out. The commands never do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from loaders.reading.book import Book, Sheet
from loaders.values.fault import shown

CELL = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True)
class Settlement:
    """What is taken instead of what stands in a cell; without a value its whole row is left out."""

    sheet: str
    cell: str
    value: str | None = None


def settle(book: Book, settlements: Iterable[Settlement]) -> tuple[Book, list[dict]]:
    """The book with the settlements made, and each with what stood there: sheet, cell, sheet_row, original (None where blank) and settled (None where
    the row is left out)."""
    told, sheets = [], {sheet.name: sheet for sheet in book.sheets}
    for each in settlements:
        if each.sheet in sheets:
            sheets[each.sheet], original = _made(sheets[each.sheet], each)
            told.append({"sheet": each.sheet, "cell": each.cell, "sheet_row": _place(each.cell)[1], "original": original, "settled": each.value})
    return replace(book, sheets=tuple(sheets.values())), told


def _made(sheet: Sheet, settlement: Settlement) -> tuple[Sheet, str | None]:
    column, number = _place(settlement.cell)
    index = sheet.numbers.index(number)
    row = sheet.rows[index]
    original = sheet.errors.get((index, column), row[column])
    left_out = settlement.value is None
    after = (None,) * len(row) if left_out else (*row[:column], settlement.value, *row[column + 1:])
    errors = {place: text for place, text in sheet.errors.items() if place != (index, column) and not (left_out and place[0] == index)}
    # A blank row is no row: what is left out needs no other mark.
    return replace(sheet, rows=[*sheet.rows[:index], after, *sheet.rows[index + 1:]], errors=errors), None if original is None else shown(original)


def _place(cell: str) -> tuple[int, int]:
    letters, number = CELL.fullmatch(cell).groups()
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1, int(number)
