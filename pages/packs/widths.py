"""How much of a table's width each of its columns gets, whatever it is written as."""

import re

from pages.packs.pack import Table
from pages.packs.worded import worded

SHORT, WORD, LONG, READABLE, BESIDE = 12, 24, 60, 20, 3
"""In letters: a text up to so long (a date, a reference) stays on its line; a longer word may be broken; a longer text
gets no more room, and never less than can be read; and so much stands empty at the sides of each cell.
"""

MANY = 7
"""More columns than these are many: they are set smaller."""

ENDS = re.compile(r"[\s\-–/]+")
"""Where a line may end."""


def shares(table: Table, letters: int) -> list[float]:
    """The part of the width that each column gets, together 1. `letters` go on a line from side to side: first each
    column gets the room of its longest word, then what is left goes to those with more to say.
    """
    texts = _columns(table)
    least = [_least(column) for column in texts]
    more = [max(0, _room(column) - low) for column, low in zip(texts, least, strict=True)]
    left = max(0, letters - sum(least)) / (sum(more) or 1)
    widths = [low + left * each for low, each in zip(least, more, strict=True)]
    return [width / sum(widths) for width in widths]


def fits(table: Table, letters: int) -> bool:
    """Whether each column has the room of its longest word."""
    return sum(map(_least, _columns(table))) <= letters


def _columns(table: Table) -> list[list[str]]:
    return [[head, *(worded(row[place]) for row in table.rows)] for place, head in enumerate(table.heads)]


def _least(texts: list[str]) -> int:
    return BESIDE + max(map(_unbroken, texts))


def _unbroken(text: str) -> int:
    """So many letters of the text stand on one line at the least."""
    if len(text) <= SHORT:
        return len(text)
    return max(min(WORD, max(map(len, ENDS.split(text)))), READABLE if len(text) > LONG else 0)


def _room(texts: list[str]) -> int:
    return BESIDE + min(LONG, max(map(len, texts)))
