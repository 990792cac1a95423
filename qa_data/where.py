"""Where a store is: a file of this machine, or a PostgreSQL server that many machines share."""

import hashlib
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from qa_data.trouble import StoreUnavailable

OWN_FOLDER = "QA_NODE"
"""Names the folder in which each process of this machine keeps its own copy of a store that is on a server."""

DEFAULT_FOLDER = "data/nodes"

SCHEMES = ("postgresql://", "postgres://")

OTHER_ADDRESS = re.compile(r"\s*([a-z][a-z0-9+.:-]+):/", re.IGNORECASE)
"""How any address begins. One letter and a colon are a drive of Windows."""

NO_STORE = (
    "A store cannot be at an address that begins with {scheme}: name a file, for example data/qa.duckdb, or a"
    " PostgreSQL server, for example postgresql://qa@server/qa."
)


def on_a_server(database: str) -> bool:
    """Whether the database is named by the address of a PostgreSQL server, and not by a file's path. StoreUnavailable
    where it is the address of anything else, which may hold a password and is not told.
    """
    if database.startswith(SCHEMES):
        return True
    if other := OTHER_ADDRESS.match(database):
        raise StoreUnavailable(NO_STORE.format(scheme=other[1]))
    return False


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
