"""What is looked at of the database itself."""

from collections.abc import Iterator
from pathlib import Path

from qa_data.clock import ahead
from qa_data.copying import LOG
from qa_data.doctor.check import Check, Found, Level, Where, ok
from qa_data.migrations import FIRST, VERSION
from qa_data.scope import utc_now
from qa_data.trouble import BY_A_NEWER, BY_ANOTHER, StoreUnavailable
from qa_data.wording import counted

TABLES = """
select table_name from duckdb_tables()
where schema_name = 'main' and database_name = current_database() and not temporary order by all
"""

EVERY_BLOCK = 'select count(*), bit_xor(hash(each)) from main."{table}" each'
"""Reads all there is, so that DuckDB compares each block with its checksum."""

LOG_IS_LARGE = 64_000_000
"""Bytes: DuckDB takes its log in long before."""

BACK = "put a backup back: python -m qa_data restore FILE, for example restore backup.duckdb"


def _opens(where: Where) -> Iterator[Found]:
    try:
        tables = {name for (name,) in where.rows(TABLES)}
        version = where.rows("select max(version) from main.store_version") if "store_version" in tables else [(FIRST,)]
    except StoreUnavailable as why:
        yield Found(Level.WRONG, str(why), "do what is said here, for example name the right file with --db")
        return
    yield _of_version(tables, version[0][0] or FIRST)


def _of_version(tables: set[str], version: int) -> Found:
    if tables and "uploads" not in tables:
        return Found(Level.WRONG, BY_ANOTHER, "name the right file, for example --db data/qa.duckdb")
    if version > VERSION:
        return Found(Level.WRONG, BY_A_NEWER, "start the newer version of this program")
    if version < VERSION:
        said = f"opens; version {version}, this program's is {VERSION}"
        return Found(Level.LOOK, said, "make a backup; the next start brings it up to date and keeps a copy beside it")
    return ok(f"opens; version {version}")


def _whole(where: Where) -> Iterator[Found]:
    tables = [name for (name,) in where.rows(TABLES)]
    try:
        rows = sum(where.rows(EVERY_BLOCK.format(table=name))[0][0] for name in tables)
    except StoreUnavailable as why:
        yield Found(Level.WRONG, f"a part of it cannot be read. {why}", BACK)
        return
    yield ok(f"every block was read: {counted(rows, 'row')} in {counted(len(tables), 'table')}")


def _size(where: Where) -> Iterator[Found]:
    size, log = (_bytes(f"{where.database}{ending}") for ending in ("", LOG))
    said = f"{_megabytes(size)}; its log {_megabytes(log)}"
    if log > LOG_IS_LARGE:
        yield Found(Level.LOOK, said, "see whether the disk is full; then start the dashboard anew, which takes it in")
    else:
        yield ok(said)


def _bytes(path: str) -> int:
    return Path(path).stat().st_size if Path(path).exists() else 0


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"


def _encryption(where: Where) -> Iterator[Found]:
    yield ok("encrypted" if where.is_encrypted else "not encrypted, which is a setting: docs/keeping.md")


def _clock(where: Where) -> Iterator[Found]:
    [(last,)] = where.rows("select max(moment) from main.uploads")
    if wrong := ahead(last, utc_now()):
        yield Found(Level.WRONG, wrong, "set this machine's clock by the network, for example timedatectl set-ntp true")
        return
    [(jumps,)] = where.rows("select count(*) from main.clock")
    said = f"right by the store; {counted(jumps, 'change')} stored while it ran behind an earlier one"
    yield (
        Found(Level.LOOK, said, "see that it is set by the network: timedatectl") if jumps else ok("right by the store")
    )


CHECKS = (
    Check("store", "that the database opens, and which version it has", _opens, of_store=True, of_holder=True),
    Check("integrity", "every block of it", _whole, of_store=True, of_holder=True),
    Check("size", "the size of it and of its log", _size, of_store=True, of_holder=True),
    Check("encryption", "whether it is encrypted", _encryption, of_store=True, of_holder=True),
    Check("clock", "whether the clock has jumped", _clock, of_store=True, of_holder=True),
)
