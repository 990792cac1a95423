"""Columns of values that stand beside each other for the same figures: which of them holds these, told by the words
over each.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from loaders.heading_words import changing, is_the_figure
from loaders.layouts.marks import Place
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.table import cell_of
from loaders.total_words import says_total
from qa_data.late import late
from qa_data.wording import listed

LONGEST = 4
"""So many words at the most stand over a column; more are a sentence."""

FEW = 3
"""So many cells are named each; of more the first and the last."""

NO_FIGURE = late(
    r"(?:fy\s*)?20\d\d(?:\s*[/\-\u2013]\s*(?:20)?\d\d)?|(?:.*\b)?(?:rag(?:\s+rating)?|trend|comments?|notes?|guidance|evidence"
    r"|explanation|narrative|commentary)\s*",
    re.IGNORECASE,
)
"""A year over a month's figures, or what is said of them."""

OTHER = "The column “{head}” ({cells}) is left alone, since “{word}” makes it another figure."
BESIDE = "The column “{head}” ({cells}) stands beside the one that holds the figures, and is left alone."
NO_HEAD = "What stands in {cells} has no heading of its own and is left alone. Delete it, or give it one."
SEVERAL = (
    "{what} stands beside several columns of figures: {columns}. Nothing says which of them is the month's figure, so"
    " none is read. Write Actual over the one that is, or delete the others."
)


@dataclass(frozen=True)
class Beside:
    """Of columns beside each other: where the figures stand (None where nothing tells), those that may hold them, and
    the word by which each other one does not, blank where another says that it does.
    """

    taken: int | None
    open: list[int] = field(default_factory=list)
    left: dict[int, str] = field(default_factory=dict)


def another(head: object) -> str | None:
    """The word in a heading by which its column holds no figure of the month's: Target, %, Wk 1, All homes."""
    if not isinstance(head, str) or len(head.split()) > LONGEST:
        return None
    return changing(head) or (head if says_total(head) or NO_FIGURE.fullmatch(head.strip()) else None)


def told(heads: Mapping[int, str]) -> Beside:
    """Which of the columns with these headings, by place, holds the figures: the one that says so, or the only one
    that says nothing else.
    """
    left = {place: word for place, head in heads.items() if (word := another(head))}
    plain = [place for place in heads if place not in left]
    named = [place for place in plain if is_the_figure(heads[place])]
    for alone in (named, plain):
        if len(alone) == 1:
            return Beside(alone[0], left=left | {place: "" for place in plain if place != alone[0]})
    if plain or len(left) < 2:
        return Beside(None, plain, left)
    # Parts, a target and a total, and nothing that is the figure itself.
    return Beside(None, [*heads])


def is_left_alone(sheet: Sheet, head: str, places: Collection[Place], word: str, at: Place | None) -> Problem:
    """unknown-column (a warning) of a column of values: at its heading, else at its first cell."""
    cells = cells_named(sheet, places)
    why = (OTHER if word else BESIDE) if head else NO_HEAD
    cell = cell_of(sheet, *(at or min(places)))
    return Problem(
        "unknown-column", why.format(head=head, word=word, cells=cells), sheet.name, cell, None, head or None
    )


def cannot_be_told(sheet: Sheet, what: str, heads: Mapping[int, str], cells: Mapping[int, list[Place]]) -> Problem:
    """repeated-column (an error) at the second of several columns of which nothing says which holds the figures."""
    columns = [cells_named(sheet, cells[place]) + f" (“{heads[place]}”)" * bool(heads[place]) for place in cells]
    second = min([*cells.values()][1])
    return Problem(
        "repeated-column", SEVERAL.format(what=what, columns=listed(columns)), sheet.name, cell_of(sheet, *second)
    )


def cells_named(sheet: Sheet, places: Collection[Place]) -> str:
    """Cells of one column as a sentence names them: B4 and B5; B4 to B9."""
    names = [cell_of(sheet, *place) for place in sorted(places)]
    return listed(names) if len(names) <= FEW else f"{names[0]} to {names[-1]}"
