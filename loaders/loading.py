"""The two things to do with a file: check it, and load it. Both answer what the commands print."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, partial
from pathlib import Path
from time import perf_counter
from typing import TypedDict

from loaders.checked import Checked
from loaders.checking import check_file
from loaders.comparing import SheetTaken
from loaders.council import Council, known_council
from loaders.differing import Differences, Lacking, looked_through, still_kept
from loaders.left_alone import Undecided
from loaders.mapped import Mapped, known_mapped
from loaders.met import MetInFile
from loaders.problems import ProblemTold
from loaders.reading import read
from loaders.reading.held import Held
from loaders.remembered import Remembered, remembered
from loaders.settling import Made, Settled
from loaders.storing import compared, store_file, together
from loaders.together import Reading, homes_first
from qa_data.dictionary.homes import HOMES
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.telling import since, tell

ToLoad = tuple[Path | Held, Iterable[Made]]
"""A file, and what is settled in it."""


class Answer(TypedDict):
    """What came of one file. `upload_id`: None where nothing is stored; `left_alone`: sheets that hold no dataset."""

    file: str
    accepted: bool
    upload_id: str | None
    sha256: str
    sheets: list[SheetTaken]
    left_alone: list[str]
    problems: list[ProblemTold]


class Loaded(Answer):
    """As `Answer`, with the rows that an earlier file had of the same homes and times, which this one lacks and which
    are kept.
    """

    lacking: list[Lacking]


class Layout(TypedDict):
    """How a sheet lies: the columns that it has, by name, and whether its tables lie on their side."""

    columns: list[str]
    turned: bool


class LookedAt(Answer, Differences):
    """As `Answer`, with what loading the file would change, what is settled in it, the headings of which a person
    can decide what they are, what was settled before of cells like its faulty ones, how its sheets lie, by name, the
    homes that it may name, and the names in its columns for people that are masked in its texts.
    """

    settled: list[Settled]
    headings: list[Undecided]
    remembered: list[Remembered]
    layouts: dict[str, Layout]
    homes: list[str]
    met: list[MetInFile]


def check(store: Store, scope: Scope, path: Path, file: str | None = None, as_at: date | None = None) -> Answer:
    """What a file holds, what loading it would do and every problem in it; stores nothing. `file` is its name
    towards people.
    """
    checked = _checked(path, file, partial(known_council, store, scope), as_at)
    return _answer(checked, None, compared(store, scope, checked))


def check_all(store: Store, scope: Scope, paths: list[Path], as_at: date | None = None) -> list[LookedAt]:
    """As `looked_at`, where nothing is settled."""
    return looked_at(store, scope, [(path, ()) for path in paths], as_at)


def looked_at(store: Store, scope: Scope, files: list[ToLoad], as_at: date | None = None) -> list[LookedAt]:
    """Each file, answered in the order given, judged as if those before it that can be loaded had been, the files with
    a sheet of homes first: another file may name its homes. With what is settled in each, what loading them together
    would change cell by cell, and what an earlier file had that they lack.
    """
    every = _in_turn(store, scope, files, as_at)
    with store.snapshot():
        return [
            _looked_at(store, scope, checked, [other for other in every if other is not checked]) for checked in every
        ]


def _looked_at(store: Store, scope: Scope, checked: Checked, beside: list[Checked]) -> LookedAt:
    there, changed = looked_through(store, scope, checked, beside)
    return {
        **_answer(checked, None, together(there)),
        **changed,
        "settled": checked.settled,
        "headings": checked.headings,
        "remembered": remembered(store, scope, checked),
        "layouts": _layouts(checked),
        "homes": sorted(checked.council.places) if checked.council else [],
        "met": checked.met,
    }


def _layouts(checked: Checked) -> dict[str, Layout]:
    told: dict[str, Layout] = {}
    for table in checked.tables:
        each = told.setdefault(table.sheet, Layout(columns=[], turned=False))
        each["columns"] += sorted(table.stood.difference(each["columns"]))
        each["turned"] |= table.cells is not None
    return told


def load_all(store: Store, scope: Scope, files: list[ToLoad], by: str, as_at: date | None = None) -> list[Loaded]:
    """Loads each file, with what is settled in it, as `load`; in turn and in the order of `check_all`."""
    answers: dict[int, Answer] = {}
    refused: list[Checked] = []
    for place, reading in homes_first([path for path, _ in files], lambda: _let_go(store, known_mapped(store, scope))):
        path, settlements = files[place]
        council = partial(_known_beside, store, scope, refused)
        checked = _checked(path, None, council, as_at, settlements, reading)
        answers[place] = _taken(store, scope, checked, by)
        refused += [] if checked.accepted else [checked]
    return _with_what_is_kept(store, scope, [answers[place] for place in range(len(files))])


def _let_go(store: Store, mapped: Mapped) -> Mapped:
    """The same, and the store is let go of: to read files takes far longer than to store or compare them."""
    store.let_go()
    return mapped


def _with_what_is_kept(store: Store, scope: Scope, answers: list[Answer]) -> list[Loaded]:
    uploads = [upload for answer in answers if (upload := answer["upload_id"])]
    told = {each: still_kept(store, scope, each, [other for other in uploads if other != each]) for each in uploads}
    return [Loaded(**answer, lacking=told.get(answer["upload_id"] or "", [])) for answer in answers]


def _known_beside(store: Store, scope: Scope, refused: list[Checked]) -> Council:
    council = known_council(store, scope)
    for checked in refused:
        council = _waiting(council, checked)
    return council


def _in_turn(store: Store, scope: Scope, files: list[ToLoad], as_at: date | None) -> list[Checked]:
    known = cache(partial(known_council, store, scope))
    council: Callable[[], Council] = known
    judged = {}
    for place, reading in homes_first([path for path, _ in files], lambda: _let_go(store, known().mapped)):
        path, settlements = files[place]
        checked = judged[place] = _checked(path, None, council, as_at, settlements, reading)
        council = partial(_as_it_is, _beside(council(), checked))
    return [judged[place] for place in range(len(files))]


def _beside(council: Council, checked: Checked) -> Council:
    """The council once that file is as good as stored, or waits."""
    if checked.accepted and checked.council:
        return checked.council.after(checked.tables)
    return _waiting(council, checked)


def _waiting(council: Council, checked: Checked) -> Council:
    """The council with the homes of a refused file: what other files say of them can be judged, and waits for it."""
    homes = [home for table in checked.tables if table.dataset is HOMES for home in table.columns["home"] if home]
    return council.waiting_for(checked.file, checked.council, homes) if checked.council else council


def _as_it_is(council: Council) -> Council:
    return council


def load(
    store: Store,
    scope: Scope,
    path: Path,
    by: str,
    file: str | None = None,
    as_at: date | None = None,
    settlements: Iterable[Made] = (),
    sample: bool = False,
) -> Answer:
    """Checks a file, with what is settled in it, and stores the whole of it, or nothing when a problem is an error;
    marked where it is of the sample data.
    """
    checked = _checked(path, file, partial(known_council, store, scope), as_at, settlements)
    return _taken(store, scope, checked, by, sample)


def _taken(store: Store, scope: Scope, checked: Checked, by: str, sample: bool = False) -> Answer:
    if not checked.accepted:
        tell("load", accepted=0, problems=len(checked.problems))
        return _answer(checked, None, compared(store, scope, checked))
    begun = perf_counter()
    upload_id, sheets = store_file(store, scope, checked, by, sample)
    tell("load", accepted=1, rows=sum(sheet["rows"] for sheet in sheets), ms=since(begun))
    return _answer(checked, upload_id, sheets)


def _checked(
    path: Path | Held,
    file: str | None,
    council: Callable[[], Council],
    as_at: date | None,
    settlements: Iterable[Made] = (),
    reading: Reading = read,
) -> Checked:
    return check_file(path, file or path.name, council, as_at, settlements, reading)


def _answer(checked: Checked, upload_id: str | None, sheets: list[SheetTaken]) -> Answer:
    """One file's answer, as JSON has it."""
    return {
        "file": checked.file,
        "accepted": checked.accepted,
        "upload_id": upload_id,
        "sha256": checked.sha256,
        "sheets": sheets,
        "left_alone": checked.left_alone,
        "problems": [problem.as_json() for problem in checked.problems],
    }
