"""The rows of one recognised sheet: their values, and every fault with its cell. What the checks look at."""

import re
from functools import cached_property
from operator import itemgetter

from loaders.cell_names import cell_name, column_letters
from loaders.council import Council
from loaders.problems import ERROR, Problem
from loaders.reading.book import Sheet
from loaders.recognising import Recognised
from loaders.sheet_names import given
from loaders.table import Table
from loaders.values.fault import Fault, shown

TOTAL = re.compile(r"\s*(?:grand\s+|sub[\s-]*)?totals?\b|\s*(?:sum|average|mean)\s*$", re.IGNORECASE)

AN = {"e": "an", "N": "an"}
"""An e-mail address, an NHS number."""


class Rows:
    """A sheet's rows below its header, but for those that are blank in every column asked for.

    `values` has one list a column of the dataset, None where blank, absent or faulty (loaders.conversion fills it in);
    `numbers` are the rows' numbers in the sheet; `met` the keys met so far in the file, and where."""

    def __init__(self, sheet: Sheet, recognised: Recognised, council: Council, met: dict):
        self.sheet, self.recognised, self.council, self.met = sheet, recognised, council, met
        self.dataset = recognised.dataset
        self.values: dict[str, list] = {}
        self._faults: dict[tuple[int, str], Problem] = {}
        self._masked: list[Problem] = []
        self._indexes = self._filled()
        self.numbers = [sheet.numbers[index] for index in self._indexes]

    def _filled(self) -> list[int]:
        places = self.recognised.places.values()
        asked = itemgetter(*places)
        failed = {index for index, place in self.sheet.errors if place in places}
        below = range(self.recognised.index + 1, len(self.sheet.rows))
        blank = asked((None,) * len(self.sheet.rows[self.recognised.index]))
        filled = [index for index in below if asked(self.sheet.rows[index]) != blank or index in failed]
        totals = self._totals(filled)
        return [index for index in filled if index not in totals] if totals else filled

    def _totals(self, filled: list[int]) -> set[int]:
        """The rows that add up others: where their home, date or month should stand, the word Total does."""
        rows, found = self.sheet.rows, set()
        for place in (self.recognised.places.get(column.name) for column in self.dataset.keys if column.type in ("home", "date", "month")):
            words = {cell for cell in {rows[index][place] for index in filled} if isinstance(cell, str) and TOTAL.match(cell)} if place is not None else ()
            found |= {index for index in filled if rows[index][place] in words} if words else set()
        return found

    @cached_property
    def given(self) -> dict[str, str]:
        """What the sheet's name gives that its rows lack. Asked for only once the homes of the file are known."""
        return given(self.sheet.name, self.recognised, self.council)

    def __len__(self) -> int:
        return len(self._indexes)

    def cells(self, name: str) -> list:
        """What stands in a column's cells; None in all of them where the sheet has no such column."""
        place = self.recognised.places.get(name)
        if place is None:
            return [self.given.get(name)] * len(self)
        rows = self.sheet.rows
        return [rows[index][place] for index in self._indexes]

    def failed_formulas(self, name: str) -> dict[int, str]:
        """What the cells of failed formulas in a column show, by row."""
        place = self.recognised.places.get(name)
        rows = enumerate(self._indexes if self.sheet.errors else ())
        return {row: self.sheet.errors[index, place] for row, index in rows if (index, place) in self.sheet.errors}

    def having(self, *names: str):
        """The row and its values in these columns, for the rows in which none of them is blank or faulty."""
        for row, values in enumerate(zip(*(self.values[name] for name in names))):
            if None not in values:
                yield row, *values

    def blank(self, row: int, name: str) -> bool:
        """Whether nothing stands there that counts: words for no due date do not, something wrong does."""
        fault = self._faults.get((row, name))
        return self.values[name][row] is None and (fault is None or fault.severity != ERROR)

    def sound(self, row: int, *names: str) -> bool:
        """Whether no fault was named at these cells yet: what follows from a fault is not named again."""
        return not any((row, name) in self._faults for name in names)

    def note(self, row: int, name: str, fault: Fault) -> None:
        """Names the fault of a cell. It is the cell's one fault, and the cell counts for nothing in later checks."""
        self._faults[row, name] = self._problem(row, name, fault, self._shown(row, name))

    def note_masked(self, row: int, name: str, kind: str, words: str) -> None:
        """Warns of words in a cell that identify a person, which are masked."""
        fault = Fault("personal-data", f"This looks like {AN.get(kind[0], 'a')} {kind}. It is stored as [{kind}]; take it out of the sheet too.", f"[{kind}]")
        self._masked.append(self._problem(row, name, fault, words))

    @property
    def problems(self) -> list[Problem]:
        """Every fault named so far."""
        return [*self._faults.values(), *self._masked]

    def table(self) -> Table:
        """The rows, ready to be stored."""
        return Table(self.dataset, self.sheet.name, self.sheet.numbers[self.recognised.index], self.numbers, self.values,
                     {name: column_letters(place) for name, place in self.recognised.places.items()})

    def _problem(self, row: int, name: str, fault: Fault, value: str | None) -> Problem:
        # Where the sheet has no such column, the row's first cell stands for it.
        cell = cell_name(self.recognised.places.get(name, 0), self.numbers[row])
        return Problem(fault.code, fault.message, self.sheet.name, cell, name, value, fault.suggestion)

    def _shown(self, row: int, name: str) -> str | None:
        place, index = self.recognised.places.get(name), self._indexes[row]
        value = None if place is None else self.sheet.errors.get((index, place)) or self.sheet.rows[index][place]
        return None if value is None else shown(value)
