"""Where a store is: a file of this machine, or a PostgreSQL server that many machines share."""

import hashlib
import os
import re
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from qa_data.trouble import StoreUnavailable

OWN_FOLDER = "QA_NODE"
"""Names the folder in which each process of this machine keeps its own copy of a store that is on a server."""

DEFAULT_FOLDER = "data/nodes"

SCHEMES = ("postgresql://", "postgres://")

OTHER_ADDRESS = re.compile(
    r"""\s*(?:
        ((?:jdbc:)?[a-z][a-z0-9+.-]+):/                                      # a scheme, whichever
        | (postgre\w*|pg|psql) \s* (?:[:;]|//)                               # one in which a sign was left out
        | [a-z][^/\\\s:;]+ \s* (?:[:;]|//.*:) .*\S@\S                       # account:password@server
        | (?:.*\s)? (?:host|hostaddr|user|dbname|password) \s* =             # what libpq takes in its place
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""How an address begins, and what is meant as one of a PostgreSQL server and lacks a sign. One letter and a colon are a
drive of Windows."""

NO_STORE = (
    "A store cannot be at an address that begins {so}: name a file, for example data/qa.duckdb, or a"
    " PostgreSQL server, for example postgresql://qa@server/qa."
)


UNREADABLE = (
    "The address of the PostgreSQL server cannot be read. In its account and its password write every sign that is no"
    " letter or figure by its code, for example @ as %40, : as %3A, / as %2F and a space as %20:"
    " postgresql://qa:pass%40word@server/qa"
)


ACCOUNT = re.compile(r"(?<=//).*@", re.DOTALL)
"""What stands in an address before the server's name: to the last sign, since a password may hold any."""


def without_account(said: str) -> str:
    """What is said, without the account and password of an address in it."""
    return ACCOUNT.sub("…@", said)


def is_address(told: str) -> bool:
    """Whether it is, or was meant to be, an address and not a path."""
    return bool(OTHER_ADDRESS.match(told))


def on_a_server(database: str) -> bool:
    """Whether the database is named by the address of a PostgreSQL server, and not by a file's path. StoreUnavailable
    where it is the address of anything else, which may hold a password and is not told.
    """
    if database.startswith(SCHEMES):
        if not _readable(database):
            raise StoreUnavailable(UNREADABLE)
        return True
    if other := OTHER_ADDRESS.match(database):
        scheme = other[1] or other[2]
        raise StoreUnavailable(NO_STORE.format(so=f"with {scheme}" if scheme else "like this"))
    return False


def _readable(address: str) -> bool:
    """Whether account and password end where they seem to: else a part of them would be taken for the server's name,
    and told."""
    try:
        told = urlsplit(address)
        return not _amiss(told) and told.port != 0
    except ValueError:
        return False


def _amiss(told: SplitResult) -> bool:
    return "@" in told.netloc.rpartition("@")[0] + told.path or bool(told.fragment or re.search(r"\s", told.netloc))


def named(database: str) -> str:
    """What may be told of where the store is: of a server its name and the database, without account and password."""
    if not on_a_server(database):
        return database
    told = urlsplit(database)
    return f"{told.hostname or 'localhost'}{f':{told.port}' if told.port else ''}{told.path}"


def beside(database: str) -> Path:
    """Beside which name this machine keeps what belongs to the store: its file; of one on a server a name in the folder
    for copies, which tells nothing of the address.
    """
    if not on_a_server(database):
        return Path(database)
    name = hashlib.sha256(named(database).encode()).hexdigest()[:12]
    return Path(os.environ.get(OWN_FOLDER) or DEFAULT_FOLDER, name)
