"""A whole file checked: what each sheet holds, and every fault at once."""

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from loaders import ofsted
from loaders.checks import CHECKS
from loaders.checks.sheet_names import SNAPSHOTS
from loaders.conversion import convert
from loaders.council import Council
from loaders.headers import about_columns
from loaders.homes import take_homes
from loaders.problems import ERROR, Problem, Refused
from loaders.reading import read
from loaders.reading.book import Book, Sheet
from loaders.recognising import recognise
from loaders.references import derive_references
from loaders.rows import MOST_FAULTS, Rows, TooManyFaults
from loaders.settling import Settlement, settle
from loaders.sheet_months import only_month
from loaders.table import Table
from loaders.values.fault import shown
from qa_data.personal import masked

NO_DATASET = (
    "No sheet has a header row that the dashboard knows. A sheet of visits, for example, has the headers Home, Visit"
    " date and Visit type in one of its first 30 rows. Use the headers of the template."
)
NO_ROWS = "The sheets have headers but no rows below them. Fill in at least one row, then load the file again."
MORE = (
    f" (More than {MOST_FAULTS:,} cells of the sheet have something wrong, and no more are listed. So many have one"
    " cause, for example a column in the wrong place: mend that first, or check that you chose the right file.)"
)
HIDDEN = "The sheet is hidden but holds data, which is loaded like the rest. Unhide it and check it, or delete it."

FIRST_OF_ALL = {"homes": take_homes, "actions": derive_references}
"""What a dataset's rows need before they are checked."""


@dataclass
class Checked:
    """What a file holds and what is wrong with it. `tables` can be stored when it is accepted."""

    file: str
    sha256: str = ""
    tables: list[Table] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    settled: list[dict] = field(default_factory=list)
    """What a person settled before, as `loaders.settling.settle` tells it, with what identifies a person masked."""

    @property
    def accepted(self) -> bool:
        """Whether the file can be stored: no problem is an error."""
        return not any(problem.severity == ERROR for problem in self.problems)


def check_file(
    path: Path, file: str, council: Callable[[], Council], as_at: date | None, settlements: Iterable[Settlement] = ()
) -> Checked:
    """Reads and checks a file, called `file` towards people, with what a person has settled in it; the council that
    is asked for gains the homes on its Homes sheet. `as_at` is the day that a published file describes when it does
    not say so itself.
    """
    try:
        # Another process reads; the homes are looked up meanwhile.
        with ThreadPoolExecutor(1) as meanwhile:
            reading, known = meanwhile.submit(read, path), council()
        book, settled = settle(reading.result(), settlements)
        checked = check_book(book, file, known, as_at)
        checked.settled = [each | {"original": masked([each["original"]], known.people)[0][0]} for each in settled]
        return checked
    except Refused as refused:
        return Checked(file, _sha256(path), problems=[refused.problem])


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def check_book(book: Book, file: str, council: Council, as_at: date | None) -> Checked:
    """As `check_file`, for a file that has been read."""
    checked = Checked(file, book.sha256)
    found, met = [], {}
    for sheet in book.sheets:
        if ofsted.is_published(sheet):
            _take_published(checked, sheet, as_at)
        elif recognised := recognise(sheet):
            found.append(Rows(sheet, recognised, council, met))
        else:
            checked.left_alone.append(sheet.name)
    council.people |= {name for rows in found for name in _people(rows)}
    for rows in _in_turn(found):
        _take_rows(checked, rows)
        if len(checked.problems) > MOST_FAULTS:
            break
    checked.problems += _about_the_whole(checked)
    return checked


def _people(rows: Rows) -> set[str]:
    """The names of homes, staff and visitors on the sheet, in small letters."""
    places = [
        rows.recognised.places[column.name]
        for column in rows.dataset.columns
        if (column.person or column.name == "home") and column.name in rows.recognised.places
    ]
    return {
        shown(cell).strip().lower()
        for place in places
        for cell in {row[place] for row in rows.sheet.rows[rows.recognised.index + 1 :]}
        if cell
    }


def _take_published(checked: Checked, sheet: Sheet, as_at: date | None) -> None:
    tables, problems = ofsted.convert(sheet, checked.file, as_at)
    checked.tables += tables
    checked.problems += problems + _hidden(sheet)


def _in_turn(found: list[Rows]) -> list[Rows]:
    """Homes first, whatever the order of the sheets: the others name them. A tracker's sheets of a month last, the
    latest first: it holds what earlier ones held.
    """

    def turn(rows: Rows) -> tuple:
        month = only_month(rows.sheet.name) if rows.dataset.name == SNAPSHOTS else None
        return rows.dataset.name != "homes", month is not None, -int((month or "0").replace("-", ""))

    return sorted(found, key=turn)


def _take_rows(checked: Checked, rows: Rows) -> None:
    try:
        _judge(rows)
    except TooManyFaults:
        *listed, last = rows.problems
        checked.problems += [*listed, replace(last, message=last.message + MORE)]
        checked.tables.append(rows.table())
        return
    checked.problems += (
        (_hidden(rows.sheet) if len(rows) else [])
        + about_columns(rows.sheet, rows.recognised, rows.given)
        + rows.problems
    )
    checked.tables.append(rows.table())


def _judge(rows: Rows) -> None:
    convert(rows)
    if first := FIRST_OF_ALL.get(rows.dataset.name):
        first(rows)
    for check in CHECKS:
        check(rows)


def _hidden(sheet: Sheet) -> list[Problem]:
    return [Problem("hidden-sheet", HIDDEN, sheet.name)] if sheet.hidden else []


def _about_the_whole(checked: Checked) -> list[Problem]:
    if not checked.accepted or any(table.rows for table in checked.tables):
        return []
    return [Problem("empty-file", NO_ROWS) if checked.tables else Problem("no-dataset", NO_DATASET)]
