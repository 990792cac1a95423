"""The other files that may hold what is erased: copies beside the database, and backups as far as they are known."""

import glob
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from qa_data.erasing.found import counted
from qa_data.erasing.plan import Plan
from qa_data.erasing.walking import Run, running
from qa_data.opening import MAGIC
from qa_data.scope import utc_now

REMEMBERED = ".backups"
"""Where backups were written to, a line each, in a file beside the database: the database itself may be in use."""


@dataclass(frozen=True)
class Held:
    """A file beside or apart from the database. `holds`: whether what is erased stands in it, or stood until it was
    written anew; None where it cannot be told, and `why`. `became`: "written anew" or "removed" where it was.
    """

    path: Path
    holds: bool | None
    why: str = ""
    became: str = ""


def remember(database: Path, backup: Path) -> None:
    """Keeps where a backup of the database was written, and when (UTC)."""
    line = json.dumps({"moment": utc_now().isoformat(), "path": str(backup.absolute())})
    remembered = Path(f"{database}{REMEMBERED}")
    remembered.touch(0o600)
    with remembered.open("a", encoding="utf-8") as lines:
        lines.write(f"{line}\n")


def copies_beside(database: Path) -> list[Path]:
    """The copies that the program made of the database before it changed it, in the order of their names."""
    return sorted(database.parent.glob(f"{glob.escape(database.stem)} before *{glob.escape(database.suffix)}"))


def other_backups(database: Path, planned: Callable[[Run], Plan], look_in: Iterable[Path] = ()) -> list[Held]:
    """Every backup that is known, and every database in those folders and in the database's own, with whether it holds
    what is planned to go.
    """
    known = [*_remembered(database), *_databases(database.parent.glob("*"))]
    known += [each for folder in look_in for each in _databases([folder] if folder.is_file() else folder.rglob("*"))]
    own = {each.resolve() for each in (database, *copies_beside(database))}
    return [held_by(path, planned) for path in dict.fromkeys(each.resolve() for each in known) if path not in own]


def held_by(path: Path, planned: Callable[[Run], Plan]) -> Held:
    """Whether a database holds what is planned to go; it is only read."""
    if not path.is_file():
        return Held(path, None, "it is not there any more")
    try:
        with duckdb.connect(str(path), read_only=True) as opened:
            return Held(path, bool(counted(running(opened), planned(running(opened)))))
    except duckdb.Error:
        return Held(path, None, "it cannot be opened")


def _remembered(database: Path) -> list[Path]:
    remembered = Path(f"{database}{REMEMBERED}")
    lines = remembered.read_text(encoding="utf-8").splitlines() if remembered.is_file() else []
    return [Path(json.loads(line)["path"]) for line in lines]


def _databases(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_file() and _begins_as_one(path):
            yield path


def _begins_as_one(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(12)[8:] == MAGIC
    except OSError:
        return False
