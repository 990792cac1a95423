"""What stands over each column of figures of a table that lies on its side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from loaders.heading_words import is_the_figure
from loaders.layouts.axes import Axes, may_be
from loaders.layouts.beside import another, cannot_be_told, is_left_alone, told
from loaders.layouts.figures import OVER_LABELS
from loaders.layouts.marks import Place
from loaders.layouts.parts import filled
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.values.fault import shown

DEEP = 3
"""So many header rows stand over each other at the most."""

NEAR = 6
"""Within so many rows over the lowest."""

Told = dict[str, tuple[object, Place | None]]
"""What is said of a figure: by kind (MONTH, HOME, MEASURE) the word, and where it stands."""


class Over(NamedTuple):
    """What stands over each column of figures, the places of the headings that say nothing of theirs, what is said of
    columns that are left alone, and the first row of figures.
    """

    figures: dict[int, Told]
    others: list[int]
    said: list[Problem]
    begin: int


@dataclass(frozen=True)
class Head:
    """A header row of months, homes or columns, from the first of these on; its figures end before a row."""

    sheet: Sheet
    axes: Axes
    index: int
    first: int
    kind: str
    end: int

    def over(self) -> Over:
        """What stands over its columns."""
        sub = self._sub_row()
        below = {place: str(cell) for place, cell in filled(self.sheet.rows[sub])} if sub else {}
        begin = (sub or self.index) + 1
        figures: dict[int, Told] = {}
        others: list[int] = []
        said: list[Problem] = []
        for place, columns in self._groups(begin, below):
            cell = self.sheet.rows[self.index][place]
            if not self._is_one(cell):
                others.append(place)
                said += self._left(begin, {each: "" for each in columns if each != place}, below, sub)
                continue
            found = told({each: below.get(each, "") for each in columns})
            if found.taken is not None:
                figures[found.taken] = {self.kind: (cell, (self.index, place))}
            said += self._left(begin, found.left, below, sub)
            if found.open:
                said.append(self._doubt(shown(cell), found.open, below, begin))
        return self._under_uppers(Over(figures, others, [*said, *self._beside_labels(begin)], begin))

    def _is_one(self, cell: object) -> bool:
        said = self.axes.said(cell)
        return bool(said and said[0] == self.kind) or may_be(self.kind, cell)

    def _sub_row(self) -> int | None:
        """The row of words right under the header row that say which figure each column holds: Target, Actual."""
        rows = self.sheet.rows
        index = next(
            (each for each in range(self.index + 1, min(self.end, self.index + NEAR)) if filled(rows[each])), 0
        )
        cells = filled(rows[index]) if index else []
        words = [(place, cell) for place, cell in cells if isinstance(cell, str)]
        labels = [cell for place, cell in words if place < self.first]
        over = [cell for place, cell in words if place >= self.first]
        telling = any(another(cell) or is_the_figure(cell) for cell in over) and len(words) == len(cells)
        return index if telling and all(OVER_LABELS.fullmatch(cell.strip()) for cell in labels) else None

    def _groups(self, begin: int, below: Mapping[int, str]) -> Iterator[tuple[int, list[int]]]:
        """Each heading's place with the columns that it stands over: its own, and those on its right that have no
        heading but words under it or figures.
        """
        heads = [place for place, _ in filled(self.sheet.rows[self.index]) if place >= self.first]
        for place, after in zip(heads, [*heads[1:], len(self.sheet.rows[self.index])], strict=True):
            right = [each for each in range(place + 1, after) if each in below or self._numbers(begin, each)]
            own = [place] if place in below or not below or self._numbers(begin, place) or not right else []
            yield place, [*own, *right]

    def _numbers(self, begin: int, place: int) -> list[Place]:
        rows = self.sheet.rows
        return [(each, place) for each in range(begin, self.end) if isinstance(rows[each][place], int | float)]

    def _filled(self, begin: int, place: int) -> list[Place]:
        return [(each, place) for each in range(begin, self.end) if self.sheet.rows[each][place] is not None]

    def _left(
        self, begin: int, left: Mapping[int, str], below: Mapping[int, str], sub: int | None
    ) -> Iterator[Problem]:
        for place, word in sorted(left.items()):
            if cells := self._filled(begin, place):
                at = (sub, place) if sub and place in below else None
                yield is_left_alone(self.sheet, below.get(place, ""), cells, word, at)

    def _doubt(self, what: str, places: list[int], below: Mapping[int, str], begin: int) -> Problem:
        cells = {place: self._filled(begin, place) or [(begin - 1, place)] for place in places}
        return cannot_be_told(self.sheet, what, {place: below.get(place, "") for place in places}, cells)

    def _beside_labels(self, begin: int) -> Iterator[Problem]:
        """What is said of figures left of the header's first: a target, the year so far."""
        for place in range(self.first):
            head, cells = self.sheet.rows[self.index][place], self._numbers(begin, place)
            if cells and isinstance(head, str) and (word := another(head)):
                yield is_left_alone(self.sheet, head, cells, word, (self.index, place))

    def _under_uppers(self, over: Over) -> Over:
        """The same with what upper header rows say; without the columns of which they say less than of others, or
        that they make another figure's.
        """
        rows = self.sheet.rows
        above = [each for each in range(max(0, self.index - NEAR), self.index) if filled(rows[each])][1 - DEEP :]
        uppers = [self._spread(each) for each in above]
        figures = {
            place: {kind: told for upper in uppers for kind, told in upper.get(place, {}).items()} | own
            for place, own in over.figures.items()
        }
        kinds = {kind for told in figures.values() for kind in told}
        partly = [place for place, told in figures.items() if kinds - told.keys()]
        changed = self._changed(above, [place for place in figures if place not in partly])
        said = [
            is_left_alone(self.sheet, shown(head), self._filled(over.begin, place), word, at)
            for place, (head, word, at) in changed.items()
        ]
        figures = {place: told for place, told in figures.items() if place not in partly and place not in changed}
        return Over(figures, sorted([*over.others, *partly]), [*over.said, *said], over.begin)

    def _spread(self, index: int) -> dict[int, Told]:
        """What an upper header row says over each column: a heading also stands over the blanks on its right."""
        spread: dict[int, Told] = {}
        told: Told = {}
        for place in range(self.first, len(self.sheet.rows[index])):
            if (cell := self.sheet.rows[index][place]) is not None:
                said = self.axes.said(cell)
                told = {said[0]: (cell, (index, place))} if said and said[0] != self.kind else {}
            spread[place] = told
        return spread

    def _changed(self, above: list[int], places: list[int]) -> dict[int, tuple[object, str, Place]]:
        """The columns over which an upper row has a word that makes them another figure's: the word, and where."""
        changed: dict[int, tuple[object, str, Place]] = {}
        for index in above:
            row = self.sheet.rows[index]
            for place in places:
                stood = next((each for each in range(place, self.first - 1, -1) if row[each] is not None), None)
                if stood is not None and not self.axes.said(row[stood]) and (word := another(row[stood])):
                    changed[place] = (row[stood], word, (index, place))
        return changed
