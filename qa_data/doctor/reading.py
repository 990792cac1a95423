"""Reads the database without opening it to write: no folder is made, no log is taken in, no right is narrowed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from qa_data.copying import LOG
from qa_data.doctor.check import Where
from qa_data.file import CLOSED_IN, LOG_BEGINS, MEMORY, NO_KEY, PLAIN, attach, encrypted, is_database
from qa_data.key import KeyAmiss, key
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.trouble import NO_DATABASE, NOTHING, UNREADABLE_LOG, not_opened, unavailable

NOT_SPILLED = "set temp_directory = ''"


@contextmanager
def read_only(database: str) -> Iterator[Where]:
    """The database as it stands, of which nobody has the file open."""
    with duckdb.connect(MEMORY) as connection:
        yield Where(
            database, _once_attached(database, connection), Path(database).exists() and encrypted(Path(database))
        )


def of_the_holder(database: str) -> Where:
    """The database that this very process has open, and does something for others with: its file must not be touched
    beside DuckDB, and whether it is encrypted goes by the key that opened it.
    """

    def rows(sql: str) -> list[tuple[Any, ...]]:
        with open_store(database).reading(of_every_home()) as cursor:
            return cursor.run(sql).fetchall()

    return Where(database, rows, key() is not None)


def _once_attached(database: str, connection: duckdb.DuckDBPyConnection) -> Callable[[str], list[tuple[Any, ...]]]:
    attached: list[bool] = []

    def rows(sql: str) -> list[tuple[Any, ...]]:
        try:
            if not attached:
                _attach(database, connection)
                attached.append(True)
            return connection.execute(sql).fetchall()
        except (duckdb.Error, OSError) as error:
            raise unavailable(database, error, not_opened) from None

    return rows


def _attach(database: str, connection: duckdb.DuckDBPyConnection) -> None:
    path, secret = Path(database), key()
    if not is_database(path):
        raise duckdb.IOException(NO_DATABASE if path.stat().st_size else NOTHING)
    if bool(secret) != encrypted(path):
        raise KeyAmiss((PLAIN if secret else NO_KEY).format(path=path))
    _log_begins(Path(f"{database}{LOG}"))
    attach(connection, database, "held", secret, only_to_read=True)
    connection.execute("use held")
    connection.execute(NOT_SPILLED)
    connection.execute(CLOSED_IN)


def _log_begins(log: Path) -> None:
    """DuckDB takes no notice of a log that does not begin as one."""
    if log.exists():
        with log.open("rb") as file:
            if not LOG_BEGINS.startswith(file.read(len(LOG_BEGINS))):
                raise duckdb.IOException(UNREADABLE_LOG)
