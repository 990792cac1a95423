"""A cursor within a scope: plain names are what holds there (`qa_data.current`), and parameters are bound."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

import duckdb

from qa_data import first_records
from qa_data.clock import reached
from qa_data.hiding import pattern
from qa_data.scope import Every, Scope


class Cursor:
    """What a question is asked on, and what is written with. Its temporary tables and views go with it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, scope: Scope, counted: dict | None = None):
        """`counted`: of a cursor that only reads, the first records of the whole service that are known already."""
        self._connection, self._counted = connection, counted
        self._told: dict[str, Any] = {}
        connection.execute("set search_path = 'qa_current,main'")
        self._enter(scope)

    @contextmanager
    def within(self, scope: Scope) -> Iterator["Cursor"]:
        """The same cursor within another scope for a while."""
        outer = self.scope
        self._enter(scope)
        try:
            yield self
        finally:
            with suppress(duckdb.TransactionException):  # One that an error ended answers nothing more: that is told.
                self._enter(outer)

    def _enter(self, scope: Scope) -> None:
        if scope != getattr(self, "scope", None):
            all_named = isinstance(scope.may_see, Every)
            self._tell_known(self._known(scope))
            self._tell(as_at=scope.as_at, every_home=scope.homes is Every.HOME)
            self._tell(homes=scope.named, all_may_be_named=all_named)
            self._tell(may_be_named=_named(scope.may_see))
            self._tell(unseen=None if all_named else pattern(self._unseen()))
        self.scope = scope

    def _tell_known(self, known: datetime) -> None:
        if known != self._told.get("known"):
            self._tell(known=known, first_records=None)
            if self._counted is not None:
                self._tell(first_records=self.first_records())

    def first_records(self) -> list[Any] | None:
        """How far back the records of the whole service go: of each kind of visit or review kind, first, first_sent."""
        return first_records.told(self._connection.execute, {} if self._counted is None else self._counted)

    def _known(self, scope: Scope) -> datetime:
        """The moment up to which what is stored was known."""
        if scope.known_at is None or scope.in_order:
            return scope.known
        return reached(self._connection.execute, scope.known)

    def _tell(self, **variables: Any) -> None:
        for name, value in variables.items():
            if value != self._told.get(name):
                self._connection.execute(f"set variable {name} = ${name}", {name: value})
        self._told |= variables

    def _unseen(self) -> list[str]:
        return [name for (name,) in self.run("select name from unseen_names").fetchall()]

    @contextmanager
    def proposing(self, settings: tuple[tuple[str, float], ...]) -> Iterator["Cursor"]:
        """The same cursor while the settings hold as if those (id and value) were made."""
        proposed = [{"setting": setting, "value": float(value)} for setting, value in settings]
        self._connection.execute("set variable proposed = $proposed", {"proposed": proposed or None})
        try:
            yield self
        finally:
            self._connection.execute("reset variable proposed")

    def run(self, sql: str, **parameters: Any) -> duckdb.DuckDBPyConnection:
        """Runs a statement; what it answers is fetched from what comes back."""
        return self._connection.execute(sql, parameters or None)

    def rows(self, sql: str, **parameters: Any) -> list[Any]:
        """The query's rows as dictionaries; each question says in its own type what is in them."""
        answer = self.run(sql, **parameters)
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    @contextmanager
    def offering(self, name: str, rows: Any) -> Iterator[None]:
        """A frame or an Arrow table under that name for a while."""
        self._connection.register(name, rows)
        try:
            yield
        finally:
            self._connection.unregister(name)

    def lay(self, name: str, rows: Any, columns: dict[str, str]) -> None:
        """Makes a temporary table of a frame, with those columns (name and SQL type); what had the name is gone."""
        typed = ", ".join(f"{column}::{kind} as {column}" for column, kind in columns.items())
        with self.offering("laid", rows):
            self._connection.execute(f"create or replace temp table {name} as select {typed} from laid")


def _named(homes: frozenset[str] | Every) -> list[str] | None:
    return None if isinstance(homes, Every) else sorted(homes)
