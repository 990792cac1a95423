"""Brings what is kept up to date: what a change touched is made anew, a kind after those that it needs."""

from datetime import datetime
from threading import RLock

from metrics.kept.kinds import Kept, Made, Query, Rows, Stood
from metrics.kept.stands import changed, stands, stood_beside
from metrics.kept.touched import touched_since
from qa_data.cursor import Cursor
from qa_data.program import fingerprint
from qa_data.scope import of_every_home
from qa_data.store import Store

SCHEMA = (
    "create schema if not exists qa_kept",
    "create table if not exists qa_kept.stands "
    "(name varchar, variant varchar, change timestamp, program varchar, beside varchar)",
)

KEEPING = RLock()


def keep(store: Store, kind: Kept, variant: str) -> None:
    """Brings the variant's rows up to date, after those that they are made from: one at a time, so that what many ask
    for at once is made once."""
    with KEEPING:
        _kept(store, kind, variant)


def _kept(store: Store, kind: Kept, variant: str) -> None:
    for need in kind.needs:
        _kept(store, need, "")
    now, every = store.once(changed), of_every_home()
    stand = store.once(stands).get((kind.name, variant))
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
