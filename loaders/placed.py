"""The rows of a recognised sheet as they stand there, before any is converted."""

from dataclasses import dataclass
from functools import cached_property

from loaders.council import Council
from loaders.headers import Recognised
from loaders.layouts.parts import titles
from loaders.left_out import Below, below
from loaders.reading.book import Sheet
from loaders.sheet_names import called, given
from loaders.table import cell_of
from loaders.trackers import asked_as, source_of
from loaders.values.fault import in_percent, shown
from qa_data.dictionary import Dataset


@dataclass(frozen=True)
class Placed:
    """A sheet's rows below its header, but for those that are none of the dataset (loaders.left_out)."""

    recognised: Recognised
    below: Below
    given: dict[str, str]
    """What the sheet's name, or a person, gives that its rows lack, by column."""
    called: dict[str, str]
    """The home or the month that the sheet is called by, and nothing else, by column."""

    @property
    def sheet(self) -> Sheet:
        """The sheet that they stand on."""
        return self.recognised.sheet

    @property
    def dataset(self) -> Dataset:
        """What they are rows of."""
        return self.recognised.dataset

    @property
    def places(self) -> dict[str, int]:
        """Where in the sheet each column stands."""
        return self.recognised.places

    @cached_property
    def numbers(self) -> list[int]:
        """The rows' numbers in the sheet."""
        return [self.sheet.numbers[index] for index in self.below.own]

    @cached_property
    def _rows(self) -> list[tuple]:
        return [self.sheet.rows[index] for index in self.below.own]

    def __len__(self) -> int:
        return len(self.below.own)

    def cells(self, name: str) -> list:
        """What stands in a column's cells; None in all of them where the sheet has no such column."""
        place = self.places.get(name)
        if place is None:
            return [self.given.get(name)] * len(self)
        told = self.called.get(name) or self.sheet.given.get(name)
        cells = [row[place] for row in self._rows]
        return [told if cell is None else cell for cell in cells] if told else cells

    def failed_formulas(self, name: str) -> dict[int, str]:
        """What the cells of failed formulas in a column show, by row."""
        place = self.places.get(name)
        if place is None or not self.sheet.errors:
            return {}
        rows = enumerate(self.below.own)
        return {row: self.sheet.errors[index, place] for row, index in rows if (index, place) in self.sheet.errors}

    def cell(self, row: int, name: str) -> str:
        """The A1 reference of a row's cell; where the sheet has no such column, the row's first cell stands for it."""
        return cell_of(self.sheet, self.below.own[row], self.stood.get(name, 0))

    @cached_property
    def stood(self) -> dict[str, int]:
        """Where each column's values stood: its own place, or that of the column it is taken from."""
        taken = self.recognised.taken.items()
        return self.places | {name: self.places[other] for name, other in taken if other in self.places}

    def own_cells(self) -> list[dict[str, str]] | None:
        """Each row's cells by column, where they are not told by its number and the columns' letters alone."""
        sheet, stood = self.sheet, self.stood.items()
        if not (sheet.origins or sheet.part):
            return None
        # Where a table lay on its side, no cell is known of a value that is not there.
        return [
            {
                name: cell_of(sheet, at, place)
                for name, place in stood
                if not sheet.origins or (at, place) in sheet.origins
            }
            for at in self.below.own
        ]

    def percentages(self, name: str) -> list[int]:
        """The rows whose cell in a column is shown as a percentage."""
        place, cells = self.places.get(name), self.sheet.percentages
        return [row for row, index in enumerate(self.below.own) if (index, place) in cells] if cells else []

    def shown(self, row: int, name: str) -> str | None:
        """What a row's cell shows to whoever looks at the sheet; None where it is blank or absent."""
        place, index = self.places.get(name), self.below.own[row]
        value = None if place is None else self.sheet.errors.get((index, place)) or self.sheet.rows[index][place]
        if (index, place) in self.sheet.percentages and isinstance(value, int | float):
            return in_percent(value)
        return None if value is None else shown(value)


def place(recognised: Recognised, council: Council) -> Placed:
    """The sheet's rows, told from totals and notes by the homes that are known."""
    sheet, over, missing = recognised.sheet, titles(recognised.sheet, recognised.index), recognised.missing
    told = sheet.given | given(sheet, over, missing, council)
    whole = called(sheet, recognised.dataset.keys, council)
    if recognised.taken and "source" not in told and (source := _source(recognised, over)):
        told |= {"source": source}
    return Placed(recognised, below(recognised, council, {*told, *whole}), told, whole)


def _source(recognised: Recognised, over: list[str]) -> str | None:
    sheet = recognised.sheet
    return source_of([sheet.name, *reversed(over), sheet.book, *asked_as(recognised)])
