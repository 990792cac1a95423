"""The one door to the store: open it, ask it, write to it."""

import os
import re
import threading
from contextlib import contextmanager
from pathlib import Path

import duckdb

from qa_data.current import spelled_out
from qa_data.schema import SCHEMA, VERSION
from qa_data.scope import Scope, of_every_home

DEFAULT_PATH = "data/qa.duckdb"
MEMORY = ":memory:"
MAGIC = b"DUCK"
"""What every file of DuckDB has at its ninth byte."""


class StoreUnavailable(Exception):
    """The database cannot be opened; the message says why and what to do."""


def database_path() -> str:
    """Where the store is: the environment's QA_DATABASE, else `data/qa.duckdb`."""
    return os.environ.get("QA_DATABASE") or DEFAULT_PATH


class Store:
    """An open store. A read takes a cursor of its own; a write is one transaction, and writes wait for each other."""

    def __init__(self, path: str):
        self._path, self._connection = path, _connected(path)
        self._writing, self._opening = threading.Lock(), threading.Lock()

    def rows(self, scope: Scope, sql: str, **parameters) -> list[dict]:
        """The query's rows as dictionaries. `{visits}` stands for the current rows of a dataset."""
        with self._answered(scope, sql, parameters) as answer:
            names = [column[0] for column in answer.description]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def frame(self, scope: Scope, sql: str, **parameters):
        """The query's rows as a pandas frame."""
        with self._answered(scope, sql, parameters) as answer:
            return answer.df()

    @contextmanager
    def _answered(self, scope, sql, parameters):
        with self.reading() as cursor:
            yield run(cursor, scope, sql, **parameters)

    @contextmanager
    def reading(self):
        """A cursor for several reads that belong together; what it makes (temporary tables) goes with it.
        StoreUnavailable when the disk has failed.
        """
        with self._opening:
            self._connection = self._connection or _connected(self._path)
            cursor = self._connection.cursor()
        with cursor:
            yield cursor

    @contextmanager
    def writing(self):
        """A cursor inside one transaction: all of it is kept, or nothing. StoreUnavailable when the disk does not
        take it.
        """
        with self._writing:
            try:
                with self.reading() as cursor:
                    yield from _transaction(cursor)
            except duckdb.Error as error:
                self._begin_again()
                if known := _known(self._path, error):
                    raise StoreUnavailable(known) from None
                raise

    def _begin_again(self) -> None:
        """DuckDB answers nothing more once a disk has failed it: the file is opened anew, with what was stored
        before.
        """
        try:
            self.rows(of_every_home(), "select 1")
        except duckdb.Error:
            with self._opening:
                self._connection.close()
                self._connection = None

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()


def _transaction(cursor: duckdb.DuckDBPyConnection):
    cursor.begin()
    try:
        yield cursor
    except BaseException:
        cursor.rollback()
        raise
    cursor.commit()


def run(cursor: duckdb.DuckDBPyConnection, scope: Scope, sql: str, **parameters):
    """Runs a query on a cursor, with the dataset names spelled out and the parameters that it uses."""
    text = spelled_out(sql, scope)
    offered = {"as_at": scope.as_at, "known": scope.known, "homes": scope.named or [], **parameters}
    used = set(re.findall(r"\$(\w+)", text))
    return cursor.execute(text, {name: value for name, value in offered.items() if name in used})


def open_store(path: str | None = None) -> Store:
    """The store at the path (default: `database_path()`), made if it is not there. StoreUnavailable when it cannot
    be.
    """
    return Store(str(path or database_path()))


def _connected(path: str) -> duckdb.DuckDBPyConnection:
    try:
        if path != MEMORY:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            _look_at(Path(path))
        connection = duckdb.connect(path)
        for statement in SCHEMA:
            connection.execute(statement)
        if connection.execute("select max(version) from store_version").fetchone()[0] > VERSION:
            connection.close()
            raise duckdb.IOException(NEWER)
    except (duckdb.Error, OSError) as error:
        raise StoreUnavailable(_why(path, error)) from None
    connection.execute("set enable_external_access = false")
    return connection


def _look_at(path: Path) -> None:
    """Raises duckdb.Error for a file of another kind: DuckDB itself would open a spreadsheet as if it were a
    database.
    """
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(12)[8:] != MAGIC:
                raise duckdb.IOException("not a database")


def open_to_read(path: str | None = None) -> Store:
    """The store at the path; where there is no file yet, an empty one in memory, so that asking leaves nothing
    behind.
    """
    path = str(path or database_path())
    return open_store(path if Path(path).exists() else MEMORY)


NEWER = "made by a newer version"

WHY = {
    "lock": (
        "is in use by another program. Close the dashboard or the other command that has it open, or name another file"
        " with --db, for example --db copy.duckdb."
    ),
    **dict.fromkeys(
        ("no space", "quota", "too large"),
        "cannot be written: the disk is full, or its limit is reached. What was stored before is safe and nothing was"
        " stored in part. Make room on the disk, then do it again.",
    ),
    "read-only file": (
        "cannot be opened or changed: its folder is read-only. What was stored before is safe. Choose a folder that you"
        " may write to, for example --db data/qa.duckdb."
    ),
    "permission": (
        "cannot be opened or made: no permission. Choose a folder that you may write to, for example --db"
        " data/qa.duckdb."
    ),
    NEWER: (
        "was made by a newer version of this program. It has been left as it is: start the newer version, or name"
        " another file with --db."
    ),
}
"""What is wrong with a database, by words in DuckDB's error, and what to do."""

DAMAGED = (
    "The file {path} is not a database that this program can read; it may be damaged. Name the right file with --db,"
    " for example --db data/qa.duckdb, or put a backup back: python -m qa_data restore FILE."
)


def _known(path: str, error: Exception) -> str | None:
    said = str(error).lower()
    return next((f"The database {path} {why}" for words, why in WHY.items() if words in said), None)


def _why(path: str, error: Exception) -> str:
    if known := _known(path, error):
        return known
    if isinstance(error, OSError):
        return (
            f"The database {path} cannot be opened or made: {error.strerror}. Choose a folder that you may write to,"
            " for example --db data/qa.duckdb."
        )
    return DAMAGED.format(path=path)
