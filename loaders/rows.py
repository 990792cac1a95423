"""The rows of one sheet, converted: their values, and every fault with its cell. What the checks look at."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from itertools import compress

from loaders.council import Council
from loaders.faults import Faults
from loaders.placed import Placed
from loaders.problems import ERROR, Problem
from loaders.reading.book import Sheet
from loaders.table import Table, column_letters
from loaders.values.fault import Fault
from qa_data.dictionary import Dataset
from qa_data.wording import listed


@dataclass(frozen=True)
class Rows:
    """Placed rows with their values: one list a column of the dataset, None where blank, absent or faulty. `council`:
    the homes that are known once these rows are."""

    placed: Placed
    values: dict[str, list]
    faults: Faults
    council: Council
    kept: frozenset[str] = frozenset()
    """The columns that the sheet lacks and whose values earlier files gave."""

    @property
    def sheet(self) -> Sheet:
        """The sheet that they stand on."""
        return self.placed.sheet

    @property
    def dataset(self) -> Dataset:
        """What they are rows of."""
        return self.placed.dataset

    def __len__(self) -> int:
        return len(self.placed)

    def holding(self, name: str, values: list) -> "Rows":
        """The same with other values in a column."""
        return replace(self, values=self.values | {name: values})

    def beside(self, kept: dict[str, list]) -> "Rows":
        """The same with what earlier files gave in the columns that the sheet lacks."""
        return replace(self, values=self.values | kept, kept=frozenset(kept))

    def known_to(self, council: Council) -> "Rows":
        """The same with the homes that are known now."""
        return replace(self, council=council)

    def having(self, *names: str) -> Iterator[tuple]:
        """The row and its values in these columns, for the rows in which none of them is blank or faulty."""
        for row, values in enumerate(zip(*(self.values[name] for name in names), strict=True)):
            if None not in values:
                yield row, *values

    def blank(self, row: int, name: str) -> bool:
        """Whether nothing stands there that counts: words for no due date do not, something wrong does."""
        fault = self.faults.of(row, name)
        return self.values[name][row] is None and (fault is None or fault.severity != ERROR)

    def sound(self, row: int, *names: str) -> bool:
        """Whether no fault was named at these cells yet: what follows from a fault is not named again."""
        return not any(self.faults.of(row, name) for name in names)

    def note(self, row: int, name: str, fault: Fault) -> None:
        """Names the fault of a cell. It is the cell's one fault, and the cell counts for nothing in later checks."""
        self.faults.note(row, name, fault)

    def note_at(self, row: int, name: str, fault: Fault) -> None:
        """Names what is said of a cell that keeps its value, beside whatever is wrong with it."""
        self.faults.note_at(row, name, fault)

    def note_between(self, row: int, names: tuple[str, ...], fault: Fault) -> None:
        """Names a fault between these columns at the first, and says which of them an earlier file or another sheet
        gave. Where that is the first, it is kept all the same, and a warning at one that the sheet has says so
        (contradicts-kept); nothing where it gave all.
        """
        own = [name for name in names if name not in self.kept]
        given = [name for name in names if name in self.kept and self.values[name][row] is not None]
        if given:
            headers = listed([self.dataset.column(name).header for name in given])
            fault = replace(
                fault, message=f"{fault.message} An earlier file or another sheet gave {headers}.", suggestion=None
            )
        if own and names[0] in self.kept:
            self.note_at(row, own[0], replace(fault, code="contradicts-kept"))
        elif own:
            self.note(row, own[0], fault)

    def note_beside(self, problem: Problem) -> None:
        """Names a problem of a cell that is in none of these rows."""
        self.faults.note_beside(problem)

    def table(self, left_out: Container[int] = ()) -> Table:
        """The rows, ready to be stored, but for those in whose place others hold."""
        numbers, values, cells = self.placed.numbers, self.values, self.placed.own_cells()
        if left_out:
            kept = [row not in left_out for row in range(len(self))]
            numbers = list(compress(numbers, kept))
            values = {name: list(compress(column, kept)) for name, column in values.items()}
            cells = cells and list(compress(cells, kept))
        stood = self.placed.stood if cells is None else {}
        letters = {name: column_letters(place) for name, place in stood.items()}
        return Table(self.dataset, self.sheet.name, self.placed.recognised.header_row, numbers, values, letters, cells)
