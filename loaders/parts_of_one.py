"""A row right under a header row that says which figure each of several columns under one heading holds: Restraints
over Boys, Girls and Total; Missing over Target and Actual.
"""

from loaders.heading_words import is_the_figure
from loaders.layouts.beside import another, told


def says_which(header: tuple, row: tuple) -> bool:
    """Whether a row is such a one: words alone, at least one of them of a part or of the figure itself, under the blank
    cells that a heading of the row before goes over, and nothing new under its first.
    """
    words = [(place, cell) for place, cell in enumerate(row) if cell is not None and not _again(header, place, cell)]
    first = next((place for place, cell in enumerate(header) if cell is not None), len(header))
    if len(words) < 2 or words[0][0] <= first or not all(isinstance(cell, str) for _, cell in words):
        return False
    over = any(header[place] is None for place, _ in words if place < len(header))
    return over and any(another(cell) or is_the_figure(cell) for _, cell in words)


def _again(header: tuple, place: int, cell: object) -> bool:
    """Whether a cell says again what stands over it, as a heading merged downwards does."""
    return place < len(header) and header[place] == cell


def under_one(header: tuple, row: tuple) -> dict[int, list[str]]:
    """What each column under a heading with several is called: by the heading where it holds the figure, by both where
    it holds another.
    """
    named: dict[int, list[str]] = {}
    for place, columns in _groups(header, row).items():
        heading, heads = header[place], {each: row[each] for each in columns}
        which = told(heads)
        named |= {each: [f"{heading} {heads[each]}"] for each in which.left}
        named |= {each: [f"{heading} {heads[each]}"] for each in which.open if another(heads[each])}
        if which.taken is not None and is_the_figure(heads[which.taken]):
            named[which.taken] = [heading]
    return named


def _groups(header: tuple, row: tuple) -> dict[int, list[int]]:
    """By the place of a heading, the columns under it that have words of their own."""
    groups: dict[int, list[int]] = {}
    over = None
    for place, word in enumerate(row):
        over = place if place < len(header) and header[place] is not None else over
        if over is not None and word is not None and isinstance(header[over], str) and not _again(header, place, word):
            groups.setdefault(over, []).append(place)
    return groups
