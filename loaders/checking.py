"""A whole file checked: what each sheet holds, and every fault at once."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from loaders import ofsted
from loaders.checked import Checked, about_the_whole, in_order, of_every_home, waiting_for
from loaders.council import Council
from loaders.headers import Recognised
from loaders.layouts.tables import held
from loaders.layouts.workbook import with_the_year
from loaders.left_alone import undecided
from loaders.met import also_masked, childrens, masked_of, met_on
from loaders.problems import Problem, Refused
from loaders.reading import read
from loaders.reading.book import Book, Sheet
from loaders.reading.held import Held
from loaders.settled_rows import with_rows
from loaders.settling import Made, Settled, settle
from loaders.table import joined
from loaders.taking import hidden, taken
from loaders.values.fault import shown
from qa_data.dictionary import DATASETS
from qa_data.dictionary.homes import HOMES
from qa_data.personal import masked, masked_title

LONG = {column.name for dataset in DATASETS for column in dataset.columns if column.type == "long text"}
"""The columns that people write freely."""


def check_file(
    path: Path | Held,
    file: str,
    council: Callable[[], Council],
    as_at: date | None,
    settlements: Iterable[Made] = (),
    reading: Callable[[Path | Held], Book] = read,
) -> Checked:
    """Reads and checks a file, called `file` towards people, with what a person has settled in it. `as_at` is the day
    that a published file describes when it does not say so itself.
    """
    try:
        book, settled = settle(reading(path), settlements)
        known = council()  # only now: nobody need hold the store while a file is read
        checked = check_book(book, file, known, as_at)
        people = (checked.council or known).people
        checked.settled = [_masked(each, people) for each in with_rows(settled, checked.tables)]
        return _called(checked, people)
    except Refused as refused:
        return _called(Checked(file, _sha256(path), problems=[refused.problem]), frozenset())


def _masked(settled: Settled, people: frozenset[str]) -> Settled:
    told = masked([settled["original"], settled["settled"] if settled["column"] in LONG else None], people)[0]
    return {**settled, "original": told[0], "settled": told[1] or settled["settled"]}


def _called(checked: Checked, people: frozenset[str]) -> Checked:
    """With the file's name masked, and a warning where it or a sheet's name has a person's in it."""
    told, found = masked_title(checked.file, people)
    sheets = dict.fromkeys(table.sheet for table in checked.tables)
    called: list[tuple[str, str | None, str]] = [("file", None, words) for words in found]
    called += [("sheet", sheet, words) for sheet in sheets for words in masked_title(sheet, people)[1]]
    checked.file = told
    checked.problems = [*(_in_name(*each) for each in called), *checked.problems]
    return checked


def _in_name(of: str, sheet: str | None, words: str) -> Problem:
    said = f"The {of}'s name has what looks like a person's in it. It is stored masked; give the {of} another name."
    return Problem("personal-data", said, sheet, value=words)


def _sha256(path: Path | Held) -> str:
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
    council = council.knowing(name for recognised in found for name in _homes(recognised))
    council = council.having_met(met_on(found, council.people))
    tables, problems, checked.council = taken(found, council)
    checked.tables += joined(tables)
    checked.problems += [*problems, *childrens(found, problems), *also_masked(found, problems, council.people)]
    checked.met = masked_of(dict(council.met), problems)
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


def _homes(recognised: Recognised) -> set[str]:
    """The names of homes on a sheet of homes, in small letters."""
    if recognised.dataset is not HOMES or "home" not in recognised.places:
        return set()
    place = recognised.places["home"]
    cells = {row[place] for row in recognised.sheet.rows[recognised.index + 1 :]}
    return {shown(cell).strip().lower() for cell in cells if cell}


def _take_published(checked: Checked, sheet: Sheet, as_at: date | None) -> None:
    tables, problems = ofsted.convert(sheet, checked.file, as_at)
    checked.tables += tables
    checked.problems += problems + hidden(sheet)
