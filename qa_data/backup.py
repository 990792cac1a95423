"""A copy of the store while it is in use, and the copy put back."""

import os
import shutil
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from qa_data.copying import LOG, NeverStill, copied, free
from qa_data.erasing.backups import remember
from qa_data.opening import as_it_stands, connected
from qa_data.trouble import IN_USE, StoreUnavailable

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
            copy = Path(folder) / "copy.duckdb"
            copied(database, copy)
            _settled(as_it_stands(str(copy)))
            copy.replace(to)
        remember(database, to)
    except NeverStill:
        raise NotDone(f"{database} is being written to without a pause. Try again in a minute.") from None
    except OSError as wrong:
        raise NotDone(
            f"{to} cannot be written: {wrong.strerror}. Choose a folder with room that you may write to."
        ) from None


def _settled(connection: duckdb.DuckDBPyConnection) -> None:
    """Takes in the log, so that there is one file, and lets go of it."""
    with connection:
        connection.execute("checkpoint")


def restore(kept: Path, database: Path) -> Path | None:
    """Puts the backup in the database's place. What stood there is kept beside it: its new name, None where nothing
    stood. NotDone when it cannot.
    """
    if not kept.is_file():
        raise NotDone(f"There is no file {kept}. Name the backup, for example backup.duckdb.")
    try:
        with TemporaryDirectory(dir=database.parent) as folder:
            copy = Path(folder) / "copy.duckdb"
            shutil.copyfile(kept, copy)
            if not _is_store(copy):
                raise NotDone(NO_BACKUP.format(kept=kept))
            # It is brought up to date before it is put back; the backup itself stays as it is.
            _settled(connected(str(copy), copy_beside=False))
            aside = _aside(database)
            copy.replace(database)
    except StoreUnavailable as why:
        raise NotDone(f"{NO_BACKUP.format(kept=kept)} ({why})") from None
    except OSError as wrong:
        raise NotDone(
            f"{database} cannot be written: {wrong.strerror}. Choose a folder with room that you may write to."
        ) from None
    return aside


def _is_store(copy: Path) -> bool:
    """Whether it is a database with uploads in its tables, and not one of some other program."""
    try:
        with duckdb.connect(str(copy), read_only=True) as opened:
            return bool(opened.execute("select 1 from duckdb_tables() where table_name = 'uploads'").fetchall())
    except duckdb.Error:
        return False


def _aside(database: Path) -> Path | None:
    if not database.exists():
        return None
    try:
        # Opened for writing, nobody else has it; closed again, its log is taken in.
        duckdb.connect(str(database)).close()
    except duckdb.Error as wrong:
        if any(words in str(wrong).lower() for words in IN_USE):
            raise NotDone(f"The database {database} is in use. Close the dashboard first, then restore.") from None
    aside = free(database)
    for ending in ("", LOG):
        if os.path.exists(f"{database}{ending}"):
            os.replace(f"{database}{ending}", f"{aside}{ending}")
    return aside
