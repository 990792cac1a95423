"""The two things to do with a file: check it, and load it. Both answer what the commands print."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from datetime import date
from functools import partial
from pathlib import Path

from loaders.checking import Checked, check_file
from loaders.council import Council, known_council
from loaders.differing import differences
from loaders.settling import Settlement
from loaders.storing import compared, store_file
from qa_data.store import Store


def check(store: Store, path: Path, file: str | None = None, as_at: date | None = None) -> dict:
    """What a file holds, what loading it would do and every problem in it; stores nothing. `file` is its name
    towards people.
    """
    checked = _checked(path, file, partial(known_council, store), as_at)
    return _answer(checked, None, compared(store, checked))


def check_all(store: Store, paths: list[Path], as_at: date | None = None) -> list[dict]:
    """Each file judged as if those before it that can be loaded had been: a later file may name an earlier one's
    homes.
    """
    return [
        _answer(checked, None, compared(store, checked))
        for checked in _in_turn(store, [(path, ()) for path in paths], as_at)
    ]


def looked_at(store: Store, files: list[tuple[Path, Iterable[Settlement]]]) -> list[dict]:
    """As `check_all` of files with what is settled in each, which the answer tells (`settled`, as
    `loaders.settling.settle`); and what loading them together would change cell by cell, and what an earlier file
    had that they lack (as `loaders.differing.differences`).
    """
    every = list(_in_turn(store, files, None))
    return [
        _answer(checked, None, compared(store, checked))
        | differences(store, checked, [other for other in every if other is not checked])
        | {"settled": checked.settled}
        for checked in every
    ]


def _in_turn(store: Store, files: list[tuple[Path, Iterable[Settlement]]], as_at: date | None) -> Iterator[Checked]:
    council = known_council(store)
    for path, settlements in files:
        trial = deepcopy(council)
        checked = _checked(path, None, lambda: trial, as_at, settlements)
        council = trial if checked.accepted else council
        yield checked


def load(
    store: Store,
    path: Path,
    by: str,
    file: str | None = None,
    as_at: date | None = None,
    settlements: Iterable[Settlement] = (),
) -> dict:
    """Checks a file, with what is settled in it, and stores the whole of it, or nothing when a problem is an error."""
    checked = _checked(path, file, partial(known_council, store), as_at, settlements)
    if not checked.accepted:
        return _answer(checked, None, compared(store, checked))
    return _answer(checked, *store_file(store, checked, by))


def _checked(
    path: Path,
    file: str | None,
    council: Callable[[], Council],
    as_at: date | None,
    settlements: Iterable[Settlement] = (),
) -> Checked:
    return check_file(Path(path), file or Path(path).name, council, as_at, settlements)


def _answer(checked: Checked, upload_id: str | None, sheets: list[dict]) -> dict:
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
