"""Rows below a header that are none of the dataset: totals, notes under the table, and the header said again."""

import re
from dataclasses import dataclass
from operator import itemgetter

from loaders.council import Council
from loaders.headers import Recognised
from loaders.reading.book import Sheet
from qa_data.plain import plain_home

TOTAL = re.compile(
    r"\s*(?:grand\s+|sub[\s-]*)?totals?\b|.*\btotals?\s*:?\s*$|\s*(?:sum|average|mean)\s*$", re.IGNORECASE
)

NOTE = re.compile(
    r"\s*(?:[*†‡•]|(?:notes?|n\.?b|key|source|end|signed|completed by|prepared"
    r" by)\b)|.*[:=]|.*\w\.\s*$|(?:\S+\s+){3,}\S",
    re.IGNORECASE,
)
"""Words that are no home's, date's or month's: a mark or a word that begins a note, or a sentence."""

FEW = 2
"""So many cells at the most has a note: Signed: J Marsh."""

LABELS = ("home", "date", "month")


@dataclass(frozen=True)
class Below:
    """What stands below a sheet's header, by index into its rows: the dataset's own rows, the totals among them with
    the words that say so, and the rows of a text file that go on to the right of all headers, with the place where
    they do.
    """

    own: list[int]
    totals: dict[int, str]
    cut: dict[int, int]


def below(recognised: Recognised, council: Council) -> Below:
    """The rows below the header, without those that are blank in every column asked for, notes, and repeated
    headers.
    """
    sheet, places = recognised.sheet, list(recognised.places.values())
    asked = itemgetter(*places)
    failed = {index for index, place in sheet.errors if place in places}
    nothing = {asked((None,) * len(recognised.header)), asked(recognised.header)}
    filled = [
        index
        for index in range(recognised.index + 1, len(sheet.rows))
        if asked(sheet.rows[index]) not in nothing or index in failed
    ]
    labels = [
        recognised.places[column.name]
        for column in recognised.dataset.keys
        if column.type in LABELS and column.name in recognised.places
    ]
    totals = _totals(sheet, filled, labels, council)
    cut = _cut(recognised) if sheet.text else {}
    others = totals.keys() | cut.keys() | _notes(recognised, filled, labels, council) - failed
    return Below([index for index in filled if index not in others] if others else filled, totals, cut)


def _cut(recognised: Recognised) -> dict[int, int]:
    rows = recognised.sheet.rows
    last = max(place for place, value in enumerate(recognised.header) if value is not None)
    beyond = (
        (index, (place for place, value in enumerate(rows[index][last + 1 :], last + 1) if value is not None))
        for index in range(recognised.index + 1, len(rows))
    )
    return {index: place for index, places in beyond if (place := next(places, None)) is not None}


def _totals(sheet: Sheet, filled: list[int], labels: list[int], council: Council) -> dict[int, str]:
    """The rows that add up others: where their home, date or month should stand, the word Total does."""
    found: dict[int, str] = {}
    for place in labels:
        words = {
            cell
            for cell in {sheet.rows[index][place] for index in filled}
            if isinstance(cell, str) and TOTAL.match(cell) and plain_home(cell) not in council.names
        }
        found |= (
            {index: sheet.rows[index][place] for index in filled if sheet.rows[index][place] in words} if words else {}
        )
    return found


def _notes(recognised: Recognised, filled: list[int], labels: list[int], council: Council) -> set[int]:
    """Rows of a cell or two with words where a home, date or month should stand, and nothing in the other columns
    that must be filled in.
    """
    must = [
        recognised.places[column.name]
        for column in recognised.dataset.columns
        if column.must_stand and column.name in recognised.places
    ]
    rows, places = recognised.sheet.rows, list(recognised.places.values())
    asked, blanks = itemgetter(*places), len(places) - FEW
    few = [index for index in filled if asked(rows[index]).count(None) >= blanks] if blanks > 0 else []

    def is_note(row: tuple) -> bool:
        said = [(place, row[place]) for place in must if row[place] is not None]
        return (
            len(said) == 1
            and said[0][0] in labels
            and isinstance(said[0][1], str)
            and bool(NOTE.match(said[0][1]))
            and plain_home(said[0][1]) not in council.names
        )

    return {index for index in few if is_note(rows[index])}
