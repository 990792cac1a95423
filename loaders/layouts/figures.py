"""The values of a form of one record: which of the cells beside each heading holds its value, and what is said of the
others.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.heading_words import is_the_figure
from loaders.layouts.beside import Beside, another, cannot_be_told, is_left_alone, told
from loaders.layouts.marks import Place
from loaders.layouts.parts import filled
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.values.fault import shown
from qa_data.late import late

Pair = tuple[Place, list[Place]]
"""Where a heading stands, and the cells beside it, from left to right."""

OVER_LABELS = late(
    r"(?:measures?|indicators?|questions?|items?|fields?|headings?|descriptions?|metrics?|kpis?|areas?|categor(?:y|ies)"
    r"|what|data|details?|figures?|performance\s+(?:measures?|indicators?))\W*",
    re.IGNORECASE,
)
"""What stands over the headings of a form, in the row of what stands over its values."""

Heads = tuple[int, dict[int, str]]
"""A row of what stands over the values, and what stands over each column."""


@dataclass(frozen=True)
class Values:
    """Where the value of each heading stands, in order; None where it has none. What is said of the other cells, and
    the headings that only stand over the others.
    """

    places: list[Place | None]
    said: list[Problem]
    over: set[Place] = field(default_factory=set)


@dataclass(frozen=True)
class Form:
    """The headings of a form with their cells, which of them name columns, and of these which are counts."""

    sheet: Sheet
    pairs: list[Pair]
    matched: Collection[int]
    counts: Mapping[int, str]
    right: int
    """How far right of the headings what tells the record apart stands."""

    def values(self) -> Values:
        """The values of the one record."""
        heads = list(self._heads())
        over = {(index, place) for index, _ in heads for place, _ in filled(self.sheet.rows[index])}
        found: dict[int, Place | None] = {}
        said: list[Problem] = []
        ends = [(-1, {}), *heads, (len(self.sheet.rows), {})]
        for (since, texts), (end, _) in pairwise(ends):
            part = [at for at, (place, _) in enumerate(self.pairs) if since < place[0] < end and place not in over]
            said += self._under(part, {} if since < 0 else {place: (since, place) for place in texts}, texts, found)
        return Values([found.get(at) for at in range(len(self.pairs))], said, over)

    def _heads(self) -> Iterator[Heads]:
        """The rows of words over the values: they name no column, and stand over a row that does."""
        rows = {place[0] for at, (place, _) in enumerate(self.pairs) if at in self.matched}
        for index, row in enumerate(self.sheet.rows):
            below = [place for place, _ in self.pairs if place[0] > index]
            if index in rows or not below or not self._within(index):
                continue
            label = below[0][1]
            texts = {place: cell for place, cell in filled(row) if isinstance(cell, str)}
            right = {place: text for place, text in texts.items() if place > label}
            if right and len(texts) == len(filled(row)) and _says_nothing(texts.get(label), right.values()):
                yield index, right

    def _within(self, index: int) -> bool:
        """Whether a row stands among this form's, or in the two right over it."""
        first, last = self.pairs[0][0][0], self.pairs[-1][0][0]
        return first - 2 <= index < last

    def _under(
        self, part: list[int], at: dict[int, Place], texts: dict[int, str], found: dict[int, Place | None]
    ) -> list[Problem]:
        """Finds the values of the headings under a row of words over them; what is said of the others."""
        columns = sorted({place for each in part for _, place in self.pairs[each][1]})
        roles = told({place: texts.get(place, "") for place in columns}) if texts else Beside(None, columns)
        more: dict[int, list[Place]] = defaultdict(list)
        doubtful: list[int] = []
        others = self._others(part) if not texts else set()
        for each in part:
            values = self.pairs[each][1]
            if each in self.counts and self._numbers(values, roles) > 1:
                doubtful.append(each)
                continue
            found[each] = self._value(self.pairs[each], roles, others)
            for row, place in values:
                if (row, place) != found[each] and self.sheet.rows[row][place] is not None:
                    more[place].append((row, place))
        return [*self._doubt(doubtful, texts), *self._left(more, roles, at, texts)]

    def _value(self, pair: Pair, roles: Beside, others: set[int]) -> Place | None:
        """Where the value of a heading stands: as far right as what tells the record apart, else the first beside it
        that is in no column of `others`.
        """
        (_, heading), values = pair
        if roles.taken is not None:
            return next((place for place in values if place[1] == roles.taken), None)
        able = [place for place in values if place[1] in roles.open]
        own = next((place for place in able if place[1] - heading == self.right), None)
        return own or next((place for place in able if place[1] not in others), None)

    def _others(self, part: list[int]) -> set[int]:
        """The columns of what stands beside the values where no words stand over them: last month's, comments."""
        beside = [self.pairs[each] for each in part]
        with_one = [values for label, values in beside if any(place - label[1] == self.right for _, place in values)]
        return {place for values in with_one for _, place in values[1:]}

    def _numbers(self, values: list[Place], roles: Beside) -> int:
        """How many numbers beside a heading may be its value."""
        able = [self.sheet.rows[row][place] for row, place in values if roles.taken is None and place in roles.open]
        return sum(isinstance(cell, int | float) for cell in able)

    def _doubt(self, doubtful: list[int], texts: dict[int, str]) -> list[Problem]:
        if not doubtful:
            return []
        cells: dict[int, list[Place]] = defaultdict(list)
        for place in sorted(place for each in doubtful for place in self.pairs[each][1]):
            cells[place[1]].append(place)
        heads = {place: texts.get(place, "") for place in cells}
        return [cannot_be_told(self.sheet, self.counts[doubtful[0]], heads, dict(sorted(cells.items())))]

    def _left(
        self, more: dict[int, list[Place]], roles: Beside, at: dict[int, Place], texts: dict[int, str]
    ) -> list[Problem]:
        return [
            is_left_alone(self.sheet, shown(texts.get(column, "")), cells, roles.left.get(column, ""), at.get(column))
            for column, cells in sorted(more.items())
        ]


def _says_nothing(label: str | None, over: Iterable[str]) -> bool:
    """Whether a word over headings, beside words over values, is no heading itself."""
    if label is None or OVER_LABELS.fullmatch(label.strip()):
        return True
    return all(another(text) or is_the_figure(text) for text in over)
