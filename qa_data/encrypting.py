"""A store written anew into a file with another key, or with none: nothing of the old file is left."""

from contextlib import closing
from pathlib import Path

import duckdb

from qa_data.backup import NotDone
from qa_data.copying import LOG, state
from qa_data.file import MEMORY, attach, encrypted, is_database
from qa_data.key import KeyAmiss, warn_of_short
from qa_data.locking import locked
from qa_data.temporary import folder, sweep
from qa_data.trouble import not_opened

TABLES = "select table_name from duckdb_tables() where database_name = $1 and schema_name = 'main'"


def rewritten(database: Path, old: str | None, new: str | None) -> None:
    """Writes the store, which has the old key, into a new file with the new one, in its place; None is no key. What was
    worked out from it is worked out again. NotDone when it cannot; then it is as it was.
    """
    _may_be_rewritten(database, old)
    try:
        warn_of_short(new)
        sweep(database.parent)
        with folder(database.parent) as here:
            copy = here / "copy.duckdb"
            before = _written_anew(database, old, copy, new)
            if state(database) != before or locked(database):
                raise NotDone(f"{database} was written to meanwhile. Close what writes to it, then do it again.")
            copy.replace(database)
    except (duckdb.Error, OSError) as error:
        raise NotDone(not_opened(str(database), error)) from None
    except KeyAmiss as why:
        raise NotDone(str(why)) from None


def _may_be_rewritten(database: Path, old: str | None) -> None:
    if not is_database(database):
        raise NotDone(f"{database} is no database. Name the right one with --db, for example --db data/qa.duckdb.")
    if locked(database):
        raise NotDone(f"The database {database} is in use. Close the dashboard first, then do it again.")
    if encrypted(database) != bool(old):
        raise NotDone(f"{database} is {'not ' if old else ''}encrypted already. Nothing was changed.")


def _written_anew(database: Path, old: str | None, copy: Path, new: str | None) -> list:
    """Copies the tables; the state of the old file then, its log taken in."""
    with closing(duckdb.connect(MEMORY)) as connection:
        attach(connection, str(database), "was", old)
        connection.execute("checkpoint was")
        before = state(database)
        attach(connection, str(copy), "becomes", new)
        for (table,) in connection.execute(TABLES, ["was"]).fetchall():
            connection.execute(f'create table becomes.main."{table}" as from was.main."{table}"')
        connection.execute("checkpoint becomes")
        connection.execute("detach becomes")
        connection.execute("detach was")
    Path(f"{database}{LOG}").unlink(missing_ok=True)
    return before


def plain_ones(database: Path) -> list[Path]:
    """The databases beside this one that are not encrypted: backups and copies made before."""
    beside = (path for path in database.parent.iterdir() if path != database)
    return sorted(path for path in beside if is_database(path) and not encrypted(path))
