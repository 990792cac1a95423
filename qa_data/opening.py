"""Opens the store's file. What an earlier version made is brought up to this one, after a copy."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from qa_data import current
from qa_data.clock import said_of
from qa_data.copying import HALF_MADE, TRIES, NeverStill, copied, free, state
from qa_data.dictionary.decisions import RECORDS
from qa_data.erasing.placing import removed
from qa_data.file import CLOSED_IN, MEMORY, opened
from qa_data.migrations import FIRST, STEPS, VERSION, Tables, standing
from qa_data.private import own_folder
from qa_data.schema import missing, unknown
from qa_data.temporary import sweep
from qa_data.trouble import NEWER, OF_ANOTHER_PROGRAM, not_brought_up, not_opened, unavailable

ONE_AT_A_TIME = threading.Lock()
"""Two threads may open one file; DuckDB itself keeps out another process."""

BROUGHT_UP = (
    "The database {path} was made by an earlier version and has been brought up to date. As it was, it is kept as"
    " {copy}."
)


def connected(path: str, copy_beside: bool = True) -> DuckDBPyConnection:
    """A connection to the store at the path, made if it is not there and brought up to date if it is behind; then, as
    it was, it is kept beside unless told otherwise. StoreUnavailable when it cannot be.
    """
    with ONE_AT_A_TIME:
        connection, there, version = _opened(path)
        if path != MEMORY:
            removed(Path(f"{path}{HALF_MADE}"))  # whoever has the file open knows that nobody else is at it still
        if version < VERSION or missing(there):
            copy_beside = copy_beside and path != MEMORY and _says_something(connection, there)
            connection = _brought_up(path, connection, version, copy_beside)
        _views_laid(path, connection)
    connection.execute(CLOSED_IN)
    return connection


def _views_laid(path: str, connection: DuckDBPyConnection) -> None:
    try:
        with _closed_on_failure(connection):
            current.lay(connection)
            said_of(connection)
    except duckdb.Error as error:
        raise unavailable(path, error, not_opened) from None


def as_it_stands(path: str) -> DuckDBPyConnection:
    """A connection to the file as it is. StoreUnavailable when it cannot be opened, is no database, is of another
    program or was made by a newer version; it is not touched then.
    """
    return _opened(path)[0]


def _opened(path: str) -> tuple[DuckDBPyConnection, Tables, int]:
    """The connection, the store's tables and its version."""
    try:
        if path != MEMORY:
            own_folder(Path(path).parent)
            sweep(Path(path).parent)
        connection = opened(path)
        with _closed_on_failure(connection):
            there = standing(connection)
            if there and "upload_id" not in there.get("uploads", ()):
                raise duckdb.IOException(OF_ANOTHER_PROGRAM)
            version = _version(connection, there)
            if version > VERSION or (version == VERSION and unknown(there)):
                raise duckdb.IOException(NEWER)
    except (duckdb.Error, OSError) as error:
        raise unavailable(path, error, not_opened) from None
    return connection, there, version


@contextmanager
def _closed_on_failure(connection: DuckDBPyConnection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _version(connection: DuckDBPyConnection, there: Tables) -> int:
    """Which version the store has, given its tables. One with nothing in it needs no step."""
    if "store_version" not in there:
        return FIRST if "uploads" in there else VERSION
    [[version]] = connection.execute(f"select coalesce(max(version), {FIRST}) from store_version").fetchall()
    return version


def _says_something(connection: DuckDBPyConnection, there: Tables) -> bool:
    """Whether anybody has loaded or decided anything."""
    written = [table for table in ("uploads", *(kind.name for kind in RECORDS)) if table in there]
    return any(connection.execute(f"select 1 from {table} limit 1").fetchone() for table in written)


def _brought_up(path: str, connection: DuckDBPyConnection, version: int, copy_beside: bool) -> DuckDBPyConnection:
    """The connection, or another to the same file, once the store is of this version: all of it, or none."""
    copy = None
    try:
        if copy_beside:
            connection, copy = _kept_beside(Path(path), connection)
        with _closed_on_failure(connection), transaction(connection):
            bring_up(connection, version)
    except Exception as error:
        if copy:
            copy.unlink()
        raise unavailable(path, error, not_brought_up) from None
    if copy:
        logging.getLogger(__name__).warning(BROUGHT_UP.format(path=path, copy=copy))
    return connection


def _kept_beside(path: Path, connection: DuckDBPyConnection) -> tuple[DuckDBPyConnection, Path]:
    """Copies the file as it is, and answers another connection to it and the copy. The file is closed meanwhile: to
    read a file that the process has open would let go of its lock.
    """
    # Always of one name: what a killed program left of it is written over by the next opening, which copies again.
    copy = path.with_name(f"{path.name}.copying")
    try:
        for _ in range(TRIES):
            connection.close()
            seen = copied(path, copy)
            connection = opened(str(path))
            if state(path) == seen:  # nobody has written to it before it was ours again
                return connection, copy.rename(free(path))
        raise NeverStill
    finally:
        copy.unlink(missing_ok=True)


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[DuckDBPyConnection]:
    """One transaction: all of it is kept, or nothing."""
    connection.begin()
    try:
        yield connection
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def bring_up(connection: DuckDBPyConnection, version: int) -> None:
    """Takes the steps since the version that the store has, and adds what the dictionary has and the store lacks."""
    for step in STEPS:
        if step.number > version:
            step.taken(connection)
    there = standing(connection)
    if unknown(there):
        raise duckdb.IOException(NEWER)
    for statement in missing(there):
        connection.execute(statement)
    connection.execute("delete from store_version")
    connection.execute("insert into store_version values (?)", [VERSION])
