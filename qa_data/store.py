"""The one door to the store: open it, ask it, write to it."""

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from qa_data.cursor import Cursor
from qa_data.errands import done_for_others
from qa_data.file import MEMORY, cursor
from qa_data.gate import Gate
from qa_data.opening import connected, transaction
from qa_data.scope import Scope, of_every_home
from qa_data.trouble import StoreInUse, StoreUnavailable, known, unreadable
from qa_data.where import on_a_server

Answer = TypeVar("Answer")

DEFAULT_PATH = "data/qa.duckdb"

WRITES: Counter[str] = Counter()
"""How often each file was written to, by any store of this process."""


SECONDS = 20
"""So long a program waits for another to let go of the file."""

_LENT = threading.local()
"""In a thread that does something for another program: the store that this process has open."""


def database_path() -> str:
    """Where the store is: the environment's QA_DATABASE, else `data/qa.duckdb`."""
    return os.environ.get("QA_DATABASE") or DEFAULT_PATH


class Store:
    """An open store. A read takes a cursor of its own; a write is one transaction, and writes wait for each other.
    `shared`: whether other programs write to it meanwhile; then `as_of` is the moment (UTC) up to which it is known
    while it cannot be asked whether there is more. `opened`: how often its file was opened, which may have been another
    file each time.
    """

    shared = False
    as_of: datetime | None = None

    def __init__(self, path: str, threads: int | None = None, in_passing: bool = False):
        self._path, self._threads, self._in_passing, self.opened = path, threads, in_passing, 0
        self._counted: dict = {}
        self._connection = None if in_passing and not done_for_others(path) else self._connected()
        self._writing, self._opening = threading.RLock(), threading.Lock()
        self._here, self._gate = threading.local(), Gate()

    def rows(self, scope: Scope, sql: str, **parameters: Any) -> list[Any]:
        """The query's rows as dictionaries. A dataset's name (`visits`) stands for its current rows in the scope."""
        with self.reading(scope) as cursor:
            return cursor.rows(sql, **parameters)

    @property
    def path(self) -> str:
        """The file that it is kept in; what else is kept of it stands beside that."""
        return self._path

    @property
    def own_file(self) -> Path:
        """The file in which this process has it."""
        return Path(self._path)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that this thread reads within sees the store as it stood at one moment."""
        with self._opened() as connection:
            connection.begin()
            self._here.connection, self._here.cursor, self._here.told = connection, None, {}
            try:
                yield
            finally:
                self._here.connection = self._here.cursor = self._here.told = None
                connection.rollback()

    @property
    def writes(self) -> int:
        """How often this process, which alone holds the file, wrote to it: what was asked before the last write may be
        answered otherwise now.
        """
        return WRITES[self._path]

    @property
    def in_snapshot(self) -> bool:
        """Whether this thread reads a snapshot."""
        return getattr(self._here, "connection", None) is not None

    def stored(self, sql: str) -> list[tuple]:
        """What is asked of what is stored, by full names (`main.uploads`), whoever asks: no scope is laid for it, which
        takes longer than what is asked here so often. StoreUnavailable as of `reading`.
        """
        with self._readable(), nullcontext(self._here.connection) if self.in_snapshot else self._opened() as connection:
            return connection.execute(sql).fetchall()

    def once(self, asks: Callable[["Store"], Answer]) -> Answer:
        """What is asked of the store as a whole, whoever asks: once in a snapshot, which stays as it is; else anew."""
        told = self._here.told if self.in_snapshot else {}
        if asks not in told:
            told[asks] = asks(self)
        return told[asks]

    @contextmanager
    def reading(self, scope: Scope) -> Iterator[Cursor]:
        """A cursor for several reads that belong together; what it makes (temporary tables) goes with it.
        StoreUnavailable when the disk has failed or the file is damaged.
        """
        with self._readable(), self._read(scope) as cursor:
            yield cursor

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except duckdb.Error as error:
            if why := unreadable(self._path, error):
                raise StoreUnavailable(why) from None
            raise

    @contextmanager
    def _read(self, scope: Scope) -> Iterator[Cursor]:
        if not self.in_snapshot:
            with self._opened() as connection:
                yield Cursor(connection, scope, self._counted)
            return
        self._here.cursor = self._here.cursor or Cursor(self._here.connection, scope, self._counted)
        with self._here.cursor.within(scope) as cursor:
            yield cursor

    def _connected(self) -> duckdb.DuckDBPyConnection:
        connection = _in_turn(self._path)
        if self._threads:
            connection.execute(f"set threads = {self._threads}")
        return connection

    @contextmanager
    def _opened(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._gate.within():
            with self._opening:
                if not self._connection:
                    self._connection, self.opened, self._counted = self._connected(), self.opened + 1, {}
                connection = cursor(self._connection)
            with connection:
                yield connection

    @contextmanager
    def writing(self, scope: Scope, worked_out: bool = False) -> Iterator[Cursor]:
        """A cursor inside one transaction: all of it is kept, or nothing. What is stored is written by its full name
        (`main.visits`); what is only `worked_out` from it may stay in DuckDB's log. StoreUnavailable when the disk does
        not take it.
        """
        with self._gate.within(), self._writing:
            try:
                with self._opened() as connection, self._transaction(connection, worked_out):
                    yield Cursor(connection, scope, self._counted if worked_out else None)
                WRITES[self._path] += 1
            except duckdb.Error as error:
                self._begin_again()
                if why := known(self._path, error):
                    raise StoreUnavailable(why) from None
                raise
            if not worked_out:
                self._take_in_the_log()

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Nobody but this thread writes meanwhile."""
        with self._gate.within(), self._writing:
            yield

    @contextmanager
    def _transaction(self, connection: duckdb.DuckDBPyConnection, worked_out: bool) -> Iterator[None]:
        with transaction(connection):
            yield

    def _take_in_the_log(self) -> None:
        """What was written goes from DuckDB's log into the file, so that the file alone holds all of it. Where that
        cannot be now, it is in the log all the same: the next write does it, or closing.
        """
        try:
            with self._opened() as connection:
                connection.execute("checkpoint")
        except duckdb.TransactionException:  # somebody reads
            pass
        except duckdb.Error:
            self._begin_again()

    def _begin_again(self) -> None:
        """DuckDB answers nothing more once a disk has failed it: the file is opened anew, with what was stored
        before.
        """
        try:
            self.rows(of_every_home(), "select 1")
        except (duckdb.Error, StoreUnavailable):
            with self._opening:
                self.close()
                self._connection = None

    def rewritten(self, rewrite: Callable[[], Answer]) -> Answer:
        """What `rewrite` answers, which writes the file anew: nobody reads or writes meanwhile, and whoever does next
        has the new file.
        """
        with self._gate.alone():
            self.close()
            self._connection = None
            try:
                return rewrite()
            finally:
                WRITES[self._path] += 1

    def close(self) -> None:
        """Lets go of the file, if it is not lent."""
        if self._connection and self is not _lent():
            self._connection.close()

    def let_go(self) -> None:
        """Where it was opened in passing, lets go of the file until it is next asked for anything: other programs may
        have it meanwhile.
        """
        if self._in_passing and self._path != MEMORY:
            self.close()
            self._connection = None


def _in_turn(path: str) -> duckdb.DuckDBPyConnection:
    """A connection, once no other program has the file. StoreInUse at once where the one that has it does what others
    ask of it, else after some time.
    """
    until = time.monotonic() + SECONDS
    while True:
        try:
            return connected(path)
        except StoreInUse:
            from qa_data.errands.asking import anybody  # only here: who gets the file need not wait for it

            if time.monotonic() > until or anybody(path):
                raise
            time.sleep(0.1)


@contextmanager
def lent(store: Store) -> Iterator[None]:
    """Whatever store this thread opens within is that one."""
    _LENT.store = store
    try:
        yield
    finally:
        _LENT.store = None


def _lent() -> Store | None:
    return getattr(_LENT, "store", None)


def open_store(path: str | None = None, threads: int | None = None, in_passing: bool = False) -> Store:
    """The store at the path (default: `database_path()`), made if it is not there. StoreUnavailable when it cannot be.
    With one of the `threads` a short question takes less of the processors, if not less time. Nobody else of this
    process uses one that is opened `in_passing`: it is opened when it is first asked for anything, unless another
    program has it and does what others ask.
    """
    path = str(path or database_path())
    if on_a_server(path):
        from qa_data.ledger.node import Node  # only here: most councils have one server, and need none of it

        return _lent() or Node(path, threads)
    return _lent() or Store(path, threads, in_passing)


def open_to_read(path: str | None = None, threads: int | None = None, in_passing: bool = False) -> Store:
    """The store at the path; where there is no file yet, an empty one in memory, so that asking leaves nothing
    behind.
    """
    path = str(path or database_path())
    return open_store(path if there(path) else MEMORY, threads, in_passing)


def there(path: str) -> bool:
    """Whether there is a store by that name; one on a server is made when it is first asked."""
    return on_a_server(path) or Path(path).exists()
