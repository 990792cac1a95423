"""A whole file checked: what each sheet holds, and every fault at once."""

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from loaders import ofsted
from loaders.checks import CHECKS
from loaders.checks.duplicates import Met, duplicates
from loaders.checks.sheet_names import SNAPSHOTS
from loaders.conversion import convert
from loaders.council import Council
from loaders.faults import MOST_FAULTS
from loaders.headers import Recognised
from loaders.homes import with_homes
from loaders.lacking import lacking
from loaders.layouts.tables import held
from loaders.layouts.workbook import with_the_year
from loaders.left_alone import Undecided, left_alone, undecided
from loaders.placed import place
from loaders.problems import ERROR, Problem, Refused
from loaders.reading import read
from loaders.reading.book import Book, Sheet
from loaders.references import with_references
from loaders.rows import Rows
from loaders.settling import Settled, Settlement, settle
from loaders.sheet_names import only_month
from loaders.table import Table
from loaders.trackers import read_as
from loaders.values.fault import shown
from qa_data.personal import masked

NO_DATASET = (
    "No sheet has a header row that the dashboard knows. A sheet of visits, for example, has the headers Home, Visit"
    " date and Visit type in one of its first 30 rows. Use the headers of the template."
)
ALL_LEFT_ALONE = (
    "Every sheet of the file is left alone: it says beside each why. Add what it lacks, or load the file that holds the"
    " rows themselves."
)
NO_ROWS = "The sheets have headers but no rows below them. Fill in at least one row, then load the file again."
MORE = (
    f" (More than {MOST_FAULTS:,} cells of the sheet have something wrong, and no more are listed. So many have one"
    " cause, for example a column in the wrong place: mend that first, or check that you chose the right file.)"
)
HIDDEN = "The sheet is hidden but holds data, which is loaded like the rest. Unhide it and check it, or delete it."

AS_ONE = {"homes": with_homes, "actions": with_references}
"""What a dataset's rows need before they are checked: its rows seen together."""


@dataclass
class Checked:
    """What a file holds and what is wrong with it. `tables` can be stored when it is accepted."""

    file: str
    sha256: str = ""
    tables: list[Table] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    headings: list[Undecided] = field(default_factory=list)
    council: Council | None = None
    """The homes that are known once the file is; None where it could not be read."""
    settled: list[Settled] = field(default_factory=list)
    """What a person settled before, as `loaders.settling.settle` tells it, with what identifies a person masked."""

    @property
    def accepted(self) -> bool:
        """Whether the file can be stored: no problem is an error."""
        return not any(problem.severity == ERROR for problem in self.problems)


def check_file(
    path: Path,
    file: str,
    council: Callable[[], Council],
    as_at: date | None,
    settlements: Iterable[Settlement] = (),
    reading: Callable[[Path], Book] = read,
) -> Checked:
    """Reads and checks a file, called `file` towards people, with what a person has settled in it. `as_at` is the day
    that a published file describes when it does not say so itself.
    """
    try:
        # Another process reads; the homes are looked up meanwhile.
        with ThreadPoolExecutor(1) as meanwhile:
            met, known = meanwhile.submit(reading, path), council()
        book, settled = settle(met.result(), settlements)
        checked = check_book(book, file, known, as_at)
        checked.settled = [_masked(each, checked.council or known) for each in settled]
        return checked
    except Refused as refused:
        return Checked(file, _sha256(path), problems=[refused.problem])


def _masked(settled: Settled, council: Council) -> Settled:
    return {**settled, "original": masked([settled["original"]], council.people)[0][0]}


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def check_book(book: Book, file: str, council: Council, as_at: date | None) -> Checked:
    """As `check_file`, for a file that has been read."""
    checked = Checked(file, book.sha256)
    found = _found(checked, with_the_year(book.sheets, file), council, as_at)
    council = council.knowing(name for recognised in found for name in _people(recognised))
    met: Met = {}
    for recognised in _in_turn(found):
        council = _take_sheet(checked, recognised, council, met)
        if not checked.accepted and len(checked.problems) > MOST_FAULTS:
            break
    # What is said of a heading is said once, also where several groups of rows stand under it.
    checked.problems = list(dict.fromkeys([*checked.problems, *_about_the_whole(checked)]))
    checked.headings = undecided(found)
    checked.council = council
    return checked


def _found(checked: Checked, sheets: list[Sheet], council: Council, as_at: date | None) -> list[Recognised]:
    """The tables in the file's sheets. What Ofsted publishes is taken in; the other sheets are left alone."""
    own = []
    for sheet in sheets:
        if ofsted.is_published(sheet):
            _take_published(checked, sheet, as_at)
        else:
            own.append(sheet)
    found, said, left_alone = held(own, council)
    checked.problems += said
    checked.left_alone += left_alone
    return found


def _people(recognised: Recognised) -> set[str]:
    """The names of homes, staff and visitors on the sheet, in small letters."""
    places = [
        recognised.places[column.name]
        for column in recognised.dataset.columns
        if (column.person or column.name == "home") and column.name in recognised.places
    ]
    return {
        shown(cell).strip().lower()
        for place in places
        for cell in {row[place] for row in recognised.sheet.rows[recognised.index + 1 :]}
        if cell
    }


def _take_published(checked: Checked, sheet: Sheet, as_at: date | None) -> None:
    tables, problems = ofsted.convert(sheet, checked.file, as_at)
    checked.tables += tables
    checked.problems += problems + _hidden(sheet)


def _in_turn(found: list[Recognised]) -> list[Recognised]:
    """Homes first, whatever the order of the sheets: the others name them. A tracker's sheets of a month last, the
    latest first: it holds what earlier ones held.
    """

    def turn(recognised: Recognised) -> tuple:
        month = (
            only_month(recognised.sheet.name, recognised.sheet.year) if recognised.dataset.name == SNAPSHOTS else None
        )
        return recognised.dataset.name != "homes", month is not None, -int((month or "0").replace("-", ""))

    return sorted(found, key=turn)


def _take_sheet(checked: Checked, recognised: Recognised, council: Council, met: Met) -> Council:
    """Takes in a sheet's rows and their faults; the homes that are known then."""
    placed = place(recognised, council)
    rows = AS_ONE.get(recognised.dataset.name, lambda rows: rows)(convert(placed, council))
    whole = rows.beside_kept()
    for check in CHECKS:
        check(whole)
    carried = duplicates(rows, met)
    checked.tables.append(rows.table(carried))
    checked.problems += _with_more(rows.faults.problems) if rows.faults.full else _about_sheet(rows)
    return rows.council


def _with_more(problems: list[Problem]) -> list[Problem]:
    *listed, last = problems
    return [*listed, replace(last, message=last.message + MORE)]


def _about_sheet(rows: Rows) -> list[Problem]:
    placed = rows.placed
    hidden = _hidden(rows.sheet) if len(rows) else []
    about = lacking(placed.recognised, placed.given) + left_alone(placed.recognised)
    return hidden + about + read_as(placed.recognised, placed.given.get("source")) + rows.faults.problems


def _hidden(sheet: Sheet) -> list[Problem]:
    return [Problem("hidden-sheet", HIDDEN, sheet.name)] if sheet.hidden else []


def _about_the_whole(checked: Checked) -> list[Problem]:
    said = any(problem.code == "blank-return" for problem in checked.problems)
    if said or not checked.accepted or any(table.rows for table in checked.tables):
        return []
    if checked.tables:
        return [Problem("empty-file", NO_ROWS)]
    return [Problem("no-dataset", ALL_LEFT_ALONE if checked.problems else NO_DATASET)]
