"""A store's file written anew without what is erased: deleting alone leaves the bytes in the file's free blocks."""

from collections.abc import Callable
from pathlib import Path

from duckdb import DuckDBPyConnection

from qa_data.copying import HALF_MADE
from qa_data.erasing.found import InTable, counted
from qa_data.erasing.placing import put_in_place, removed, sweep
from qa_data.erasing.plan import Change, Plan
from qa_data.erasing.walking import Run, Table, running, tables
from qa_data.file import attach
from qa_data.key import key
from qa_data.opening import as_it_stands, connected
from qa_data.schema import content, row_key

NEW = "written_anew"

NOT_THE_SAME = "the file written anew is not what it should be"

EARLIER = "over (partition by row_key order by stood rows between unbounded preceding and 1 preceding)"

OWN_SET, DIFFERS = "coalesce(had::varchar, '')", "min({set}) {earlier} <> {set} or max({set}) {earlier} <> {set}"

MIXED = f"mixed and coalesce({DIFFERS.format(set=OWN_SET, earlier=EARLIER)}, false)"
"""Whether an earlier version of the row that is still there had other columns."""

Line = Callable[[Run, str, list[InTable]], None]
"""Adds the line of what was done to a schema of the file written anew."""


class NotTheSame(Exception):
    """The file that was written anew lacks something that stays, or has something that goes; nothing was changed."""


def rewrite(database: Path, planned: Callable[[Run], Plan], line: Line | None = None) -> list[InTable]:
    """Puts a file in the database's place in which the plan is carried out, and answers what went. StoreUnavailable
    when the file is in use or is no store; NotTheSame, duckdb.Error or OSError when it could not be written, and then
    it stands as it stood.
    """
    connected(str(database), copy_beside=False).close()
    new = database.with_name(database.name + HALF_MADE)
    with as_it_stands(str(database)) as old:
        sweep(database)
        try:
            old.execute("checkpoint")
            told = _written(old, new, planned, line)
            put_in_place(new, database, old.close)
        except BaseException:
            removed(new)
            raise
    return told


def _written(old: DuckDBPyConnection, new: Path, planned: Callable[[Run], Plan], line: Line | None) -> list[InTable]:
    run = running(old)
    plan = planned(run)
    told = counted(run, plan)
    attach(old, str(new), NEW, key())
    for table in tables(run):
        run(f'create schema if not exists {NEW}."{table.schema}"')
        run(f"create table {NEW}.{table.said} as {kept(table, plan.get(table, Change()))}")
    if line:
        line(run, f"{NEW}.main", told)
    _checked(run, told, bool(line))
    old.execute(f"detach {NEW}")
    with connected(str(new), copy_beside=False) as opened:
        if counted(running(opened), planned(running(opened))):
            raise NotTheSame(NOT_THE_SAME)
        opened.execute("checkpoint")
    return told


def kept(table: Table, change: Change) -> str:
    """SQL: the table's rows as they stand afterwards, in their order."""
    put = ", ".join(f'{said} as "{name}"' for name, said in change.put.items())
    rows = (
        f"select stored.*{f' replace ({put})' if put else ''}, stored.rowid as stood from {table.said} stored"
        f" where not coalesce({change.gone}, false)"
    )
    if table.dataset and change != Change():
        digests = f"{row_key(table.dataset)} as row_key, {content(table.dataset)} as content"
        rows = f"select * replace ({MIXED} as mixed) from (select * replace ({digests}) from ({rows}))"
    return f"select * exclude (stood) from ({rows}) order by stood"


def _checked(run: Run, told: list[InTable], lined: bool) -> None:
    """NotTheSame unless each table has as many rows as it should."""
    gone = {each.table: each.gone for each in told}
    for table in tables(run):
        sums = f"select (select count(*) from {NEW}.{table.said}), (select count(*) from {table.said})"
        [[new, old]] = run(sums).fetchall()
        if new != old - gone.get(table.name, 0) + (lined and table.name == "erasures"):
            raise NotTheSame(f"{NOT_THE_SAME} ({table.name})")
