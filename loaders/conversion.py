"""One recognised sheet on its way to rows: each column converted as a whole, every fault noted with its cell."""

from collections.abc import Callable
from datetime import date

from openpyxl.utils import get_column_letter

from loaders.council import Council
from loaders.problems import ERROR, Problem
from loaders.reading.book import Sheet
from loaders.recognising import Recognised
from loaders.table import Table
from loaders.values import choices, dates, numbers, standards
from loaders.values.fault import Fault, shown
from loaders.values.personal import masked
from loaders.values.text import text, text_list
from qa_data.dictionary import Column

NO_DATE_IN_WORDS = {"asap", "ongoing", "on going", "as soon as possible", "immediate", "immediately", "with immediate effect", "tbc",
                    "tbd", "to be confirmed", "next visit", "n/a", "na", "none", "continuous", "-", "not set", "no date", "when possible"}


class Conversion:
    """A sheet's rows below its header. `values` has one list a column of the dataset, None where blank, absent or faulty;
    `refused` are the rows that have an error;
    `met` are the keys met so far in the file, and where."""

    def __init__(self, sheet: Sheet, recognised: Recognised, council: Council, met: dict):
        self.sheet, self.recognised, self.council, self.met = sheet, recognised, council, met
        self.dataset = recognised.dataset
        self.problems: list[Problem] = []
        self._faulty: set[tuple[int, str]] = set()
        self.refused: set[int] = set()
        self._indexes = [index for index in range(recognised.index + 1, len(sheet.rows)) if self._filled(index)]
        self.numbers = [sheet.numbers[index] for index in self._indexes]
        self.values = {column.name: self._convert(column) for column in self.dataset.columns}

    def __len__(self) -> int:
        return len(self._indexes)

    @property
    def header_row(self) -> int:
        """The number of the header row."""
        return self.sheet.numbers[self.recognised.index]

    def rows(self, *names: str):
        """The row's place and its values in these columns, for the rows in which none of them is blank or faulty."""
        for row, values in enumerate(zip(*(self.values[name] for name in names))):
            if None not in values:
                yield row, *values

    def blank(self, row: int, name: str) -> bool:
        """Whether nothing stands there: not where something stands that is wrong."""
        return self.values[name][row] is None and (row, name) not in self._faulty

    def sound(self, row: int, *names: str) -> bool:
        """Whether no fault was named at these cells yet: what follows from a fault is not named again."""
        return not any((row, name) in self._faulty for name in names)

    def take_back_warning(self, row: int, name: str) -> bool:
        """Takes back a warning at a cell that turns out to be an error; False when there was none."""
        cell = self.cell(row, name)
        kept = [problem for problem in self.problems if problem.cell != cell or problem.severity == ERROR]
        taken, self.problems = len(kept) < len(self.problems), kept
        return taken

    def note(self, row: int, name: str, fault: Fault, value=None) -> None:
        """Adds a problem at a cell. A faulty cell counts for nothing in later checks."""
        raw = self._raw(row, name) if value is None else value
        self.problems.append(Problem(fault.code, fault.message, self.sheet.name, self.cell(row, name), name,
                                     None if raw is None else shown(raw), fault.suggestion))
        self._faulty.add((row, name))
        if self.problems[-1].severity == ERROR:
            self.refused.add(row)

    def cell(self, row: int, name: str) -> str:
        """The A1 reference of a row's cell; where the sheet has no such column, of the row's first cell."""
        return f"{get_column_letter(self.recognised.places.get(name, 0) + 1)}{self.numbers[row]}"

    def table(self) -> Table:
        """The converted rows."""
        return Table(self.dataset, self.sheet.name, self.header_row, self.numbers, self.values)

    def _filled(self, index: int) -> bool:
        row = self.sheet.rows[index]
        return any(row[place] is not None or (index, place) in self.sheet.errors for place in self.recognised.places.values())

    def _raw(self, row: int, name: str):
        place = self.recognised.places.get(name)
        if place is None:
            return None
        index = self._indexes[row]
        return self.sheet.errors.get((index, place)) or self.sheet.rows[index][place]

    def _convert(self, column: Column) -> list:
        place = self.recognised.places.get(column.name)
        if place is None:
            return [None] * len(self)
        cells = [self.sheet.rows[index][place] for index in self._indexes]
        failed = self._failed_formulas(place)
        if failed:
            cells = [None if row in failed else value for row, value in enumerate(cells)]
        converted = self._take(column, cells)
        for row in failed:
            self.note(row, column.name, _failed(failed[row]))
        return converted

    def _take(self, column: Column, cells: list) -> list:
        """Each distinct value is converted once; the faults among them are looked up only when there are any."""
        kinds = set(map(type, cells))
        keys = list(zip(map(type, cells), cells)) if bool in kinds else cells
        distinct = dict(zip(keys, cells))
        convert = self._converter(column, [value for value in distinct.values() if value is not None])
        answers = {key: None if value is None else convert(value) for key, value in distinct.items()}
        if column.type == "long text":
            self._mask(column, keys, answers)
        if faults := {key: answer for key, answer in answers.items() if isinstance(answer, Fault)}:
            for row, key in enumerate(keys):
                if key in faults:
                    self.note(row, column.name, faults[key])
            answers |= dict.fromkeys(faults)
        return [answers[key] for key in keys]

    def _mask(self, column: Column, keys: list, answers: dict) -> None:
        found = {}
        for key, answer in answers.items():
            if answer:
                answers[key], found[key] = masked(answer)
        for row, key in enumerate(keys if any(found.values()) else ()):
            for kind, words in found.get(key) or ():
                self.problems.append(Problem(
                    "personal-data", f"This looks like a {kind}. It is stored as [{kind}]; take it out of the sheet too.",
                    self.sheet.name, self.cell(row, column.name), column.name, words, f"[{kind}]"))

    def _failed_formulas(self, place: int) -> dict[int, str]:
        if not self.sheet.errors:
            return {}
        return {row: self.sheet.errors[index, place] for row, index in enumerate(self._indexes) if (index, place) in self.sheet.errors}

    def _converter(self, column: Column, values: list) -> Callable:
        simple = {"text": text, "long text": text, "text list": text_list, "whole number": numbers.whole_number,
                  "yes/no": numbers.yes_or_no, "judgement": choices.judgement, "standards": standards.standards,
                  "standard": standards.one_standard, "home": self.council.home}
        if column.type in simple:
            return simple[column.type]
        if column.type == "choice":
            return lambda value: choices.choice(value, column.choices)
        reader = dates.Dates(values)
        if column.type == "month":
            return reader.month
        return _due_date(reader.day) if column.name == "due" else reader.day


def _failed(text: str) -> Fault:
    if text.startswith("="):
        return Fault("formula-error", "The formula's result was not saved with the file. Open the file in Excel, save it and load it again, "
                     "or put the value itself in the cell.")
    return Fault("formula-error", f"The formula shows {text}. Mend it, or put the value itself in the cell.")


def _due_date(read: Callable[[object], date | Fault]) -> Callable:
    def convert(value) -> date | Fault:
        if isinstance(value, str) and value.strip().lower().rstrip(".!") in NO_DATE_IN_WORDS:
            return Fault("no-due-date", f"“{value.strip()}” is not a date: kept as no due date. Enter one when it is agreed, {dates.EXAMPLE}.")
        return read(value)
    return convert
