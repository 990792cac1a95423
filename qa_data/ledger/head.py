"""How the ledger stands: made, upgraded and replaced as a whole, each under its lock."""

import json
from typing import NamedTuple
from uuid import uuid4

import duckdb

from qa_data.file import MEMORY
from qa_data.ledger.given import GIVEN, every_row, take_in
from qa_data.ledger.server import Asked, Server, quoted
from qa_data.migrations import VERSION
from qa_data.opening import bring_up
from qa_data.schema import made
from qa_data.trouble import StoreUnavailable

LAID = (
    "head (epoch text not null, version integer not null, columns text not null)",
    "given (position bigint generated always as identity primary key, mark uuid not null default gen_random_uuid(),"
    " of_table text not null, row text not null)",
)

THERE = "select to_regclass('qa.head') is not null"

HEAD = """
select epoch, version, columns, coalesce(last, 0), (select mark::text from qa.given where position = {position})
from qa.head, (select max(position) as last from qa.given) given
"""

AT_ONCE = 100_000
"""So many rows are taken in at once: what of them is in memory stays small, however much there is."""

MORE = "select position, of_table, row from qa.given where position > {position} order by position limit {most}"

OF_A_NEWER = (
    "The store on {server} was brought up to date by a newer version of this program. Nothing was read or changed:"
    " start the newer version here too."
)


class Head(NamedTuple):
    """`epoch`: another one after all of the ledger was written anew; `version` and `columns` (by table, names and SQL
    types) of the program that brought it up to date; `last`: the position of its last row; `mark`: what no other row
    has of the one that was asked of, or of the last. A server that was put back to an earlier day has other rows where
    it once had these.
    """

    epoch: str
    version: int
    columns: str
    last: int
    mark: str | None

    @property
    def given(self) -> dict[str, dict[str, str]]:
        """The columns of each table and their SQL types, as they were when it was brought up to date."""
        return json.loads(self.columns)


def ready(server: Server, position: int | None = None) -> Head:
    """How the ledger stands, with the mark of the row at that position; made if it is not there and brought up to date
    if it is behind. StoreUnavailable where a newer version made it.
    """
    with server.asked() as asked:
        found = head(asked, position) if asked.rows(THERE) == [(True,)] else None
    if found and known(server, found):
        return found
    server.lay(*LAID)
    with server.alone() as asked:
        return _brought_up(server, asked)


def head(asked: Asked, position: int | None = None) -> Head:
    """How the ledger stands, with the mark of the row at that position, or of the last. One in which nothing was ever
    laid down has no version.
    """
    told = asked.rows(HEAD.format(position="last" if position is None else position))
    return next((Head(*row) for row in told), Head("", 0, "{}", 0, None))


def known(server: Server, found: Head) -> bool:
    """Whether it is of this very version, else of an earlier one; StoreUnavailable where it is of a newer."""
    given = found.given
    more = [table for table, columns in given.items() if columns.keys() - GIVEN.get(table, {}).keys()]
    if found.version > VERSION or (found.version == VERSION and more):
        raise StoreUnavailable(OF_A_NEWER.format(server=server.name))
    lacking = [table for table, columns in GIVEN.items() if columns.keys() - given.get(table, {}).keys()]
    return found.version == VERSION and not lacking


def _brought_up(server: Server, asked: Asked) -> Head:
    found = head(asked)
    if not found.version:
        return begin(asked)
    if not known(server, found):
        return _upgraded(asked, found)
    return found


def _upgraded(asked: Asked, found: Head) -> Head:
    """Takes the steps from the version that the ledger has, on a copy of it, which then takes its place."""
    if found.version == VERSION:  # columns came, and no row says anything in them
        asked.do(f"update qa.head set columns = {quoted(json.dumps(GIVEN))}")
        return head(asked)
    with duckdb.connect(MEMORY) as connection:
        for table, columns in found.given.items():
            connection.execute(made(table, columns))
        connection.execute(made("store_version", {"version": "integer"}))
        follow(asked, connection, 0, found.given)
        bring_up(connection, found.version)
        return replace(asked, every_row(connection))


def follow(
    asked: Asked, connection: duckdb.DuckDBPyConnection, position: int, given: dict[str, dict[str, str]] = GIVEN
) -> int:
    """Takes in the rows after that position, and answers that of the last."""
    last: int | None = position
    while last is not None:
        position = last
        asked.lay(connection, "taken", MORE.format(position=position, most=AT_ONCE))
        take_in(connection, given)
        [(last,)] = connection.execute("select max(position) from taken").fetchall()
    connection.execute("drop table taken")
    return position


def begin(asked: Asked) -> Head:
    """Writes the head of a new epoch, of this version: every process that follows the ledger begins anew then."""
    told = f"{quoted(str(uuid4()))}, {VERSION}, {quoted(json.dumps(GIVEN))}"
    asked.do("delete from qa.head", f"insert into qa.head values ({told})")
    return head(asked)


def replace(asked: Asked, rows: duckdb.DuckDBPyRelation) -> Head:
    """Puts these rows in the place of all that the ledger has. How it stands from then on, in an epoch of its own."""
    asked.do("truncate qa.given")  # at once out of the server's files, as an erasure must be
    asked.add(rows)
    return begin(asked)
