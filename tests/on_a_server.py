"""The stores that tests draw, on a PostgreSQL server instead of in memory: what holds of one holds of the other."""

import shutil
import tempfile
import weakref
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

from qa_data.file import MEMORY
from qa_data.ledger.node import Node
from qa_data.store import Store
from tests.postgresql import database


class Drawn(Node):
    """A store in a database of its own on the server, both gone with it."""

    def __init__(self, server: str, copies: Path, threads: int | None):
        with ExitStack() as stack:
            folder = tempfile.mkdtemp(dir=copies)
            stack.callback(shutil.rmtree, folder)
            address = stack.enter_context(database(server, uuid4().hex))
            with patch.dict("os.environ", QA_NODE=folder):
                super().__init__(address, threads)
            weakref.finalize(self, stack.pop_all().close).atexit = False  # then the server and the folder go themselves

    @property
    def path(self) -> str:
        """As of what it stands for: nothing is kept beside it."""
        return MEMORY


def opener(opens: type[Store], server: str, copies: Path) -> Callable[..., Store]:
    """What opens a store on the server where one in memory is asked for, and else what it would. `copies`: the folder
    for this process's.
    """

    def opened(path: str, threads: int | None = None, in_passing: bool = False) -> Store:
        return Drawn(server, copies, threads) if path == MEMORY else opens(path, threads, in_passing)

    return opened
