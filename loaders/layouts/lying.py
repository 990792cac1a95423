"""Tables of returns that lie on their side: where they stand in a sheet, and what each of their figures is of."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from loaders.headers import Recognised
from loaders.layouts.axes import HOME, MEASURE, MONTH, Axes
from loaders.layouts.heads import header_rows, is_label, kind_across
from loaders.layouts.marks import Place
from loaders.layouts.measures import measure_said
from loaders.layouts.over import Head, Told
from loaders.layouts.parts import MOST_UNDER, alone, filled, sparse, titles
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.recognising import HEADER_WITHIN
from loaders.sheet_names import is_summary


@dataclass(frozen=True)
class Lying:
    """One such table: its header row, what stands over each column of figures, the columns of labels on their left by
    kind, the headings that say nothing of the figures under them, and the row after its last.
    """

    sheet: Sheet
    axes: Axes
    index: int
    over: dict[int, Told]
    labels: dict[str, int]
    others: list[int]
    end: int
    whole: Told
    """What a title, the sheet's name or the corner says of all its figures."""
    begin: int
    """The first row of figures."""
    said: list[Problem]
    """What is said of its columns that are left alone."""

    @cached_property
    def figures(self) -> list[tuple[Told, Place]]:
        """Every figure's place and what it is of."""
        return [(told, place) for told, place in self.cells if self._holds(place)]

    @cached_property
    def cells(self) -> list[tuple[Told, Place]]:
        """Every place where a figure may stand, and what it is of."""
        under: Told = {}
        every: list[tuple[Told, Place]] = []
        for index in range(self.begin, self.end):
            under |= self._beside(index, self.sheet.rows[index])
            every += [(self.whole | under | over, (index, place)) for place, over in self.over.items()]
        return every

    def _holds(self, place: Place) -> bool:
        holds = self.sheet.rows[place[0]][place[1]] is not None
        return holds or place in self.sheet.errors or place in self.sheet.merged

    def _beside(self, index: int, row: tuple) -> Told:
        """What the row's labels say; a home or a month alone in its row is said of the rows under it."""
        told: Told = {
            kind: (row[place], (index, place)) for kind, place in self.labels.items() if row[place] is not None
        }
        if alone(row):
            [(place, cell)] = filled(row)
            said = self.axes.said(cell)
            return {said[0]: (cell, (index, place))} if said and said[0] != MEASURE else told
        return told


def lying_tables(sheet: Sheet, axes: Axes) -> list[Lying]:
    """The tables that lie on their side, from top to bottom; none where the first table does not."""
    first = header_rows(sheet, axes, HEADER_WITHIN)[:1]
    if not first or not _table(sheet, axes, first[0], len(sheet.rows)):
        return []
    lowest = header_rows(sheet, axes, len(sheet.rows))
    # A file of more is not cut up: the headings among its figures are faults, and refuse it.
    lowest = lowest if len(lowest) <= MOST_UNDER else first
    ends = [*lowest[1:], len(sheet.rows)]
    found = (_table(sheet, axes, index, end) for index, end in zip(lowest, ends, strict=True))
    return [each for each in found if each]


def lying_under(first: Recognised, axes: Axes) -> int | None:
    """The header row of a table that lies on its side under one that does not: below a blank row or a title."""
    sheet, rows = first.sheet, first.sheet.rows
    for index in sparse(rows, first.index + 1, first.places.values()):
        below = index + 1
        if below < len(rows) and kind_across(axes, rows[below]) in (HOME, MONTH):
            if _table(sheet, axes, below, min(len(rows), below + HEADER_WITHIN)):
                return below
    return None


def _table(sheet: Sheet, axes: Axes, index: int, end: int) -> Lying | None:
    kind = kind_across(axes, sheet.rows[index]) or ""
    own = {place: said for place, cell in filled(sheet.rows[index]) if (said := axes.said(cell)) and said[0] == kind}
    first = min(own)
    labels = labels_of(sheet, axes, index, end, first, kind)
    over = Head(sheet, axes, index, first, kind, end).over()
    across = {kind for told in over.figures.values() for kind in told}
    labels = {each: place for each, place in labels.items() if each not in across}
    whole = _corner(sheet, axes, index, first, across | labels.keys() | {kind})
    if MEASURE not in across | labels.keys() | whole.keys():
        whole |= _measure_of_all(sheet, axes, index)
    if not over.figures and kind == MEASURE:
        return None
    found = Lying(sheet, axes, index, over.figures, labels, over.others, end, whole, over.begin, over.said)
    return found if MEASURE in across | labels.keys() | whole.keys() and _on_its_side(found, across) else None


def _on_its_side(found: Lying, across: set[str]) -> bool:
    """Columns across are upright, unless months or homes stand over them, or those beside them have no heading."""
    header = found.sheet.rows[found.index]
    beside = [place for kind, place in found.labels.items() if kind != MEASURE]
    return across != {MEASURE} or (bool(beside) and not any(is_label(found.axes, header[place]) for place in beside))


def labels_of(sheet: Sheet, axes: Axes, index: int, end: int, first: int, kind: str) -> dict[str, int]:
    """The columns of labels left of the figures, by what most of their cells say."""
    labels: dict[str, int] = {}
    for place in range(first):
        cells = [row[place] for row in sheet.rows[index + 1 : end] if row[place] is not None]
        kinds = Counter(said[0] for cell in cells if (said := axes.said(cell)))
        header = sheet.rows[index][place]
        most = max(kinds, key=kinds.__getitem__, default=None)
        named = most if most == MEASURE else {"home": HOME, "month": MONTH}.get(_named(header)) or most
        if named and named != kind:
            labels.setdefault(named, place)
    return labels


def _corner(sheet: Sheet, axes: Axes, index: int, first: int, known: set[str]) -> Told:
    """What the header row says left of its first month or home, of all figures: the home in the corner."""
    corner = [(said, place) for place in range(first) if (said := axes.said(sheet.rows[index][place]))]
    return {kind: (sheet.rows[index][place], (index, place)) for (kind, _), place in corner if kind not in known}


def _named(header: object) -> str:
    return header.strip().lower() if isinstance(header, str) else ""


def _measure_of_all(sheet: Sheet, axes: Axes, index: int) -> Told:
    lines = [sheet.name, *titles(sheet, index, max(0, index - HEADER_WITHIN))]
    named = [said for text in lines if not is_summary(text) and (said := measure_said(text, axes))]
    return {MEASURE: (named[-1], None)} if named else {}
