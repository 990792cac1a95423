"""The one door to the store: open it, ask it, write to it."""

import os
import re
import threading
from contextlib import contextmanager
from pathlib import Path

import duckdb

from qa_data.current import spelled_out
from qa_data.opening import MEMORY, connected, transaction
from qa_data.scope import Scope, of_every_home
from qa_data.trouble import StoreUnavailable, known

DEFAULT_PATH = "data/qa.duckdb"


def database_path() -> str:
    """Where the store is: the environment's QA_DATABASE, else `data/qa.duckdb`."""
    return os.environ.get("QA_DATABASE") or DEFAULT_PATH


class Store:
    """An open store. A read takes a cursor of its own; a write is one transaction, and writes wait for each other."""

    def __init__(self, path: str):
        self._path, self._connection = path, connected(path)
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
            self._connection = self._connection or connected(self._path)
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
                with self.reading() as cursor, transaction(cursor):
                    yield cursor
            except duckdb.Error as error:
                self._begin_again()
                if why := known(self._path, error):
                    raise StoreUnavailable(why) from None
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


def open_to_read(path: str | None = None) -> Store:
    """The store at the path; where there is no file yet, an empty one in memory, so that asking leaves nothing
    behind.
    """
    path = str(path or database_path())
    return open_store(path if Path(path).exists() else MEMORY)
