"""A store copied whole between a file and the ledger, either way, and compared row by row."""

from pathlib import Path

import duckdb

from qa_data.file import MEMORY
from qa_data.ledger.given import GIVEN, every_row, said
from qa_data.ledger.head import follow, ready, replace
from qa_data.ledger.server import Asked, Server, pour
from qa_data.opening import connected
from qa_data.trouble import StoreUnavailable
from qa_data.where import named

NOT_EMPTY = (
    "There is a store on {server} already, and a copy is not written over it. Name an empty database; or put a backup"
    " in its place: python -m qa_data restore FILE"
)

NOT_THE_SAME = (
    "The copy on {server} is not what was copied: {wrong} of the rows of {table} differ. Nothing was kept. Pass this"
    " sentence on to whoever keeps the program."
)


def into_file(address: str, file: Path) -> None:
    """Writes what the ledger has at this moment into a new file of its own, which any program of this version opens."""
    server = Server(address)
    ready(server)
    with connected(str(file), copy_beside=False) as connection:
        with server.asked() as asked:
            follow(asked, connection, 0)
            _must_be_equal(server, asked, connection)
        connection.execute("checkpoint")


def from_file(file: str, address: str) -> dict[str, int]:
    """Writes all that the store in the file has into a ledger that has nothing, and answers how many rows of which
    table. StoreUnavailable where the ledger has something, the file is no store or the copy is not the same.
    """
    if not Path(file).is_file():
        raise StoreUnavailable(f"There is no file {file}. Name the database, for example data/qa.duckdb.")
    server = Server(address)
    ready(server)
    with connected(file) as connection, server.alone() as asked:
        if asked.rows("select 1 from qa.given limit 1"):
            raise StoreUnavailable(NOT_EMPTY.format(server=named(address)))
        replace(asked, every_row(connection))
        _must_be_equal(server, asked, connection)
        return _counted(connection)


def rows_in(file: str) -> dict[str, int]:
    """How many rows of which table the store in the file has."""
    with connected(file) as connection:
        return _counted(connection)


def _counted(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    return {table: connection.execute(f"select count(*) from main.{table}").fetchall()[0][0] for table in GIVEN}


def _must_be_equal(server: Server, asked: Asked, connection: duckdb.DuckDBPyConnection) -> None:
    """Reads the ledger anew and compares it with the store, row by row; StoreUnavailable where any differ."""
    with connected(MEMORY) as read:
        follow(asked, read, 0)
        pour(read, "theirs", every_row(connection))
        for table in GIVEN:
            theirs = f"select row from theirs where of_table = '{table}'"
            ours = f"select row from ({said(table)})"
            both = f"(({theirs}) except all ({ours})) union all (({ours}) except all ({theirs}))"
            [[wrong]] = read.execute(f"select count(*) from ({both})").fetchall()
            if wrong:
                raise StoreUnavailable(NOT_THE_SAME.format(server=server.name, wrong=wrong, table=table))
