"""The one door to the store: open it, ask it, write to it."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from qa_data import current
from qa_data.cursor import Cursor
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
        self._here = threading.local()
        self.writes = 0
        """How often this store was written to: what was asked before the last write may be answered otherwise now."""

    def rows(self, scope: Scope, sql: str, **parameters: Any) -> list[dict[str, Any]]:
        """The query's rows as dictionaries. A dataset's name (`visits`) stands for its current rows in the scope."""
        with self.reading(scope) as cursor:
            return cursor.rows(sql, **parameters)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that this thread reads within sees the store as it stood at one moment."""
        with self._opened() as connection:
            connection.begin()
            self._here.connection, self._here.cursor = connection, None
            try:
                yield
            finally:
                self._here.connection = self._here.cursor = None
                connection.rollback()

    @property
    def in_snapshot(self) -> bool:
        """Whether this thread reads a snapshot."""
        return getattr(self._here, "connection", None) is not None

    @contextmanager
    def reading(self, scope: Scope) -> Iterator[Cursor]:
        """A cursor for several reads that belong together; what it makes (temporary tables) goes with it.
        StoreUnavailable when the disk has failed.
        """
        if not self.in_snapshot:
            with self._opened() as connection:
                yield Cursor(connection, scope)
            return
        self._here.cursor = self._here.cursor or Cursor(self._here.connection, scope)
        with self._here.cursor.within(scope) as cursor:
            yield cursor

    @contextmanager
    def _opened(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._opening:
            self._connection = self._connection or _connected(self._path)
            connection = self._connection.cursor()
        with connection:
            yield connection

    @contextmanager
    def writing(self, scope: Scope) -> Iterator[Cursor]:
        """A cursor inside one transaction: all of it is kept, or nothing. What is stored is written by its full name
        (`main.visits`). StoreUnavailable when the disk does not take it.
        """
        with self._writing:
            try:
                with self._opened() as connection:
                    cursor = Cursor(connection, scope)
                    yield from _transaction(connection, cursor)
                    self.writes += 1
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


def _transaction(connection: duckdb.DuckDBPyConnection, cursor: Cursor) -> Iterator[Cursor]:
    connection.begin()
    try:
        yield cursor
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


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
    current.lay(connection)
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
