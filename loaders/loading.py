"""The two things to do with a file: check it, and load it. Both answer what the commands print."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypedDict

from loaders.checking import Checked, check_file
from loaders.council import Council, known_council
from loaders.differing import Differences, differences
from loaders.left_alone import Undecided
from loaders.problems import ProblemTold
from loaders.settling import Settled, Settlement
from loaders.storing import SheetTaken, compared, store_file
from qa_data.scope import Scope
from qa_data.store import Store


class Answer(TypedDict):
    """What came of one file. `upload_id`: None where nothing is stored; `left_alone`: sheets that hold no dataset."""

    file: str
    accepted: bool
    upload_id: str | None
    sha256: str
    sheets: list[SheetTaken]
    left_alone: list[str]
    problems: list[ProblemTold]


class LookedAt(Answer, Differences):
    """As `Answer`, with what loading the file would change, what is settled in it, and the headings of which a person
    can decide what they are.
    """

    settled: list[Settled]
    headings: list[Undecided]


def check(store: Store, scope: Scope, path: Path, file: str | None = None, as_at: date | None = None) -> Answer:
    """What a file holds, what loading it would do and every problem in it; stores nothing. `file` is its name
    towards people.
    """
    checked = _checked(path, file, partial(known_council, store, scope), as_at)
    return _answer(checked, None, compared(store, scope, checked))


def check_all(store: Store, scope: Scope, paths: list[Path], as_at: date | None = None) -> list[Answer]:
    """Each file judged as if those before it that can be loaded had been: a later file may name an earlier one's
    homes.
    """
    return [
        _answer(checked, None, compared(store, scope, checked))
        for checked in _in_turn(store, scope, [(path, ()) for path in paths], as_at)
    ]


def looked_at(store: Store, scope: Scope, files: list[tuple[Path, Iterable[Settlement]]]) -> list[LookedAt]:
    """As `check_all` of files with what is settled in each; and what loading them together would change cell by cell,
    and what an earlier file had that they lack.
    """
    every = list(_in_turn(store, scope, files, None))
    return [
        {
            **_answer(checked, None, compared(store, scope, checked)),
            **differences(store, scope, checked, [other for other in every if other is not checked]),
            "settled": checked.settled,
            "headings": checked.headings,
        }
        for checked in every
    ]


def _in_turn(
    store: Store, scope: Scope, files: list[tuple[Path, Iterable[Settlement]]], as_at: date | None
) -> Iterator[Checked]:
    council = known_council(store, scope)
    for path, settlements in files:
        checked = _checked(path, None, partial(_as_it_is, council), as_at, settlements)
        if checked.accepted and checked.council:
            council = checked.council
        yield checked


def _as_it_is(council: Council) -> Council:
    return council


def load(
    store: Store,
    scope: Scope,
    path: Path,
    by: str,
    file: str | None = None,
    as_at: date | None = None,
    settlements: Iterable[Settlement] = (),
    sample: bool = False,
) -> Answer:
    """Checks a file, with what is settled in it, and stores the whole of it, or nothing when a problem is an error;
    marked where it is of the sample data.
    """
    checked = _checked(path, file, partial(known_council, store, scope), as_at, settlements)
    if not checked.accepted:
        return _answer(checked, None, compared(store, scope, checked))
    return _answer(checked, *store_file(store, scope, checked, by, sample))


def _checked(
    path: Path,
    file: str | None,
    council: Callable[[], Council],
    as_at: date | None,
    settlements: Iterable[Settlement] = (),
) -> Checked:
    return check_file(Path(path), file or Path(path).name, council, as_at, settlements)


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
