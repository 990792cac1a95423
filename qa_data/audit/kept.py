"""What the audit of a store is kept in."""

from qa_data.audit.file import InFile
from qa_data.audit.server import OnServer
from qa_data.where import on_a_server

Kept = InFile | OnServer


def kept(database: str) -> Kept:
    """That of the store of that name. Both are asked and added to alike."""
    return OnServer(database) if on_a_server(database) else InFile(database)
