"""What stands over each column of figures of a table that lies on its side."""

from loaders.layouts.axes import Axes, may_be
from loaders.layouts.marks import Place
from loaders.layouts.parts import filled
from loaders.reading.book import Sheet

DEEP = 3
"""So many header rows stand over each other at the most."""

NEAR = 6
"""Within so many rows over the lowest."""

Told = dict[str, tuple[object, Place | None]]
"""What is said of a figure: by kind (MONTH, HOME, MEASURE) the word, and where it stands."""


def over_figures(sheet: Sheet, axes: Axes, index: int, first: int, kind: str) -> tuple[dict[int, Told], list[int]]:
    """What stands over each column of figures, and the places of the headings that say nothing of theirs."""
    above = [each for each in range(max(0, index - NEAR), index) if filled(sheet.rows[each])][1 - DEEP :]
    uppers = [_spread(sheet, axes, each, first, kind) for each in above]
    over: dict[int, Told] = {}
    others = []
    for place, cell in filled(sheet.rows[index]):
        if place >= first:
            said = axes.said(cell)
            if (said and said[0] == kind) or may_be(kind, cell):
                over[place] = {each: told for upper in uppers for each, told in upper.get(place, {}).items()}
                over[place][kind] = (cell, (index, place))
            else:
                others.append(place)
    kinds = {each for told in over.values() for each in told}
    partly = [place for place, told in over.items() if kinds - told.keys()]
    return {place: told for place, told in over.items() if place not in partly}, sorted([*others, *partly])


def _spread(sheet: Sheet, axes: Axes, index: int, first: int, below: str) -> dict[int, Told]:
    """What an upper header row says over each column: a heading also stands over the blanks on its right."""
    spread: dict[int, Told] = {}
    told: Told = {}
    for place in range(first, len(sheet.rows[index])):
        if (cell := sheet.rows[index][place]) is not None:
            said = axes.said(cell)
            told = {said[0]: (cell, (index, place))} if said and said[0] != below else {}
        spread[place] = told
    return spread
