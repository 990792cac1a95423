"""A copy of the store while it is in use, and the copy put back. Of an encrypted store the copy is encrypted too."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import duckdb

from qa_data.copying import LOG, NeverStill, copied, free
from qa_data.erasing.backups import remember
from qa_data.file import opened
from qa_data.key import KeyAmiss
from qa_data.locking import locked
from qa_data.opening import as_it_stands, connected
from qa_data.temporary import folder, sweep
from qa_data.trouble import IN_USE, StoreInUse, StoreUnavailable
from qa_data.where import beside, on_a_server

NO_BACKUP = (
    "{kept} is no backup that this program can read. Nothing was changed. Name another, for example backup.duckdb."
)


class NotDone(Exception):
    """The copy was not made or not put back; the message says why and what to do."""


def backup(database: Path | str, to: Path) -> None:
    """Makes the file `to` a database that answers every question as this one does now; another program may be using
    it meanwhile. NotDone when it cannot.
    """
    if not on_a_server(str(database)) and not Path(database).is_file():
        raise NotDone(
            f"There is no database {database}. Name the right one with --db, for example --db data/qa.duckdb."
        )
    if to.exists():
        raise NotDone(
            f"{to} is there already, and a backup is not written over. Choose another name, for example {to.stem}"
            f" {datetime.now():%Y-%m-%d %H%M}{to.suffix}."
        )
    try:
        sweep(to.parent)
        with folder(to.parent) as here:
            _copied_whole(database, here / "copy.duckdb").replace(to)
        remember(beside(str(database)), to)
    except NeverStill:
        raise NotDone(f"{database} is being written to without a pause. Try again in a minute.") from None
    except OSError as wrong:
        raise NotDone(
            f"{to} cannot be written: {wrong.strerror}. Choose a folder with room that you may write to."
        ) from None


def _copied_whole(database: Path | str, copy: Path) -> Path:
    if on_a_server(str(database)):
        from qa_data.ledger.copying import into_file  # only here: few councils have one

        into_file(str(database), copy)
        return copy
    copied(Path(database), copy)
    try:
        _settled(as_it_stands(str(copy)))
    except StoreUnavailable as why:
        raise NotDone(str(why).replace(str(copy), str(database))) from None
    return copy


def _settled(connection: duckdb.DuckDBPyConnection) -> None:
    """Takes in the log, so that there is one file, and lets go of it."""
    with connection:
        connection.execute("checkpoint")


def restore(kept: Path, database: Path) -> Path | None:
    """Puts the backup in the database's place. What stood there, whatever it is, is kept beside it: its new name, None
    where nothing stood. NotDone when it cannot, StoreInUse where another program has it open.
    """
    if not kept.is_file():
        raise NotDone(f"There is no file {kept}. Name the backup, for example backup.duckdb.")
    try:
        sweep(database.parent)
        with folder(database.parent) as here:
            copy = _brought_up(kept, here / "copy.duckdb")
            aside = _aside(database)
            copy.replace(database)
    except OSError as wrong:
        raise NotDone(
            f"{database} cannot be written: {wrong.strerror}. Choose a folder with room that you may write to."
        ) from None
    return aside


def _brought_up(kept: Path, copy: Path) -> Path:
    """A copy of the backup, of this version; the backup itself stays as it is."""
    shutil.copyfile(kept, copy)
    try:
        if not _is_store(copy):
            raise NotDone(NO_BACKUP.format(kept=kept))
        _settled(connected(str(copy), copy_beside=False))
    except KeyAmiss as why:
        raise NotDone(str(why).replace(str(copy), str(kept))) from None
    except StoreUnavailable as why:
        told = str(why).replace(str(copy), str(kept))
        raise NotDone(f"{NO_BACKUP.format(kept=kept)} ({told})") from None
    return copy


def _is_store(copy: Path) -> bool:
    """Whether it is a database with uploads in its tables, and not one of some other program."""
    try:
        with opened(str(copy)) as connection:
            return bool(connection.execute("select 1 from duckdb_tables() where table_name = 'uploads'").fetchall())
    except duckdb.Error:
        return False


def _aside(database: Path) -> Path | None:
    if locked(database):
        raise StoreInUse(f"The database {database} {IN_USE}")
    if database.is_file():
        _log_taken_in(database)
    aside, moved = free(database), False
    # The log first: whatever stops this, no log stands beside a database that it is not of.
    for ending in (LOG, ""):
        if os.path.lexists(f"{database}{ending}"):
            os.replace(f"{database}{ending}", f"{aside}{ending}")
            moved = True
    return aside if moved else None


def _log_taken_in(database: Path) -> None:
    """Where the database can be opened; what cannot be is kept as it is, with its log."""
    try:
        opened(str(database)).close()
    except (duckdb.Error, StoreUnavailable, OSError):
        pass
