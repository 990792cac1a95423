"""What settling a file changes in it, cell by cell and row by row, in the words of whoever writes it."""

from collections.abc import Iterable, Iterator
from datetime import date

from loaders.corrected.edit import Blank, Cell, Edit, Parts, Title, Value
from loaders.council import Council
from loaders.headers import Recognised
from loaders.layouts.tables import held
from loaders.layouts.workbook import with_the_year
from loaders.numbered import recommendations
from loaders.parting import part_of
from loaders.placed import Placed, place
from loaders.reading.book import Book, Sheet
from loaders.settling import Given, Made, Settlement, Split, settle
from loaders.sheet_names import month_of
from loaders.table import cell_of, cell_place
from loaders.values.dates import Dates
from qa_data.dictionary import Column
from qa_data.dictionary.actions import ACTIONS
from qa_data.scope import of_every_home


def edits(book: Book, name: str, settlements: Iterable[Made], council: Council | None) -> list[Edit]:
    """What makes the file say what was settled in it, by the homes and the headings that are known; None: by those that
    it says itself.
    """
    made, council = list(settlements), council or Council(of_every_home())
    settled, _ = settle(book, made)
    found, _, _ = held(with_the_year(settled.sheets, name), council)
    tables: dict[str, list[Recognised]] = {}
    for each in found:
        tables.setdefault(each.sheet.name, []).append(each)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    there = [each for each in made if each.sheet in sheets]
    columns = _columns(found, {(each.sheet, each.cell) for each in there if isinstance(each, Settlement)})
    values = [_settled(each, columns) for each in there if isinstance(each, Settlement)]
    others = [each for each in there if not isinstance(each, Settlement)]
    made_of_them = (_edits(each, sheets[each.sheet], tables.get(each.sheet, []), council) for each in others)
    return [*values, *(edit for each in made_of_them for edit in each)]


def _settled(each: Settlement, columns: dict[tuple[str, str], Column]) -> Edit:
    place, number = cell_place(each.cell)
    if each.value is None:
        return Blank(each.sheet, number)
    return Cell(each.sheet, place, number, _typed(columns.get((each.sheet, each.cell)), each.value))


def _edits(each: Given | Split, sheet: Sheet, tables: list[Recognised], council: Council) -> Iterator[Edit]:
    return _parts(each, tables) if isinstance(each, Split) else _given(each, sheet, tables, council)


def _columns(found: list[Recognised], wanted: set[tuple[str, str]]) -> dict[tuple[str, str], Column]:
    """Which column of a dataset each of these cells is of, by sheet and cell."""
    rows = {(sheet, cell_place(cell)[1]) for sheet, cell in wanted}
    return {
        (table.sheet.name, cell): table.dataset.column(name)
        for table in found
        for at, number in enumerate(table.sheet.numbers)
        if at > table.index and (table.sheet.origins or (table.sheet.name, number) in rows)
        for name, place in table.places.items()
        if (table.sheet.name, cell := cell_of(table.sheet, at, place)) in wanted
    }


def _rows_of(table: Recognised, number: int) -> list[int]:
    return [at for at, each in enumerate(table.sheet.numbers) if each == number and at > table.index]


def _typed(column: Column | None, text: str) -> Value:
    """A number or a day where the column is one of these and the text names it; else the text."""
    kind = column.type if column else ""
    if kind == "whole number" and text.strip().isdecimal():
        return int(text)
    if kind in ("date", "month"):
        dates = Dates([text])
        day = dates.month(text) if kind == "month" else dates.day(text)
        return day if isinstance(day, date) else text
    return text or None


def _parts(split: Split, tables: list[Recognised]) -> Iterator[Edit]:
    place, number = cell_place(split.cell)
    for table in tables:
        # A form has no row to put another under: its cell stays as it is, and is warned of again.
        if table.dataset is not ACTIONS or table.places.get("action") != place or table.sheet.origins:
            continue
        for at in _rows_of(table, number):
            texts = recommendations(str(table.sheet.rows[at][place]))
            reference = table.places.get("reference")
            of = table.sheet.rows[at][reference] if reference is not None else None
            own: list[dict[int, Value]] = [{place: text} for text in texts]
            for each, row in enumerate(own):
                if reference is not None and of is not None and each:
                    row[reference] = str(part_of(of, each))
            yield Cell(split.sheet, place, number, texts[0])
            yield Parts(split.sheet, number, tuple(own[1:]))


def _given(given: Given, sheet: Sheet, tables: list[Recognised], council: Council) -> Iterator[Edit]:
    width = max((len(row) - _blanks_at_the_end(row) for row in sheet.rows), default=0)
    heads: set[int] = set()
    for table in tables:
        if column := next((each for each in table.dataset.columns if each.name == given.column), None):
            placed = place(table, council)
            if table.sheet.origins:
                yield from _title(given, sheet, placed)
            elif not _left_of_another(table, tables):
                yield from _filled(given, placed, column, width, heads)


def _left_of_another(table: Recognised, tables: list[Recognised]) -> bool:
    """Whether a table stands on its right: a new column at the sheet's right would be that one's. What is given is not
    written then, and asked again.
    """
    last = max(table.places.values())
    return any(each.header_row == table.header_row and max(each.places.values()) > last for each in tables)


def _blanks_at_the_end(row: tuple) -> int:
    return next((count for count, cell in enumerate(reversed(row)) if cell is not None), len(row))


def _filled(given: Given, placed: Placed, column: Column, width: int, heads: set[int]) -> Iterator[Edit]:
    """The value in the rows that lack it; under a heading of its own beside all else where they have no such column."""
    own, table = placed.places.get(column.name), placed.recognised
    if own is None and table.header_row not in heads:
        heads.add(table.header_row)
        yield Cell(given.sheet, width, table.header_row, column.header)
    value = _value(given, placed, column)
    for at in placed.below.own if value is not None else ():
        if own is None or placed.sheet.rows[at][own] is None:
            yield Cell(given.sheet, width if own is None else own, placed.sheet.numbers[at], value)


def _value(given: Given, placed: Placed, column: Column) -> Value:
    """What the rows are given; of a year the month that the sheet's name says then. None where something else tells."""
    told = placed.called.get(column.name) or placed.given.get(column.name) or placed.sheet.given.get(column.name)
    named = column.name == "month" and bool(told) and told == month_of(str(told))
    return _typed(column, told) if told and (told == given.value or named) else None


def _title(given: Given, sheet: Sheet, placed: Placed) -> Iterator[Edit]:
    """A title right over the table and its titles, where it does not stand there already."""
    if given.column in placed.places and given.column != "month":
        return
    top = sheet.numbers.index(placed.recognised.header_row)
    while top and any(cell is not None for cell in sheet.rows[top - 1]):
        top -= 1
    yield Title(given.sheet, sheet.numbers[top], given.value)
