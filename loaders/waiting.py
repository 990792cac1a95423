"""Lines that a council has prepared and nobody has filled in yet: FALSE under a tick box, a number, a status."""

import re
from collections import Counter
from collections.abc import Iterator

from loaders.headers import Recognised

REPEATED = 3
"""So many lines at least repeat what a line has before anything is in it."""

UNTICKED = {"false", "0", "☐", "□"}
COUNTED = re.compile(r"(\D*)(\d{1,9})")


def keyless(recognised: Recognised, filled: list[int]) -> list[int]:
    """The rows whose keys are blank, but for a reference that a sheet may lack; none where the sheet has no such
    column.
    """
    keys = [column.name for column in recognised.dataset.keys if column.must_stand]
    places = [recognised.places[name] for name in keys if name in recognised.places]
    rows, errors = recognised.sheet.rows, recognised.sheet.errors
    if not places:
        return []
    first, *others = places
    found = [index for index in filled if rows[index][first] is None]
    return [
        index
        for index in found
        if all(rows[index][place] is None for place in others)
        and not (errors and any((index, place) in errors for place in places))
    ]


def waiting(recognised: Recognised, lines: list[int]) -> set[int]:
    """Those of the keyless rows that wait to be filled: what else they hold only counts up, is FALSE or 0, or is
    repeated by several of them.
    """
    counters = [place for place in _counters(recognised) if _counts_up(recognised, lines, place)]
    others = [place for place in recognised.places.values() if place not in counters]
    times = Counter(said for index in lines for said in _said(recognised, index, others))
    return {
        index
        for index in lines
        if all(_unticked(cell) or times[place, cell] >= REPEATED for place, cell in _said(recognised, index, others))
    }


def _counters(recognised: Recognised) -> Iterator[int]:
    """Where a number of the line may stand: in a column of texts, as a reference is."""
    for column in recognised.dataset.columns:
        if column.type == "text" and column.name in recognised.places:
            yield recognised.places[column.name]


def _counts_up(recognised: Recognised, lines: list[int], place: int) -> bool:
    """Whether the column's cells in these rows are one number after the other, with the same letters before them."""
    told = [
        str(recognised.sheet.rows[index][place]) for index in lines if recognised.sheet.rows[index][place] is not None
    ]
    found = [match for text in told if (match := COUNTED.fullmatch(text))]
    numbers = [int(match[2]) for match in found]
    return (
        len(found) == len(told)
        and len({match[1] for match in found}) == 1
        and all(before < after for before, after in zip(numbers, numbers[1:], strict=False))
    )


def _said(recognised: Recognised, index: int, places: list[int]) -> Iterator[tuple[int, object]]:
    """What stands in a row, with its place; of a failed formula what it shows."""
    row, errors = recognised.sheet.rows[index], recognised.sheet.errors
    for place in places:
        cell = errors.get((index, place), row[place]) if errors else row[place]
        if cell is not None:
            yield place, cell


def _unticked(cell: object) -> bool:
    return cell == 0 if isinstance(cell, int | float) else isinstance(cell, str) and cell.strip().lower() in UNTICKED
