"""A whole file checked: what each sheet holds, and every fault at once."""

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from loaders import ofsted
from loaders.checked import Checked, about_the_whole, in_order, of_every_home, waiting_for
from loaders.council import Council
from loaders.headers import Recognised
from loaders.layouts.tables import held
from loaders.layouts.workbook import with_the_year
from loaders.left_alone import undecided
from loaders.problems import Refused
from loaders.reading import read
from loaders.reading.book import Book, Sheet
from loaders.settled_rows import with_rows
from loaders.settling import Made, Settled, settle
from loaders.table import joined
from loaders.taking import hidden, taken
from loaders.values.fault import shown
from qa_data.personal import masked


def check_file(
    path: Path,
    file: str,
    council: Callable[[], Council],
    as_at: date | None,
    settlements: Iterable[Made] = (),
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
        checked.settled = [_masked(each, checked.council or known) for each in with_rows(settled, checked.tables)]
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
    checked.problems += of_every_home(checked, council)
    council = council.knowing(name for recognised in found for name in _people(recognised))
    tables, problems, checked.council = taken(found, council)
    checked.tables += joined(tables)
    checked.problems += problems
    checked.problems = in_order(
        [*checked.problems, *about_the_whole(checked), *waiting_for(checked, council)],
        (sheet.name for sheet in book.sheets),
    )
    checked.headings = undecided(found)
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
    checked.problems += problems + hidden(sheet)
