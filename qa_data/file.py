"""The store's file itself: opened as it is, with the key where it is encrypted."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from weakref import WeakSet, WeakValueDictionary

import duckdb
from duckdb import DuckDBPyConnection

from qa_data.copying import LOG
from qa_data.key import KEY, KEY_FILE, KeyAmiss, key, warn_of_short
from qa_data.private import narrowed, only_own
from qa_data.trouble import NO_DATABASE, NOTHING, UNREADABLE_LOG

MEMORY = ":memory:"

STORE = "store"
"""What an encrypted file is called within DuckDB, which knows a plain one by its name."""

SPILLED = ".tmp"
"""DuckDB keeps in such a folder what a question needs and memory does not hold."""

HEADER = 21
MAGIC = b"DUCK"
"""What every file of DuckDB has at its ninth byte."""

LOG_BEGINS = b"d\x00be\x00"
"""How every log of DuckDB begins; it takes no notice of one that does not."""

CLOSED_IN = "set enable_external_access = false"
"""From then on DuckDB opens no other file and no address."""

NO_KEY = (
    f"The database {{path}} is encrypted and no key is set. Set {KEY}, or {KEY_FILE} to the name of the file that has"
    " it, and begin again."
)

WRONG_KEY = (
    f"The key that is set is not that of the database {{path}}. Set {KEY} or {KEY_FILE} to the right one; without it"
    " nobody can read what is stored, and neither can this program."
)

PLAIN = (
    "A key is set, and the database {path} is not encrypted. Encrypt it: python -m qa_data encrypt --db {path}; or"
    f" begin again without {KEY} and {KEY_FILE}."
)

NO_CIPHER = (
    "A key is set, and the package that encrypts is not installed. Install it: pip install -r requirements.txt; or"
    f" begin again without {KEY} and {KEY_FILE}."
)

_HELD: "WeakValueDictionary[str, DuckDBPyConnection]" = WeakValueDictionary()
"""By its whole path, a connection to each file that this process has opened."""

_ATTACHED: "WeakSet[DuckDBPyConnection]" = WeakSet()
"""The connections to files that are encrypted: only what is attached can be."""


def opened(path: str, with_key: str | None = None) -> DuckDBPyConnection:
    """A connection to the file, made if it is not there; encrypted by the key that is set, or another. Other
    cursors are made by `cursor`. duckdb.Error when it cannot be read, KeyAmiss when the key does not fit.
    """
    if path == MEMORY:
        return duckdb.connect(path)
    only_own()
    secret = with_key or key()
    whole = os.path.abspath(path)
    first = not _holds(whole)
    if first:
        _looked_at(Path(path), secret)
    connection = _encrypted(path, secret) if secret else duckdb.connect(path)
    if first:  # the file is ours alone now: what lies there is of a program that was killed
        shutil.rmtree(f"{path}{SPILLED}", ignore_errors=True)
    _HELD[whole] = connection
    return connection


def cursor(connection: DuckDBPyConnection) -> DuckDBPyConnection:
    """Another cursor of the connection, on the store's tables."""
    made = connection.cursor()
    if connection in _ATTACHED:
        made.execute(f"use {STORE}")
    return made


def encrypted(path: Path) -> bool:
    """Whether the file is a database that was encrypted."""
    begins = _beginning(path)
    return begins[8:12] == MAGIC and begins[20:21] == b"\x01"


def is_database(path: Path) -> bool:
    """Whether it is a file of DuckDB, whoever made it."""
    try:
        return path.is_file() and _beginning(path)[8:12] == MAGIC
    except OSError:
        return False


def _holds(whole: str) -> bool:
    """Whether this process has the file open: to read it beside DuckDB would let go of DuckDB's lock."""
    connection = _HELD.get(whole)
    try:
        return bool(connection and connection.cursor())
    except duckdb.ConnectionException:
        return False


def _looked_at(path: Path, secret: str | None) -> None:
    """Raises duckdb.Error for a file or log of another kind: DuckDB itself would open a spreadsheet as if it were a
    database, and a store as if it had no log.
    """
    log = Path(f"{path}{LOG}")
    begins, log_begins = _beginning(path), _beginning(log)[: len(LOG_BEGINS)]
    if path.exists() and begins[8:12] != MAGIC:
        raise duckdb.IOException(NO_DATABASE if begins else NOTHING)
    if not begins:
        warn_of_short(secret)
    elif bool(secret) != encrypted(path):
        raise KeyAmiss((PLAIN if secret else NO_KEY).format(path=path))
    if not LOG_BEGINS.startswith(log_begins):
        raise duckdb.IOException(UNREADABLE_LOG)
    narrowed(path)
    narrowed(log)


def _beginning(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(HEADER)


def _encrypted(path: str, secret: str) -> DuckDBPyConnection:
    """A connection to the encrypted file, which all that open it in this process share."""
    connection = duckdb.connect(f"{MEMORY}{os.path.abspath(path)}")
    try:
        if not connection.execute("select 1 from duckdb_databases() where database_name = $1", [STORE]).fetchone():
            attach(connection, path, STORE, secret)
        connection.execute(f"use {STORE}")
        _ATTACHED.add(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def attach(
    connection: DuckDBPyConnection, path: str, name: str, secret: str | None, only_to_read: bool = False
) -> None:
    """Attaches the file under that name, encrypted where there is a secret. Neither the secret nor the statement that
    has it stands in what is raised.
    """
    try:
        if secret:
            connection.execute(f"load '{_quoted(_cipher())}'")
            connection.execute("set temp_file_encryption = true")
            connection.execute(f"set temp_directory = '{_quoted(f'{path}{SPILLED}')}'")
        told = ["read_only"] * only_to_read + [f"encryption_key '{_quoted(_as_bytes(secret or ''))}'"] * bool(secret)
        options = f" ({', '.join(told)})" if told else ""
        connection.execute(f"attach '{_quoted(path)}' as {name}{options}")
    except duckdb.Error as error:
        if "Wrong encryption key" in str(error):
            raise KeyAmiss(WRONG_KEY.format(path=path)) from None
        if secret and (secret in str(error) or "encryption_key" in str(error)):
            raise duckdb.IOException("it could not be attached") from None
        raise


def _cipher() -> str:
    """Where the part of DuckDB that encrypts is."""
    package = find_spec("duckdb_extension_httpfs")
    for folder in (package and package.submodule_search_locations) or ():
        return str(Path(folder) / "extensions" / f"v{duckdb.__version__}" / "httpfs.duckdb_extension")
    raise KeyAmiss(NO_CIPHER)


def _as_bytes(secret: str) -> str:
    """The secret as DuckDB reads bytes that are written as words."""
    told = secret.encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if 32 <= byte < 127 and byte != ord("\\") else f"\\x{byte:02X}" for byte in told)


def _quoted(words: str) -> str:
    return str(words).replace("'", "''")
