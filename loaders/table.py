"""A table in a sheet: the rows of one dataset found there, and how a spreadsheet program names its cells."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from loaders.reading.book import Sheet
from qa_data.dictionary import Dataset

CELL = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True)
class Table:
    """Columns of equal length, ready to be stored: None where the sheet is blank or has no such column."""

    dataset: Dataset
    sheet: str
    header_row: int
    rows: list[int]
    """Each row's number in the sheet."""
    columns: dict[str, list]
    letters: dict[str, str] = field(default_factory=dict)
    """In which column of the sheet each column stands; nothing where each row has cells of its own."""
    cells: list[dict[str, str]] | None = None
    """Each row's cells by column, where not all of them stand in the same columns of one sheet."""

    @cached_property
    def stood(self) -> frozenset[str]:
        """The columns of the sheet; none where the table is made of no such."""
        return frozenset(self.letters).union(*self.cells or ())

    @cached_property
    def had(self) -> list[str]:
        """The columns of which it says something in every row, if only that it is blank: those of the sheet, and those
        that something else gave. All of them where it has none of a sheet.
        """
        blanks = len(self.rows)
        return [
            name
            for name in self.dataset.names
            if not self.stood or name in self.stood or self.columns[name].count(None) < blanks
        ]

    @property
    def lacking(self) -> list[str]:
        """The columns of which it says nothing: what earlier files gave is kept."""
        had = set(self.had)
        return [name for name in self.dataset.names if name not in had]


def stacked(tables: Iterable[Table], alike: Callable[[Table], tuple]) -> dict[tuple, Table]:
    """The tables that are alike in that, their dataset and their columns, each lot as one."""
    lots: dict[tuple, list[Table]] = {}
    for each in tables:
        lots.setdefault(alike(each), []).append(each)
    return {about: _one(*lot) if len(lot) > 1 else lot[0] for about, lot in lots.items()}


def joined(tables: Iterable[Table]) -> list[Table]:
    """The tables, those of one sheet with the same columns as one: a sheet may hold many."""
    return list(stacked(tables, lambda each: (each.dataset, each.sheet, *each.had)).values())


def _one(*every: Table) -> Table:
    return replace(
        every[0],
        rows=[row for each in every for row in each.rows],
        columns={name: [cell for each in every for cell in each.columns[name]] for name in every[0].columns},
        cells=[row for each in every for row in each.cells or ()] or None,
    )


def column_letters(place: int) -> str:
    """The letters of a column, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def cell_name(place: int, number: int) -> str:
    """The A1 reference of the cell at an index of column and a number of row: (0, 12) is A12, (26, 3) is AA3."""
    return f"{column_letters(place)}{number}"


def cell_of(sheet: Sheet, index: int, place: int) -> str:
    """The A1 reference of a sheet's cell, also where the table was turned upright since."""
    return cell_name(*sheet.origins.get((index, place), (place, sheet.numbers[index])))


def cell_place(name: str) -> tuple[int, int]:
    """The index of column and the number of row of an A1 reference: A12 is (0, 12). ValueError if it is none."""
    named = CELL.fullmatch(name)
    if not named:
        raise ValueError(f"{name} names no cell.")
    place = 0
    for letter in named[1]:
        place = place * 26 + ord(letter) - 64
    return place - 1, int(named[2])
