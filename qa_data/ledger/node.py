"""A store that many servers share, as one process has it: it follows the ledger into a DuckDB file of its own."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from qa_data.copying import LOG
from qa_data.cursor import Cursor
from qa_data.key import KeyAmiss, key
from qa_data.ledger.given import every_row, rows_added
from qa_data.ledger.head import Head, follow, head, ready, replace
from qa_data.ledger.refusals import Unreachable
from qa_data.ledger.server import Asked, server
from qa_data.locking import locked
from qa_data.opening import connected, transaction
from qa_data.scope import Scope, utc_now
from qa_data.store import WRITES, Answer, Store
from qa_data.trouble import StoreInUse, StoreUnavailable
from qa_data.where import beside

EVERY = 0.25
"""Seconds between two questions whether the ledger has more."""

NONE = Head("", 0, "{}", 0, None)
"""What a copy follows that the ledger does not have."""

READ = (
    "create schema if not exists qa_ledger",
    "create table if not exists qa_ledger.read (epoch varchar, position bigint, mark varchar, moment timestamp)",
)
"""How far this file has followed the ledger, and when it last took something in (UTC)."""

WRITTEN_ANEW = "The store on {server} was written anew at this very moment. Nothing was stored: do it again."

_FOLLOWING: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
"""By its file: held by whoever of this process brings a copy up to the ledger."""

_OPEN: set[str] = set()
"""The files that this process has open: it would not be kept from opening one of them twice."""


class Node(Store):
    """The store on a PostgreSQL server. Every read first takes in what the ledger has more; a write is in the ledger
    before it is here.
    """

    shared = True

    def __init__(self, address: str, threads: int | None = None):
        self._address, self._server = address, server(address)
        self._next = 0.0
        self._answered: datetime | None = None
        self._in_a_file_of_its_own(threads)
        self._following = _FOLLOWING[self._path]
        self._look()
        if self._followed().epoch is None:
            raise self._unreached

    def _in_a_file_of_its_own(self, threads: int | None) -> None:
        """Opens the first of this store's files in the folder that nobody has, in this process or another."""
        for path in _files(self._address):
            if path in _OPEN:
                continue
            try:
                super().__init__(path, threads)
                return
            except StoreInUse:
                continue

    @property
    def path(self) -> str:
        """The address of the store that all share: what else is kept of it is kept there."""
        return self._address

    @property
    def own_file(self) -> Path:
        """The file in which this process has its copy."""
        return Path(self._path)

    @property
    def writes(self) -> int:
        """How often what is stored changed, as far as this process has seen by now."""
        self._look()
        return super().writes

    def _connected(self) -> DuckDBPyConnection:
        try:
            connection = connected(self._path, copy_beside=False)
        except StoreUnavailable as wrong:
            if isinstance(wrong, StoreInUse) or (isinstance(wrong, KeyAmiss) and not key()):
                raise
            _taken_away(self._path)  # damaged, of a newer version, not encrypted: the ledger has all that it had
            connection = connected(self._path, copy_beside=False)
        for statement in READ:
            connection.execute(statement)
        if self._threads:
            connection.execute(f"set threads = {self._threads}")
        _OPEN.add(self._path)
        return connection

    def close(self) -> None:
        """Lets go of the file."""
        super().close()
        _OPEN.discard(self._path)

    @contextmanager
    def _opened(self) -> Iterator[DuckDBPyConnection]:
        self._look()
        with super()._opened() as connection:
            yield connection

    @contextmanager
    def writing(self, scope: Scope, worked_out: bool = False) -> Iterator[Cursor]:
        """As of any store; what is given, and not only `worked_out`, is kept in the ledger first, or not at all."""
        self._look()
        # Whoever brings the copy up to the ledger may have to be alone with it: so this comes first, always.
        with nullcontext() if worked_out else self._following, super().writing(scope, worked_out) as cursor:
            yield cursor

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """As of any store; nor does what others give come in meanwhile."""
        with self._following, super().undisturbed():
            yield

    @contextmanager
    def _transaction(self, connection: DuckDBPyConnection, worked_out: bool) -> Iterator[None]:
        if worked_out:
            with super()._transaction(connection, worked_out):
                yield
            return
        with self._server.alone() as ledger:
            self._follow(ledger, connection)
            connection.begin()  # ended below; where the ledger fails, it ends with the connection, unkept
            yield
            ledger.add(rows_added(connection))
            _note(connection, head(ledger))
        connection.commit()

    def rewritten(self, rewrite: Callable[[], Answer]) -> Answer:
        """What `rewrite` answers, which writes this process's own file anew: then the ledger has what that has, and
        every other process copies it anew.
        """
        self._look()
        idle = self._idle_copies()
        with self._following:
            with self._server.alone() as ledger:
                with super()._opened() as connection:
                    self._follow(ledger, connection)
                    _note(connection, NONE)  # until the ledger has it too, what this file has follows nothing
                answer = super().rewritten(rewrite)
                with super()._opened() as connection:
                    stands = replace(ledger, every_row(connection))
            with super()._opened() as connection:
                _note(connection, stands)
        # What was erased stands in no copy of this machine that nobody follows; what `rewrite` put aside stays.
        for path in idle:
            _taken_away(str(path))
        return answer

    def _idle_copies(self) -> list[Path]:
        found = self.own_file.parent.glob(f"{beside(self._address).name} *.duckdb")
        return [path for path in found if path != self.own_file and not locked(path)]

    def let_go(self) -> None:
        """Nothing: no other process has use for its file."""

    def _look(self) -> None:
        """Takes in what the ledger has more, unless it was asked a moment ago or this thread reads already."""
        if self._gate.entered or time.monotonic() < self._next or not self._following.acquire(blocking=False):
            return
        try:
            self._next = time.monotonic() + EVERY
            self._reached(self._catch_up)
        finally:
            self._following.release()

    def _reached(self, does: Callable[[], None]) -> None:
        """Does what asks the server. Where it cannot be asked, what this copy has is of the moment when it last was."""
        try:
            does()
            self._answered, self.as_of = utc_now(), None
        except Unreachable as unreached:
            self._unreached = unreached
            self.as_of = self._answered or self._followed().moment

    def _catch_up(self) -> None:
        read = self._followed()
        stands = ready(self._server, read.position)
        if not read.is_of(stands):
            self._begin_anew()
        if read[:2] != (stands.epoch, stands.last):
            with self._server.asked() as ledger, super()._opened() as connection:
                self._follow(ledger, connection)

    def _begin_anew(self) -> None:
        """Its own file is made from nothing: what the ledger had before is not all that it has now."""
        super().rewritten(lambda: _taken_away(self._path))

    def _follow(self, ledger: Asked, connection: DuckDBPyConnection) -> None:
        """Takes in what the ledger has more. StoreUnavailable where it has not what this copy has."""
        read = _read_by(connection)
        stands = head(ledger, read.position)
        if not read.is_of(stands):
            raise StoreUnavailable(WRITTEN_ANEW.format(server=self._server.name))
        if read[:2] != (stands.epoch, stands.last):
            with transaction(connection):
                follow(ledger, connection, read.position)
                _note(connection, head(ledger))
            WRITES[self._path] += 1

    def _followed(self) -> "Read":
        with super()._opened() as connection:
            return _read_by(connection)


class Read(NamedTuple):
    """How far a copy has followed the ledger: in which epoch, to which row, with which mark, and when (UTC)."""

    epoch: str | None = None
    position: int = 0
    mark: str | None = None
    moment: datetime | None = None

    def is_of(self, stands: Head) -> bool:
        """Whether the ledger has what the copy has; `stands` has the mark of the copy's last row."""
        return self.epoch is None or (self.epoch, self.mark) == (stands.epoch, stands.mark)


def _read_by(connection: DuckDBPyConnection) -> Read:
    found = connection.execute("from qa_ledger.read").fetchone()
    return Read(*found) if found else Read()


def _note(connection: DuckDBPyConnection, stands: Head) -> None:
    connection.execute("delete from qa_ledger.read")
    told = [stands.epoch, stands.last, stands.mark, utc_now()]
    connection.execute("insert into qa_ledger.read values ($1, $2, $3, $4)", told)


def _taken_away(path: str) -> None:
    for ending in (LOG, ""):
        Path(f"{path}{ending}").unlink(missing_ok=True)


def _files(address: str) -> Iterator[str]:
    """Where a process of this machine may have its copy of the store, one after another."""
    return (f"{beside(address)} {number}.duckdb" for number in count(1))
