"""Rows that add up or compare the others: by the words of the field, by the mark of an Excel table, or as sums with
neither home nor month.
"""

from collections import defaultdict

from loaders.council import Council
from loaders.headers import Recognised
from loaders.total_words import says_total
from qa_data.dictionary import Column
from qa_data.plain import plain_home

LABELS = ("home", "date", "month", "choice")
"""Keys in which such a word can mean nothing else; a reference or a finding may well be called so."""

Totals = dict[int, tuple[int, str]]
"""By index of the row: the place of what says that it is a total, and the words there, blank for a sum."""


def totals(recognised: Recognised, filled: list[int], keyless: list[int], council: Council) -> Totals:
    """Every row of totals among the filled ones."""
    found = _summed(recognised, filled, keyless)
    found |= {index: told for index in keyless if (told := _said(recognised, index))}
    last = max({*filled} - {*keyless}, default=0) if keyless else 0
    found |= {index: told for index in keyless if index > last and (told := _counted(recognised, index))}
    for column in recognised.dataset.keys:
        if column.name in recognised.places:
            found |= _by_words(recognised, filled, column, council)
    return found | _marked(recognised, filled)


def _by_words(recognised: Recognised, filled: list[int], column: Column, council: Council) -> Totals:
    if column.type not in (*LABELS, "text"):
        return {}
    place, rows = recognised.places[column.name], recognised.sheet.rows
    words = {cell for cell in {row[place] for row in rows} if _means_total(cell, council)}
    if not words:
        return {}
    return {
        index: (place, rows[index][place])
        for index in filled
        if rows[index][place] in words and (column.type in LABELS or _holds_numbers(recognised, index, place))
    }


def _means_total(cell: object, council: Council) -> bool:
    return says_total(cell) and plain_home(str(cell)) not in council.names


def _holds_numbers(recognised: Recognised, index: int, but: int) -> bool:
    """Whether the row holds nothing but numbers beside the one place."""
    row = recognised.sheet.rows[index]
    others = [row[place] for place in recognised.places.values() if place != but and row[place] is not None]
    return all(isinstance(cell, int | float) for cell in others)


def _said(recognised: Recognised, index: int) -> tuple[int, str] | None:
    """The word in whatever column of a row that holds nothing else but numbers."""
    row = recognised.sheet.rows[index]
    words = [(place, cell) for place, cell in enumerate(row) if isinstance(cell, str)]
    return (
        words[0]
        if len(words) == 1 and says_total(words[0][1]) and _holds_numbers(recognised, index, words[0][0])
        else None
    )


def _counted(recognised: Recognised, index: int) -> tuple[int, str] | None:
    """The words of a row under the table that has a number with words before it and nothing else: Still open, 7."""
    said = [(place, cell) for place, cell in enumerate(recognised.sheet.rows[index]) if cell is not None]
    [(place, words), *numbers] = said
    counts = numbers and isinstance(words, str) and all(isinstance(cell, int | float) for _, cell in numbers)
    return (place, str(words)) if counts else None


def _marked(recognised: Recognised, filled: list[int]) -> Totals:
    """The total rows of Excel's tables."""
    found, places = {}, {*recognised.places.values()}
    marked = {index for index, place in recognised.sheet.table_totals if place in places}
    for index in marked.intersection(filled):
        row = recognised.sheet.rows[index]
        words = [(place, cell) for place, cell in enumerate(row) if isinstance(cell, str)]
        found[index] = words[0] if words else (_first(recognised, index), "")
    return found


def _first(recognised: Recognised, index: int) -> int:
    row = recognised.sheet.rows[index]
    return min(place for place in recognised.places.values() if row[place] is not None)


def _summed(recognised: Recognised, filled: list[int], keyless: list[int]) -> Totals:
    """Keyless rows of numbers alone, each the sum of those above it or of those since the sum before."""
    asked = list(recognised.places.values())
    able = {index for index in keyless if _holds_numbers(recognised, index, -1)}
    if not able:
        return {}
    found: Totals = {}
    whole: dict[int, float] = defaultdict(int)
    since: dict[int, float] = defaultdict(int)
    for index in filled:
        numbers = {
            place: cell for place in asked if isinstance(cell := recognised.sheet.rows[index][place], int | float)
        }
        if index in able and any(numbers.values()) and any(_equal(numbers, sums) for sums in (whole, since)):
            found[index] = (_first(recognised, index), "")
            since = defaultdict(int)
            continue
        for place, number in numbers.items():
            whole[place] += number
            since[place] += number
    return found


def _equal(numbers: dict[int, float], sums: dict[int, float]) -> bool:
    return all(sums.get(place, 0) == number for place, number in numbers.items())
