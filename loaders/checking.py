"""A whole file checked: what each sheet holds, and every fault at once."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openpyxl.utils import get_column_letter

from loaders import ofsted
from loaders.checks import CHECKS
from loaders.conversion import Conversion
from loaders.council import Council
from loaders.problems import ERROR, Problem, Refused
from loaders.reading import read
from loaders.reading.book import Book, Sheet
from loaders.recognising import Recognised, recognise
from loaders.references import derive_references
from loaders.table import Table
from loaders.values.fault import shown
from qa_data.plain import plain

NO_DATASET = ("No sheet has a header row that the dashboard knows. A sheet of visits, for example, has the headers Home, Visit date and "
              "Visit type in one of its first 30 rows. Use the headers of the template.")
NO_ROWS = "The sheets have headers but no rows below them. Fill in at least one row, then load the file again."


@dataclass
class Checked:
    """What a file holds and what is wrong with it. `tables` are the rows that have no error."""

    file: str
    sha256: str = ""
    tables: list[Table] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def accepted(self) -> bool:
        """Whether the file can be stored: no problem is an error."""
        return not any(problem.severity == ERROR for problem in self.problems)


def check_file(path: Path, file: str, council: Council, as_at: date | None) -> Checked:
    """Reads and checks a file, called `file` towards people; `council` gains the homes on its Homes sheet.
    `as_at` is the day that a published file describes when it does not say so itself."""
    try:
        return check_book(read(path), file, council, as_at)
    except Refused as refused:
        return Checked(file, _sha256(path), problems=[refused.problem])


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def check_book(book: Book, file: str, council: Council, as_at: date | None) -> Checked:
    """A file that has been read, checked as `check_file` does."""
    checked = Checked(file, book.sha256)
    found: list[tuple[Sheet, Recognised]] = []
    for sheet in book.sheets:
        if ofsted.is_published(sheet):
            _take_published(checked, sheet, as_at)
        elif recognised := recognise(sheet):
            found.append((sheet, recognised))
        else:
            checked.left_alone.append(sheet.name)
    _take_sheets(checked, found, council)
    _judge_as_a_whole(checked)
    return checked


def _take_published(checked: Checked, sheet: Sheet, as_at: date | None) -> None:
    tables, problems = ofsted.convert(sheet, checked.file, as_at)
    checked.tables += tables
    checked.problems += problems + _hidden(sheet)


def _take_sheets(checked: Checked, found: list[tuple[Sheet, Recognised]], council: Council) -> None:
    """Homes first, whatever the order of the sheets: the others name them."""
    met: dict = {}
    for sheet, recognised in sorted(found, key=lambda each: each[1].dataset.name != "homes"):
        checked.problems += _hidden(sheet) + _about_columns(sheet, recognised)
        _take_rows(checked, Conversion(sheet, recognised, council, met))


def _take_rows(checked: Checked, rows: Conversion) -> None:
    if rows.dataset.name == "homes":
        _take_homes(rows)
    if rows.dataset.name == "actions":
        derive_references(rows)
    for check in CHECKS:
        check(rows)
    checked.problems += rows.problems
    checked.tables.append(rows.table())


def _take_homes(rows: Conversion) -> None:
    names = [name and rows.council.new_home(name) for name in rows.values["home"]]
    rows.values["home"] = names
    for home, others, places in zip(names, rows.values["other_names"], rows.values["places"]):
        if home:
            rows.council.add(home, others, places)


def _judge_as_a_whole(checked: Checked) -> None:
    errors = not checked.accepted
    if not checked.tables and not errors:
        checked.problems.append(Problem("no-dataset", NO_DATASET))
    elif not errors and not any(table.rows for table in checked.tables):
        checked.problems.append(Problem("empty-file", NO_ROWS))


def _hidden(sheet: Sheet) -> list[Problem]:
    message = "The sheet is hidden but holds data, which is loaded like the rest. Unhide it and check it, or delete it."
    return [Problem("hidden-sheet", message, sheet.name)] if sheet.hidden else []


def _about_columns(sheet: Sheet, recognised: Recognised) -> list[Problem]:
    header = sheet.rows[recognised.index]
    row = sheet.numbers[recognised.index]
    first = next(place for place, value in enumerate(header) if value is not None)
    missing = [Problem("missing-column", f"The column {column.header} is not there. Add it to the header row.", sheet.name,
                       f"{get_column_letter(first + 1)}{row}", column.name) for column in recognised.missing]
    used = set(recognised.places.values())
    unknown = [Problem("unknown-column", f"The column “{shown(value)}” is not one that the dashboard asks for. It is left alone.",
                       sheet.name, f"{get_column_letter(place + 1)}{row}", None, shown(value))
               for place, value in enumerate(header) if value is not None and plain(shown(value)) and place not in used]
    return missing + unknown
