"""The providers' cells, converted a column at a time; what cannot be converted is gathered as problems."""

from collections.abc import Callable

from loaders.ofsted.headers import Header
from loaders.ofsted.values import text
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.table import cell_name
from loaders.values.fault import Fault, shown


class Cells:
    """The rows below the header that hold a provider: a URN or a provision type. Others are blank, or notes."""

    def __init__(self, sheet: Sheet, header: Header):
        self._sheet, self._header = sheet, header
        self.problems: list[Problem] = []
        below = range(header.index + 1, len(sheet.rows))
        self._indexes = [
            index for index in below if any(text(self._at(index, name)) for name in ("urn", "provision_type"))
        ]
        self.numbers = [sheet.numbers[index] for index in self._indexes]

    def column(self, name: str, convert: Callable, *, with_each: list | None = None) -> list:
        """One value a row, each converted (together with the row's value in `with_each`); None where the sheet has
        no such column or the cell has a fault, which is then among the problems.
        """
        if name not in self._header.columns:
            return [None] * len(self._indexes)
        asked = ([self._at(index, name) for index in self._indexes], *([with_each] if with_each else ()))
        answers = {values: convert(*values) for values in set(zip(*asked, strict=True))}
        converted = [answers[values] for values in zip(*asked, strict=True)]
        for row, (answer, values) in enumerate(zip(converted, zip(*asked, strict=True), strict=True)):
            if isinstance(answer, Fault):
                self.note(row, name, answer, values[0])
        self._note_failed_formulas(name)
        return [None if isinstance(answer, Fault) else answer for answer in converted]

    def note(self, row: int, name: str, fault: Fault, value: object = None) -> None:
        """Adds a problem at a provider's cell in a column."""
        cell = cell_name(self._header.columns[name], self.numbers[row])
        self.problems.append(
            Problem(
                fault.code,
                fault.message,
                self._sheet.name,
                cell,
                name,
                None if value is None else shown(value),
                fault.suggestion,
            )
        )

    def _note_failed_formulas(self, name: str) -> None:
        place = self._header.columns[name]
        for row, index in enumerate(self._indexes if self._sheet.errors else ()):
            if error := self._sheet.errors.get((index, place)):
                self.note(
                    row, name, Fault("formula-error", "The formula failed. Put the value itself in the cell."), error
                )

    def _at(self, index: int, name: str) -> object:
        row, place = self._sheet.rows[index], self._header.columns.get(name)
        return row[place] if place is not None and place < len(row) else None
