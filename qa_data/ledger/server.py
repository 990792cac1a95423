"""The PostgreSQL server that keeps the ledger, spoken to through DuckDB: rows come and go by the thousand."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import duckdb

from qa_data.ledger.refusals import trouble
from qa_data.trouble import StoreUnavailable
from qa_data.where import named

LEDGER, AUDIT, SIGN_INS, LAYING = range(20_150_401, 20_150_405)
"""The numbers of the advisory locks (from the day on which the Regulations came into force): whoever holds that of the
ledger may wait for another, and nobody who holds another waits for that of the ledger.
"""

WAITS = "20s"
"""So long whoever wants to write waits for whoever writes."""

HOLDS = "120s"
"""A writer that asks nothing for so long has stopped: the server ends what it began, and nothing of that is kept."""

REACHED_WITHIN = {"connect_timeout": "5", "keepalives_idle": "5", "keepalives_interval": "2", "keepalives_count": "3"}
"""What libpq is told unless the address tells it otherwise, in seconds and times."""

NO_EXTENSION = (
    "The store is on a PostgreSQL server, and what DuckDB needs to reach one is not installed. Install it: pip install"
    " -r requirements-scale.txt"
)


class Asked:
    """What is asked and written within one transaction of the server."""

    def __init__(self, server: "Server", cursor: duckdb.DuckDBPyConnection):
        self._server, self._cursor = server, cursor

    def rows(self, sql: str) -> list[tuple]:
        """The rows of a query that PostgreSQL answers."""
        return self._run(_asking(sql)).fetchall()

    def lay(self, connection: duckdb.DuckDBPyConnection, name: str, sql: str) -> None:
        """The same, as a temporary table of that connection; what had the name is gone."""
        with self._server.answering():
            pour(connection, name, self._cursor.sql(_asking(sql)))

    def do(self, *statements: str) -> None:
        """Carries out statements that answer nothing."""
        self._run(f"call postgres_execute('ledger', {quoted('; '.join(statements))})")

    def add(self, rows: duckdb.DuckDBPyRelation) -> None:
        """Adds rows (of_table and row) to those that are given."""
        with self._server.answering():
            _poured(self._cursor, rows, "insert into ledger.qa.given (of_table, row) from poured")

    def _run(self, sql: str) -> Any:
        with self._server.answering():
            return self._cursor.execute(sql)


def pour(into: duckdb.DuckDBPyConnection, name: str, rows: duckdb.DuckDBPyRelation) -> None:
    """Lays another connection's rows as a temporary table of that name; what had the name is gone."""
    _poured(into, rows, f"create or replace temp table {name} as from poured")


def _poured(into: duckdb.DuckDBPyConnection, rows: duckdb.DuckDBPyRelation, sql: str) -> None:
    """Runs SQL that takes the rows, which are another connection's, as `poured`: nothing of them is held in Python."""
    into.register("poured", rows.__arrow_c_stream__())
    try:
        into.execute(sql)
    finally:
        into.unregister("poured")


def quoted(words: str) -> str:
    """SQL: the words."""
    return "'" + words.replace("'", "''") + "'"


def _asking(sql: str) -> str:
    return f"from postgres_query('ledger', {quoted(sql)})"


class Server:
    """A PostgreSQL server by its address. It is reached when it is first asked, and anew after it could not be."""

    def __init__(self, address: str):
        self._address, self._opening = address, threading.Lock()
        self._connection: duckdb.DuckDBPyConnection | None = None

    @property
    def name(self) -> str:
        """What may be told of it."""
        return named(self._address)

    @contextmanager
    def asked(self) -> Iterator[Asked]:
        """All that is read within is of one moment, and what is written is kept at the end, all of it or nothing.
        Unreachable, or StoreUnavailable where the server refuses.
        """
        with self._cursor() as cursor:
            with self.answering():
                cursor.begin()
            try:
                yield Asked(self, cursor)
                with self.answering():
                    cursor.commit()
            except BaseException:
                with suppress(duckdb.Error):
                    cursor.rollback()
                raise

    @contextmanager
    def alone(self, lock: int = LEDGER) -> Iterator[Asked]:
        """The same while no other program writes, wherever it runs: until what was written is kept. `lock`: of what."""
        with self.asked() as asked:
            # Each statement sees what stands by then: the one before this writer may have ended while it waited.
            asked.do(
                "set transaction isolation level read committed",
                f"set local lock_timeout = {quoted(WAITS)}",
                f"set local idle_in_transaction_session_timeout = {quoted(HOLDS)}",
                f"select pg_advisory_xact_lock({lock})",
            )
            yield asked

    def lay(self, *tables: str) -> None:
        """Makes those tables of the program's own schema that are not there: each its name and, in brackets, what it
        holds.
        """
        with self.alone(LAYING) as asked:
            asked.do("create schema if not exists qa", *(f"create table if not exists qa.{each}" for each in tables))

    @contextmanager
    def answering(self) -> Iterator[None]:
        """What DuckDB says of the server within is raised as a sentence."""
        try:
            yield
        except duckdb.Error as error:
            raise trouble(str(error), self.name, WAITS, HOLDS) from None

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._opening, self.answering():
            self._connection = self._connection or _attached(self._address)
            cursor = self._connection.cursor()
        with cursor:
            yield cursor

    def close(self) -> None:
        """Lets go of the server until it is asked again."""
        with self._opening:
            if self._connection:
                self._connection.close()
            self._connection = None


@cache
def server(address: str) -> Server:
    """The server of that address: one a process, whatever is asked of it."""
    return Server(address)


def _attached(address: str) -> duckdb.DuckDBPyConnection:
    # Nothing is looked for or kept in the folder of whoever runs this: what is needed is loaded by its place.
    config = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "threads": "1"}
    extension = _extension()
    connection = duckdb.connect(":memory:", config={**config, "extension_directory": str(Path(extension).parent)})
    try:
        connection.execute(f"load {quoted(extension)}")
        connection.execute(f"attach {quoted(_with_limits(address))} as ledger (type postgres)")
        connection.execute("set enable_external_access = false")
    except BaseException:
        connection.close()
        raise
    return connection


def _extension() -> str:
    package = find_spec("duckdb_extension_postgres_scanner")
    for folder in (package and package.submodule_search_locations) or ():
        version = f"v{duckdb.__version__}"
        return str(Path(folder) / "extensions" / version / "postgres_scanner.duckdb_extension")
    raise StoreUnavailable(NO_EXTENSION)


def _with_limits(address: str) -> str:
    told = urlsplit(address).query
    more = [f"{name}={value}" for name, value in REACHED_WITHIN.items() if f"{name}=" not in told]
    return f"{address}{'&' if told else '?'}{'&'.join(more)}"
