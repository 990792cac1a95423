"""The other files that may hold what is erased: copies beside the database, and backups as far as they are known."""

import glob
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from qa_data.erasing.found import counted
from qa_data.erasing.plan import Plan
from qa_data.erasing.walking import Run, running
from qa_data.file import MEMORY, attach, encrypted, is_database
from qa_data.key import key
from qa_data.private import own_folder
from qa_data.scope import utc_now
from qa_data.trouble import StoreUnavailable

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
    own_folder(remembered.parent)
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
    found = [*database.parent.glob("*"), *(each for folder in look_in for each in [folder, *folder.rglob("*")])]
    # The database itself is never opened as a file: whoever has it open as a database would lose the lock on it.
    own = [database, *copies_beside(database)]
    others = [*_remembered(database), *(each for each in found if each.is_file())]
    others = [each for each in others if not each.exists() or not any(map(each.samefile, own))]
    known = dict.fromkeys(each.resolve() for each in others if not each.exists() or is_database(each))
    return [held_by(each, planned) for each in known]


def held_by(path: Path, planned: Callable[[Run], Plan]) -> Held:
    """Whether a database holds what is planned to go; it is only read."""
    if not path.is_file():
        return Held(path, None, "it is not there any more")
    try:
        with duckdb.connect(MEMORY) as opened:
            attach(opened, str(path), "held", key() if encrypted(path) else None, only_to_read=True)
            opened.execute("use held")
            return Held(path, bool(counted(running(opened), planned(running(opened)))))
    except (duckdb.Error, StoreUnavailable):
        return Held(path, None, "it cannot be opened")


def last_backup(database: Path) -> tuple[datetime, Path] | None:
    """When (UTC) and where the last backup of the database was written; None where none is known."""
    lines = _lines(database)
    return (datetime.fromisoformat(lines[-1]["moment"]), Path(lines[-1]["path"])) if lines else None


def _remembered(database: Path) -> list[Path]:
    return [Path(line["path"]) for line in _lines(database)]


def _lines(database: Path) -> list[dict[str, str]]:
    remembered = Path(f"{database}{REMEMBERED}")
    lines = remembered.read_text(encoding="utf-8").splitlines() if remembered.is_file() else []
    return [json.loads(line) for line in lines]
