"""Answers that are kept in the store, a home at a time, and brought up to date at the first question after a change.

What is kept depends on nothing but the store, the program and its `variant` (a month, say): an upload or a decision
makes anew only the rows of the homes that it touched, another edition of the program all of them.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import RLock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, Union

from duckdb import CatalogException
from pandas import DataFrame

from metrics.touched import touched_since
from qa_data.cursor import Cursor
from qa_data.program import fingerprint
from qa_data.scope import Scope, of_every_home
from qa_data.store import Store
from qa_data.uploads import last_change

if TYPE_CHECKING:
    from pyarrow import Table

SCHEMA = (
    "create schema if not exists qa_kept",
    "create table if not exists qa_kept.stands "
    "(name varchar, variant varchar, change timestamp, program varchar, beside varchar)",
)

MANY = 100
"""From so many homes on what a home's change makes anew is that home's rows alone."""

TRIES = 20
"""So often a question begins again because somebody changed the store meanwhile; then it is answered from the rows."""


@dataclass(frozen=True)
class Query:
    """A query with the parameters that are bound in it."""

    sql: str
    parameters: dict[str, Any] = field(default_factory=dict)


Rows = Union[Query, DataFrame, "Table"]


@dataclass(frozen=True)
class Kept:
    """A relation of kept rows. `columns`: their names and SQL types, `home` among them; `made` answers a variant's rows
    within a scope, as a query, a frame or an Arrow table, and may ask the kinds that it `needs`. At most so many
    variants are kept (`at_most`; None: all), the newest made. What is `of_many` homes is kept of these alone: of few it
    is worked out as soon as it is found. What is of `every_version` is true whatever was known by when. What is
    `of_service` depends on other homes' rows too, so any change makes all of it anew. Where it depends on little that
    the homes have in common, `brought_up` says which rows of a variant are made anew from how it stood."""

    name: str
    columns: dict[str, str]
    made: Callable[[Store, Scope, str], Rows]
    at_most: int | None = None
    of_many: bool = False
    every_version: bool = False
    of_service: bool = False
    needs: tuple["Kept", ...] = ()
    brought_up: Callable[[Store, str, "Stood | None"], "Made"] | None = None


class Stood(NamedTuple):
    """Up to which change a variant is kept by this edition of the program, what was kept `beside` its rows, and which
    homes were `touched` since (None: all of them)."""

    change: datetime
    beside: str
    touched: frozenset[str] | None


class Made(NamedTuple):
    """Rows that are made anew, of which homes all they are (None: of every one), and what is kept `beside` them."""

    rows: Rows
    homes: frozenset[str] | None
    beside: str = ""


class Stale(Exception):
    """What is kept of `kind` and `variant` is older than the snapshot that is read."""

    def __init__(self, kind: Kept, variant: str):
        super().__init__(kind.name, variant)
        self.kind, self.variant = kind, variant


Answer = TypeVar("Answer")

KEEPING = RLock()

_AFRESH: ContextVar[bool] = ContextVar("afresh", default=False)


def answered(question: Callable[..., Answer], store: Store, scope: Scope, *words: Any) -> Answer:
    """The question's answer, all of it from one moment of the store. What is kept is brought up to date before that
    moment."""
    for _ in range(TRIES):
        try:
            with store.snapshot():
                return question(store, scope, *words)
        except Stale as stale:
            _keep(store, stale.kind, stale.variant)
    token = _AFRESH.set(True)
    try:
        with store.snapshot():
            return question(store, scope, *words)
    finally:
        _AFRESH.reset(token)


def lay(store: Store, cursor: Cursor, kind: Kept, variant: str = "", whole_service: bool = False) -> None:
    """Makes the view of the kind's name on the cursor: its rows of the variant, kept or, where it is asked what was
    known earlier, worked out afresh; of the homes of the scope, or of the whole service for what is narrowed later."""
    if may_be_kept(kind, store, cursor.scope):
        if store.once(_stands).get((kind.name, variant)) != (store.once(_changed), fingerprint()):
            _bring_up_to_date(store, kind, variant)
        rows = f"select * exclude (variant) from qa_kept.{kind.name} where variant = '{variant}'"
    else:
        scope = cursor.scope.of_whole_service() if whole_service else cursor.scope
        with cursor.within(scope):
            _lay_afresh(store, cursor, kind, kind.made(store, scope, variant))
        rows = f"from {kind.name}_afresh"
    seen = "" if whole_service else "where seen(home)"
    cursor.run(f"create or replace temp view {kind.name} as select * from ({rows}) {seen}")


def rows_kept(kind: Kept, variant: str, store: Store, scope: Scope) -> DataFrame | None:
    """What was kept of that variant and the homes of the scope by this edition of the program, whatever changed since;
    None without any. For what goes on from what it was before."""
    if stood_beside(kind, variant, store) is None:
        return None
    with store.reading(scope) as cursor:
        told = f"select * exclude (variant) from qa_kept.{kind.name} where variant = $variant and seen(home)"
        rows = cursor.run(told, variant=variant).df()
    return rows if len(rows) else None


def stood_beside(kind: Kept, variant: str, store: Store) -> str | None:
    """What was kept beside those rows; None where none are kept by this edition of the program."""
    stood = "select beside from qa_kept.stands where name = $name and variant = $variant"
    stand = store.once(_stands).get((kind.name, variant))
    if stand is None or stand[1] != fingerprint():
        return None
    return store.rows(of_every_home(), stood, name=kind.name, variant=variant)[0]["beside"]


def may_be_kept(kind: Kept, store: Store, scope: Scope) -> bool:
    """Whether the question is of the store as it stands today, and so can be answered from what is kept."""
    if _AFRESH.get() or scope.as_at > date.today() or (kind.of_many and not of_many(store)):
        return False
    known_now = scope.known_at is None or last_change(store, scope) == store.once(_changed)
    return known_now or kind.every_version


def of_many(store: Store) -> bool:
    """Whether the service is of so many homes that what a change touched is made anew alone."""
    return store.rows(of_every_home(), "select count(distinct home) as homes from main.homes")[0]["homes"] >= MANY


def _lay_afresh(store: Store, cursor: Cursor, kind: Kept, rows: Rows) -> None:
    if not isinstance(rows, Query):
        cursor.lay(f"{kind.name}_afresh", rows, kind.columns)
        return
    for need in kind.needs:
        lay(store, cursor, need, whole_service=True)
    cursor.run(f"create or replace temp table {kind.name}_afresh as {rows.sql}", **rows.parameters)


def _bring_up_to_date(store: Store, kind: Kept, variant: str) -> None:
    # A snapshot would not see what is written beside it: whoever began it brings up to date and begins again.
    if store.in_snapshot:
        raise Stale(kind, variant)
    _keep(store, kind, variant)


def _keep(store: Store, kind: Kept, variant: str) -> None:
    """Brings the variant's rows up to date, after those that they are made from: one at a time, so that what many ask
    for at once is made once."""
    with KEEPING:
        _kept(store, kind, variant)


def _kept(store: Store, kind: Kept, variant: str) -> None:
    for need in kind.needs:
        _kept(store, need, "")
    now, every = store.once(_changed), of_every_home()
    stand = store.once(_stands).get((kind.name, variant))
    if stand == (now, fingerprint()):
        return
    made = _made(store, kind, variant, stand)
    scope = every if made.homes is None else every.narrowed(made.homes)
    with store.writing(scope, worked_out=True) as cursor:
        _make_room(cursor, kind, variant, made.homes)
        for need in kind.needs:
            cursor.run(f"create temp view {need.name} as select * exclude (variant) from qa_kept.{need.name}")
        _insert(cursor, kind, variant, made.rows)
        cursor.run(
            "insert into qa_kept.stands values ($name, $variant, $now, $program, $beside)",
            **{"name": kind.name, "variant": variant, "now": now, "program": fingerprint(), "beside": made.beside},
        )


def _made(store: Store, kind: Kept, variant: str, stand: tuple[datetime, str] | None) -> Made:
    """The rows that have to be made anew, from how the variant stood."""
    apart = stand and stand[1] == fingerprint() and not kind.of_service
    touched = touched_since(stand[0], store) if stand and apart else None
    if kind.brought_up:
        beside = stood_beside(kind, variant, store)
        return kind.brought_up(store, variant, Stood(stand[0], beside, touched) if stand and beside else None)
    scope = of_every_home() if touched is None else of_every_home().narrowed(touched)
    return Made(kind.made(store, scope, variant), touched)


def _changed(store: Store) -> datetime | None:
    return last_change(store, of_every_home())


def _stands(store: Store) -> dict[tuple[str, str], tuple[datetime, str]]:
    """Of each kind and variant that is kept up to which change, and by which edition of the program."""
    with store.reading(of_every_home()) as cursor:
        try:
            rows = cursor.run("select name, variant, change, program from qa_kept.stands").fetchall()
        except CatalogException:  # nothing was ever kept
            return {}
    return {(name, variant): (change, program) for name, variant, change, program in rows}


def _make_room(cursor: Cursor, kind: Kept, variant: str, touched: frozenset[str] | None) -> None:
    """Takes away what will be made anew: the touched homes' rows, or all of the variant; and all that another edition
    of the program kept."""
    for statement in SCHEMA:
        cursor.run(statement)
    _forget_other_programs(cursor)
    columns = ", ".join(f"{name} {sql_type}" for name, sql_type in kind.columns.items())
    cursor.run(f"create table if not exists qa_kept.{kind.name} (variant varchar, {columns})")
    if touched is not None:
        gone = f"delete from qa_kept.{kind.name} where variant = $variant and list_contains($homes, home)"
        cursor.run(gone, variant=variant, homes=sorted(touched))
    elif kind.at_most == 1:
        cursor.run(f"create or replace table qa_kept.{kind.name} (variant varchar, {columns})")
    else:
        cursor.run(f"delete from qa_kept.{kind.name} where variant = $variant", variant=variant)
    cursor.run("delete from qa_kept.stands where name = $name and variant = $variant", name=kind.name, variant=variant)
    if kind.at_most:
        _forget_older(cursor, kind, kind.at_most - 1)


def _forget_older(cursor: Cursor, kind: Kept, left: int) -> None:
    """Takes away all variants but so many, the newest made."""
    made = "select variant from qa_kept.stands where name = $name order by rowid desc offset $left"
    for row in cursor.rows(made, name=kind.name, left=left):
        cursor.run(f"delete from qa_kept.{kind.name} where variant = $variant", **row)
        cursor.run("delete from qa_kept.stands where name = $name and variant = $variant", name=kind.name, **row)


def _forget_other_programs(cursor: Cursor) -> None:
    if cursor.rows("select 1 from qa_kept.stands where program <> $program limit 1", program=fingerprint()):
        for row in cursor.rows("select table_name from duckdb_tables() where schema_name = 'qa_kept'"):
            cursor.run(f"drop table qa_kept.{row['table_name']}")
        for statement in SCHEMA:
            cursor.run(statement)


def _insert(cursor: Cursor, kind: Kept, variant: str, rows: Rows) -> None:
    if not isinstance(rows, Query):
        with cursor.offering("made", rows):
            _insert(cursor, kind, variant, Query("from made"))
        return
    insert = f"insert into qa_kept.{kind.name} by name select $variant as variant, * from ({rows.sql})"
    cursor.run(insert, variant=variant, **rows.parameters)
