"""Where a store is: a file of this machine, or a PostgreSQL server that many machines share."""

import hashlib
import os
from pathlib import Path
from urllib.parse import urlsplit

OWN_FOLDER = "QA_NODE"
"""Names the folder in which each process of this machine keeps its own copy of a store that is on a server."""

DEFAULT_FOLDER = "data/nodes"

SCHEMES = ("postgresql://", "postgres://")


def on_a_server(database: str) -> bool:
    """Whether the database is named by the address of a PostgreSQL server, and not by a file's path."""
    return database.startswith(SCHEMES)


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
