"""The rows of one recognised sheet: their values, and every fault with its cell. What the checks look at."""

from functools import cached_property
from itertools import compress

from loaders.cell_names import cell_name, column_letters
from loaders.council import Council
from loaders.left_out import Below, below
from loaders.problems import ERROR, Problem
from loaders.reading.book import Sheet
from loaders.recognising import Recognised
from loaders.sheet_names import called, given
from loaders.table import Table
from loaders.values.fault import Fault, shown

MOST_FAULTS = 5_000
"""Of a sheet: one cause stands behind so many, and nobody reads more."""

AN = {"a": "an", "e": "an", "N": "an"}
"""An address, an e-mail address, an NHS number."""


class TooManyFaults(Exception):
    """A sheet has more faults than are listed."""


class Rows:
    """A sheet's rows below its header, but for those that are none of the dataset (loaders.left_out).

    `values` has one list a column of the dataset, None where blank, absent or faulty (loaders.conversion fills it in);
    `met` are the keys met so far in the file, and where."""

    def __init__(self, sheet: Sheet, recognised: Recognised, council: Council, met: dict):
        self.sheet, self.recognised, self.council, self.met = sheet, recognised, council, met
        self.dataset = recognised.dataset
        self.values: dict[str, list] = {}
        self._faults: dict[tuple[int, str], Problem] = {}
        self._beside: list[Problem] = []
        self._left_out: set[int] = set()

    @cached_property
    def below(self) -> Below:
        """Which of the sheet's rows these are. Asked for only once the homes of the file are known."""
        return below(self.sheet, self.recognised, self.council)

    @cached_property
    def numbers(self) -> list[int]:
        """The rows' numbers in the sheet."""
        return [self.sheet.numbers[index] for index in self.below.own]

    @cached_property
    def given(self) -> dict[str, str]:
        """What the sheet's name gives that its rows lack. Asked for only once the homes of the file are known."""
        return given(self.sheet.name, self.recognised, self.council)

    @cached_property
    def called(self) -> dict[str, str]:
        """The home or the month that the sheet is called by, and nothing else."""
        return called(self.sheet.name, self.dataset, self.council)

    def __len__(self) -> int:
        return len(self.below.own)

    def cells(self, name: str) -> list:
        """What stands in a column's cells; None in all of them where the sheet has no such column."""
        place = self.recognised.places.get(name)
        if place is None:
            return [self.given.get(name)] * len(self)
        rows, told = self.sheet.rows, self.called.get(name)
        cells = [rows[index][place] for index in self.below.own]
        return [told if cell is None else cell for cell in cells] if told else cells

    def failed_formulas(self, name: str) -> dict[int, str]:
        """What the cells of failed formulas in a column show, by row."""
        place = self.recognised.places.get(name)
        rows = enumerate(self.below.own if self.sheet.errors else ())
        return {row: self.sheet.errors[index, place] for row, index in rows if (index, place) in self.sheet.errors}

    def having(self, *names: str):
        """The row and its values in these columns, for the rows in which none of them is blank or faulty."""
        for row, values in enumerate(zip(*(self.values[name] for name in names), strict=True)):
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
        if len(self._faults) > MOST_FAULTS:
            raise TooManyFaults

    def note_masked(self, row: int, name: str, kind: str, words: str) -> None:
        """Warns of words in a cell that identify a person, which are masked."""
        fault = Fault(
            "personal-data",
            f"This looks like {AN.get(kind[0], 'a')} {kind}. It is stored as [{kind}]; take it out of the sheet too.",
            f"[{kind}]",
        )
        self._beside.append(self._problem(row, name, fault, words))

    def note_beside(self, problem: Problem) -> None:
        """Names a problem of a cell that is in none of these rows."""
        self._beside.append(problem)

    def leave_out(self, row: int) -> None:
        """Leaves a row out of the table: another one holds in its place."""
        self._left_out.add(row)

    @property
    def problems(self) -> list[Problem]:
        """Every fault named so far."""
        return [*self._faults.values(), *self._beside]

    def table(self) -> Table:
        """The rows, ready to be stored."""
        numbers = self.numbers
        values = {column.name: self.values.get(column.name) or [None] * len(self) for column in self.dataset.columns}
        if self._left_out:
            kept = [row not in self._left_out for row in range(len(self))]
            numbers, values = (
                list(compress(numbers, kept)),
                {name: list(compress(cells, kept)) for name, cells in values.items()},
            )
        return Table(
            self.dataset,
            self.sheet.name,
            self.sheet.numbers[self.recognised.index],
            numbers,
            values,
            {name: column_letters(place) for name, place in self.recognised.places.items()},
        )

    def _problem(self, row: int, name: str, fault: Fault, value: str | None) -> Problem:
        # Where the sheet has no such column, the row's first cell stands for it.
        cell = cell_name(self.recognised.places.get(name, 0), self.numbers[row])
        return Problem(fault.code, fault.message, self.sheet.name, cell, name, value, fault.suggestion)

    def _shown(self, row: int, name: str) -> str | None:
        place, index = self.recognised.places.get(name), self.below.own[row]
        value = None if place is None else self.sheet.errors.get((index, place)) or self.sheet.rows[index][place]
        return None if value is None else shown(value)
