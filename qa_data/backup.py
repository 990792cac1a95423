"""A copy of the store while it is in use, and the copy put back."""

import os
import shutil
import time
from datetime import datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from qa_data.scope import of_every_home
from qa_data.store import StoreUnavailable, open_store

TRIES, PAUSE = 40, 0.25
"""So often it is tried, so many seconds apart, to copy between two changes."""

LOG = ".wal"
"""DuckDB keeps what was written last in a file beside the database, until there is enough of it."""


NO_BACKUP = (
    "{kept} is no backup that this program can read. Nothing was changed. Name another, for example backup.duckdb."
)


class NotDone(Exception):
    """The copy was not made or not put back; the message says why and what to do."""


def backup(database: Path, to: Path) -> None:
    """Makes the file `to` a database that answers every question as this one does now; another program may be using
    it meanwhile. NotDone when it cannot.
    """
    if not database.is_file():
        raise NotDone(
            f"There is no database {database}. Name the right one with --db, for example --db data/qa.duckdb."
        )
    if to.exists():
        raise NotDone(
            f"{to} is there already, and a backup is not written over. Choose another name, for example {to.stem}"
            f" {datetime.now():%Y-%m-%d %H%M}{to.suffix}."
        )
    try:
        with TemporaryDirectory(dir=to.parent) as folder:
            copied = Path(folder) / "copy.duckdb"
            _copied(database, copied)
            _settled(copied)
            copied.replace(to)
    except OSError as wrong:
        raise NotDone(
            f"{to} cannot be written: {wrong.strerror}. Choose a folder with room that you may write to."
        ) from None


def _copied(database: Path, copied: Path) -> None:
    """Copies the database and its log as they stood at one moment: nothing was written from before the copy to after
    it.
    """
    for _ in range(TRIES):
        before = _state(database)
        for ending in ("", LOG):
            copied.with_name(copied.name + ending).unlink(missing_ok=True)
            if Path(f"{database}{ending}").exists():
                shutil.copyfile(f"{database}{ending}", f"{copied}{ending}")
        if _state(database) == before:
            return
        time.sleep(PAUSE)
    raise NotDone(f"{database} is being written to without a pause. Try again in a minute.")


def _state(database: Path) -> list[tuple[int, int] | None]:
    paths = [Path(f"{database}{ending}") for ending in ("", LOG)]
    return [(path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None for path in paths]


def _settled(copied: Path) -> None:
    """Opens the copy, which takes in the log, and makes one file of it."""
    store = open_store(str(copied))
    with store.reading(of_every_home()) as cursor:
        cursor.run("checkpoint")
    store.close()


def restore(kept: Path, database: Path) -> Path | None:
    """Puts the backup in the database's place. What stood there is kept beside it: its new name, None where nothing
    stood. NotDone when it cannot.
    """
    if not kept.is_file():
        raise NotDone(f"There is no file {kept}. Name the backup, for example backup.duckdb.")
    try:
        with TemporaryDirectory(dir=database.parent) as folder:
            copied = Path(folder) / "copy.duckdb"
            shutil.copyfile(kept, copied)
            if not _is_store(copied):
                raise NotDone(NO_BACKUP.format(kept=kept))
            _settled(copied)
            aside = _aside(database)
            copied.replace(database)
    except StoreUnavailable as why:
        raise NotDone(f"{NO_BACKUP.format(kept=kept)} ({why})") from None
    except OSError as wrong:
        raise NotDone(
            f"{database} cannot be written: {wrong.strerror}. Choose a folder with room that you may write to."
        ) from None
    return aside


def _is_store(copied: Path) -> bool:
    """Whether it is a database with uploads in its tables, and not one of some other program."""
    try:
        with duckdb.connect(str(copied), read_only=True) as opened:
            return bool(
                opened.execute("select count(*) from duckdb_tables() where table_name = 'uploads'").fetchone()[0]
            )
    except duckdb.Error:
        return False


def free(path: Path) -> Path:
    """A name beside the path that nothing has: with the moment, and a number where there are several."""
    moment = f"{path.stem} before {datetime.now():%Y-%m-%d %H%M%S}"
    names = (path.with_name(f"{moment}{f' {number}' if number else ''}{path.suffix}") for number in count())
    return next(name for name in names if not name.exists())


def _aside(database: Path) -> Path | None:
    if not database.exists():
        return None
    try:
        # Opened for writing, nobody else has it; closed again, its log is taken in.
        duckdb.connect(str(database)).close()
    except duckdb.Error as wrong:
        if "lock" in str(wrong).lower():
            raise NotDone(f"The database {database} is in use. Close the dashboard first, then restore.") from None
    aside = free(database)
    for ending in ("", LOG):
        if os.path.exists(f"{database}{ending}"):
            os.replace(f"{database}{ending}", f"{aside}{ending}")
    return aside
