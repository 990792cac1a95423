"""What a person settles on the Upload page before a file is stored: another value for a cell, its row left out, what a
column holds that the sheet lacks, or a cell of several recommendations made into rows. The commands never do.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypedDict

from loaders.layouts.workbook import year_said
from loaders.numbered import recommendations
from loaders.reading.book import Book, Sheet
from loaders.table import cell_place
from loaders.values.fault import shown

GIVEABLE = ("missing-column", "lies-on-its-side", "sheet-left-alone", "second-table")
"""The problems that a `Given` settles; those of them that it can name the column that is lacking."""


@dataclass(frozen=True)
class Settlement:
    """What is taken instead of what stands in a cell, blank where that is an empty text; without a value its whole row
    is left out.
    """

    sheet: str
    cell: str
    value: str | None = None


@dataclass(frozen=True)
class Given:
    """What all rows of a sheet have in a column (by its name: home, month) that it lacks or that they leave blank, as a
    person types it. Of months by their names alone the year will do: 2026, or 2026-27 from April on.
    """

    sheet: str
    column: str
    value: str


@dataclass(frozen=True)
class Split:
    """A cell of several numbered recommendations: each becomes a row of its own, the row's other cells repeated."""

    sheet: str
    cell: str


Made = Settlement | Given | Split


class Settled(TypedDict):
    """A settlement that was made, with what stood there. `cell` and `sheet_row`: None of what a whole sheet is given;
    `dataset`, `column` and `home`: of the row that is stored, None where none is.
    """

    sheet: str
    cell: str | None
    sheet_row: int | None
    original: str | None
    """None where the cell was blank; the whole row where it is left out."""
    settled: str | None
    """None where the row is left out."""
    dataset: str | None
    column: str | None
    home: str | None
    split: int | None
    """Of a cell of several recommendations, how many rows it became."""


@dataclass
class _Settling:
    """A sheet while it is being settled: where each of its rows is, and what has become of them."""

    sheet: Sheet
    rows: list[tuple]
    errors: dict[tuple[int, int], str]
    given: dict[str, str] = field(default_factory=dict)
    splits: set[str] = field(default_factory=set)
    unmerged: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.index = {number: at for at, number in enumerate(self.sheet.numbers)}

    def made(self, each: Made) -> Settled | None:
        """Makes a settlement and tells it; None where the sheet has no such cell."""
        if isinstance(each, Given):
            self.given[each.column] = each.value
            return _told(each, None, each.value, column=each.column)
        column, number = cell_place(each.cell)
        at = self.index.get(number)
        if at is None or column >= len(self.rows[at]):
            return None
        return self._split(each, at, column) if isinstance(each, Split) else self._settled(each, at, column)

    def _split(self, each: Split, at: int, column: int) -> Settled | None:
        text = self.rows[at][column]
        count = len(recommendations(text)) if isinstance(text, str) else 1
        if count < 2:
            return None
        self.splits.add(each.cell)
        return _told(each, text, f"{count} rows of their own", split=count)

    def _settled(self, each: Settlement, at: int, column: int) -> Settled:
        stood, row, left_out = self._stood(each, at, column), self.rows[at], each.value is None
        # A blank row is no row: what is left out needs no other mark.
        self.rows[at] = (None,) * len(row) if left_out else (*row[:column], each.value or None, *row[column + 1 :])
        for place in range(len(row)) if left_out else (column,):
            self.errors.pop((at, place), None)
            self.unmerged |= {(at, place)} & self.sheet.merged.keys()
        return _told(each, stood, each.value)

    def _stood(self, each: Settlement, at: int, column: int) -> str | None:
        sheet = self.sheet
        cells = [sheet.errors.get((at, place), cell) for place, cell in enumerate(sheet.rows[at])]
        stood = cells if each.value is None else cells[column : column + 1]
        return " · ".join(shown(cell) for cell in stood if cell is not None) or None

    def done(self) -> Sheet:
        """The sheet as it is settled. A year that is given is that of its months, and no month."""
        year = year_said(self.given.get("month", ""))
        given = {name: value for name, value in self.given.items() if not (name == "month" and year)}
        return replace(
            self.sheet,
            rows=self.rows,
            errors=self.errors,
            given=given,
            splits=frozenset(self.splits),
            unmerged=self.unmerged,
            year=year or self.sheet.year,
        )


def settle(book: Book, settlements: Iterable[Made]) -> tuple[Book, list[Settled]]:
    """The book with the settlements made, and each with what stood there."""
    settling: dict[str, _Settling] = {}
    as_given = {sheet.name: sheet for sheet in book.sheets}
    told: list[Settled] = []
    for each in settlements:
        if sheet := as_given.get(each.sheet):
            its = settling.setdefault(each.sheet, _Settling(sheet, list(sheet.rows), dict(sheet.errors)))
            told += filter(None, [its.made(each)])
    sheets = (settling[sheet.name].done() if sheet.name in settling else sheet for sheet in book.sheets)
    return (replace(book, sheets=tuple(sheets)), told) if settling else (book, told)


def _told(
    each: Made, original: str | None, settled: str | None, column: str | None = None, split: int | None = None
) -> Settled:
    cell = None if isinstance(each, Given) else each.cell
    return {
        "sheet": each.sheet,
        "cell": cell,
        "sheet_row": cell_place(cell)[1] if cell else None,
        "original": original,
        "settled": settled,
        "dataset": None,
        "column": column,
        "home": None,
        "split": split,
    }
