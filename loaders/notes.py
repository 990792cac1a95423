"""Lines of words among the rows or under the table that are none of the dataset: Signed: J Marsh."""

import re
from operator import itemgetter

from loaders.council import Council
from loaders.headers import Recognised
from qa_data.late import late
from qa_data.plain import plain_home

NOTE = late(
    r"\s*(?:[*†‡•]|(?:notes?|n\.?b|key|source|end|signed|completed by|prepared"
    r" by|(?:last\s+)?updated|checked by|compiled by|produced by|data as at)\b)|.*[:=]|.*\w\.\s*$|(?:\S+\s+){3,}\S",
    re.IGNORECASE,
)
"""Words that are no home's, date's or month's: a mark or a word that begins a note, or a sentence."""

FEW = 2
"""So many cells at the most has a note: Signed: J Marsh."""

MOST_UNDER = 50
"""Lines under a table that are looked at."""

COUNT = "whole number"
LABELS = ("home", "date", "month")


def notes(recognised: Recognised, filled: list[int], keyless: list[int], council: Council) -> set[int]:
    """Rows of a cell or two with words where a home, date or month should stand, and nothing in the other columns
    that must be filled in, and no count; and under the table also words in any other column.
    """
    places = list(recognised.places.values())
    blanks, rows = len(places) - FEW, recognised.sheet.rows
    few = _few(rows, filled, places, blanks) if blanks > 0 else []
    among = {index for index in few if _in_a_label(recognised, index, council)}
    return among | _under(recognised, filled, among, {*few} & {*keyless}, council) if few else among


def _few(rows: list[tuple], filled: list[int], places: list[int], blanks: int) -> list[int]:
    """The rows of so many blanks in these places; every one of them has a blank among the first few."""
    first, asked = itemgetter(*places[: FEW + 1]), itemgetter(*places)
    able = [index for index in filled if None in first(rows[index])]
    return [index for index in able if asked(rows[index]).count(None) >= blanks]


def _in_a_label(recognised: Recognised, index: int, council: Council) -> bool:
    row = recognised.sheet.rows[index]
    must = [column for column in recognised.dataset.must if column.name in recognised.places]
    said = [(column.type, cell) for column in must if (cell := row[recognised.places[column.name]]) is not None]
    return (
        not _has_a_count(recognised, row) and len(said) == 1 and said[0][0] in LABELS and _is_note(said[0][1], council)
    )


def _has_a_count(recognised: Recognised, row: tuple) -> bool:
    """Whether a figure stands beside the words: then they are a home written wrongly, and no note."""
    counts = (place for name, place in recognised.places.items() if recognised.dataset.column(name).type == COUNT)
    return any(isinstance(row[place], int | float) for place in counts)


def _is_note(cell: object, council: Council) -> bool:
    return isinstance(cell, str) and bool(NOTE.match(cell)) and plain_home(cell) not in council.names


def _under(recognised: Recognised, filled: list[int], among: set[int], able: set[int], council: Council) -> set[int]:
    """Lines of words below the last row of the table. Those right under it may be what a row lacks, and count only
    where they read like a note.
    """
    alone = {index for index in filled[-MOST_UNDER:] if _alone(recognised, index, council)}
    words = among | able | alone
    end = next((place for place in range(len(filled), 0, -1) if filled[place - 1] not in words), 0)
    found: set[int] = set()
    before = filled[end - 1] if end else recognised.index
    for index in filled[end:]:
        apart = index > before + 1 or before in found
        if index in among or _is_line(recognised, index, apart):
            found.add(index)
        before = index
    return found


def _alone(recognised: Recognised, index: int, council: Council) -> bool:
    """Whether one cell of the row holds words and nothing else does: in the column of homes such as are no home's, in
    any other such as a note has.
    """
    row, home = recognised.sheet.rows[index], recognised.places.get("home")
    said = [each for each in recognised.places.values() if row[each] is not None]
    words = row[said[0]] if len(said) == 1 else None
    if not isinstance(words, str):
        return False
    return plain_home(words) not in council.names if said == [home] else bool(NOTE.match(words))


def _is_line(recognised: Recognised, index: int, apart: bool) -> bool:
    """Whether a row under the table holds words alone that are a note's."""
    row, types = recognised.sheet.rows[index], {column.name: column.type for column in recognised.dataset.columns}
    said = [(types[name], row[place]) for name, place in recognised.places.items() if row[place] is not None]
    if not said or not all(isinstance(cell, str) for _, cell in said):
        return False
    if not apart and any(kind == "long text" for kind, _ in said):
        return False
    return bool(NOTE.match(said[0][1])) or (apart and len(said) == 1)
