"""A table that lies on its side turned upright: a row a home and month, each cell with the place where it stood."""

from dataclasses import replace

from loaders.headers import Recognised, recognised_as
from loaders.layouts.axes import HOME, MEASURE, MONTH
from loaders.layouts.beside import is_left_alone
from loaders.layouts.lying import Lying
from loaders.layouts.marks import Place, with_marks
from loaders.layouts.over import Told
from loaders.mapped import Mapped
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.sheet_names import NOT_OF_ROWS, month_of
from qa_data.dictionary import Dataset
from qa_data.dictionary.returns import RETURNS
from qa_data.plain import plain_heading

Cell = tuple[object, Place | None]
"""What stands in a cell, and where it stood in the sheet as it is."""

Row = tuple[Told, dict[str, Place]]
"""What a row is of, and where the figure of each heading stands."""

Key = tuple[object, ...]
"""The home and the month of a row, each None where nothing says it."""


def turned(table: Lying, over: list[str]) -> list[Recognised]:
    """The table upright, under the titles that stand over it: a table for each lot of rows that have the same lines."""
    rows, headings, others = _rows(table), _headings(table), {*map(_beside, table.others)}
    keys = [kind for kind in (HOME, MONTH) if _is_told(table, kind, rows, over)]
    first = (table.index, min([*table.labels.values(), *table.over], default=0))
    keyed: list[Cell] = [(RETURNS.column(kind).header, first) for kind in keys]
    made: list[Recognised] = []
    for names, lot in (_lots(table, rows) or {frozenset(): []}).items():
        # What is left alone is said once, of the first.
        own = {name: cell for name, cell in headings.items() if name in names or (not made and name in others)}
        below = [[*(_key(table, told, kind) for kind in keys), *_cells(table, own, found)] for told, found in lot]
        sheet, every = replace(table.sheet, over=tuple(over)), [[*keyed, *own.values()], *below]
        made.append(upright(sheet, RETURNS, table.index, every, table.axes.mapped))
    return [replace(made[0], said=(*table.said, *_unnamed(table))), *made[1:]] if made else []


def _cells(table: Lying, headings: dict[str, Cell], found: dict[str, Place]) -> list[Cell]:
    return [cell_at(table.sheet, found.get(name)) for name in headings]


def _lots(table: Lying, rows: list[Row]) -> dict[frozenset[str], list[Row]]:
    """The rows by the lines that they have: where a home or a month has none, nothing is said of that column."""
    lines: dict[Key, set[str]] = {}
    names = {label: _name(table, label) for label in {told[MEASURE][0] for told, _ in table.cells if MEASURE in told}}
    for told, _ in table.cells:
        if MEASURE in told:
            lines.setdefault(_of(table, told), set()).add(names[told[MEASURE][0]])
    lots: dict[frozenset[str], list[Row]] = {}
    for told, found in rows:
        lots.setdefault(frozenset(lines.get(_of(table, told), ())), []).append((told, found))
    return lots


def _of(table: Lying, told: Told) -> Key:
    """Which home and month a figure is of."""
    home, month = (told[kind][0] if kind in told else None for kind in (HOME, MONTH))
    return table.axes.said(home) or home, table.axes.said(month) or month


def _unnamed(table: Lying) -> list[Problem]:
    """What is said of figures in rows that no label names."""
    columns: dict[int, list[Place]] = {}
    for told, place in table.figures:
        if MEASURE not in told:
            columns.setdefault(place[1], []).append(place)
    return [is_left_alone(table.sheet, "", columns[place], "", None) for place in sorted(columns)]


def upright(sheet: Sheet, dataset: Dataset, index: int, rows: list[list[Cell]], mapped: Mapped) -> Recognised:
    """Rows of cells with their places, the header first, which stood in the row with that index, as a table."""
    stood = {(at, place): cell[1] for at, row in enumerate(rows) for place, cell in enumerate(row) if cell[1]}
    made = replace(
        with_marks(sheet, stood.items()),
        rows=[tuple(value for value, _ in row) for row in rows],
        numbers=[sheet.numbers[index], *(sheet.numbers[_first_below(index, row)] for row in rows[1:])],
        hidden_rows={at for (at, _), (row, _) in stood.items() if row in sheet.hidden_rows},
        part=True,
        origins={at: (column, sheet.numbers[row]) for at, (row, column) in stood.items()},
    )
    headers = {place: [str(text)] for place, (text, _) in enumerate(rows[0]) if text is not None}
    return recognised_as(dataset, made, 0, headers, mapped)


def _first_below(index: int, row: list[Cell]) -> int:
    """The first row below the header with a cell of the table's row: what it is of may stand in the header."""
    return min((place[0] for _, place in row if place and place[0] > index), default=index)


def _rows(table: Lying) -> list[Row]:
    """A row a home and month. A figure that its row has already stands in a row of its own, which the checks find."""
    rows: dict[Key, Row] = {}
    again: list[Row] = []
    for told, place in table.figures:
        name = _name(table, told[MEASURE][0]) if MEASURE in told else None
        figures = rows.setdefault(_of(table, told), (told, {}))[1]
        if name in figures:
            again.append((told, {name: place}))
        elif name:
            figures[name] = place
    return [*rows.values(), *again] or _unfilled(table)


def _unfilled(table: Lying) -> list[Row]:
    """The months of a table in which nobody has written a figure yet: returns that the checks say are blank."""
    every = [table.whole | over for over in table.over.values()]
    return [(told, {}) for told in every if MONTH in told]


def _name(table: Lying, label: object) -> str:
    """The column of a label; of one that is none, the label itself."""
    return table.axes.measure_of(str(label)) or plain_heading(str(label))


def _headings(table: Lying) -> dict[str, Cell]:
    """The header's cells: the labels that name columns, and the labels and headings that are left alone."""
    labels = [told[MEASURE] for told, _ in table.figures if MEASURE in told]
    named: dict[str, Cell] = {_name(table, text): (str(text), place) for text, place in reversed(labels)}
    row = table.sheet.rows[table.index]
    others: dict[str, Cell] = {_beside(place): (row[place], (table.index, place)) for place in table.others}
    return dict(reversed(named.items())) | others


def _beside(place: int) -> str:
    """What a heading goes by that says nothing of the figures under it."""
    return f"column {place}"


def _is_told(table: Lying, kind: str, rows: list[Row], over: list[str]) -> bool:
    """Whether labels say which it is; months by their names alone do not, where nothing says the year. Under another
    month than they say they are faults of their own.
    """
    labels = [told[kind][0] for told, _ in rows if kind in told]
    names = [str(said[1]) for label in labels if (said := table.axes.said(label))]
    others = [text for text in (table.sheet.name, *over) if not NOT_OF_ROWS.search(text)]
    return bool(labels) and (kind == HOME or not names or any(map(month_of, [*names, *others])))


def _key(table: Lying, told: Told, kind: str) -> Cell:
    """A home as it is written; a month with its year."""
    value, place = told.get(kind, (None, None))
    said = table.axes.said(value)
    return said[1] if kind == MONTH and said else value, place


def cell_at(sheet: Sheet, place: Place | None) -> Cell:
    """What stands at a place, with the place; nothing at none."""
    return (sheet.rows[place[0]][place[1]], place) if place else (None, None)
