"""Where a store is: a file of this machine, or a PostgreSQL server that many machines share."""

from urllib.parse import urlsplit

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
