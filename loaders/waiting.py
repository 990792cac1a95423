"""Lines that a council has prepared and nobody has filled in yet: FALSE under a tick box, a number, a status."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

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


def prepared(recognised: Recognised, filled: list[int]) -> list[int]:
    """As `keyless`, and the rows of which a choice alone, as Reg 44, is filled in of the keys."""
    choices = {column.name for column in recognised.dataset.keys if column.type == "choice"}
    if choices.isdisjoint(recognised.places):
        return keyless(recognised, filled)
    places = {name: place for name, place in recognised.places.items() if name not in choices}
    return keyless(replace(recognised, places=places), filled) if places else []


def waiting(recognised: Recognised, lines: list[int]) -> set[int]:
    """Those of the prepared rows that wait to be filled: what else they hold only counts up, is FALSE or 0, or is
    repeated by several of them.
    """
    places = [*recognised.places.values()]
    counting = {told for place in _counters(recognised) for told in _counting(recognised, lines, place)}
    times = Counter(said for index in lines for said in _said(recognised, index, places))
    return {
        index
        for index in lines
        if all(
            (index, place) in counting or _unticked(cell) or times[place, cell] >= REPEATED
            for place, cell in _said(recognised, index, places)
        )
    }


def _counters(recognised: Recognised) -> Iterator[int]:
    """Where a number of the line may stand: in a column of texts, as a reference is."""
    for column in recognised.dataset.columns:
        if column.type == "text" and column.name in recognised.places:
            yield recognised.places[column.name]


def _counting(recognised: Recognised, lines: list[int], place: int) -> set[tuple[int, int]]:
    """The cells of a column in these rows that are one number after the other, with the same letters before them;
    none where any of its numbers is out of turn. What is no number is a note under them.
    """
    rows = recognised.sheet.rows
    found = {index: match for index in lines if (match := COUNTED.fullmatch(str(rows[index][place])))}
    numbers = [int(match[2]) for match in found.values()]
    in_turn = all(before < after for before, after in zip(numbers, numbers[1:], strict=False))
    same = len({match[1] for match in found.values()}) == 1
    return {(index, place) for index in found} if in_turn and same else set()


def _said(recognised: Recognised, index: int, places: list[int]) -> Iterator[tuple[int, object]]:
    """What stands in a row, with its place; of a failed formula what it shows."""
    row, errors = recognised.sheet.rows[index], recognised.sheet.errors
    for place in places:
        cell = errors.get((index, place), row[place]) if errors else row[place]
        if cell is not None:
            yield place, cell


def _unticked(cell: object) -> bool:
    return cell == 0 if isinstance(cell, int | float) else isinstance(cell, str) and cell.strip().lower() in UNTICKED
