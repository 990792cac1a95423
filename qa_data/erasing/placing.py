"""A new file in another's place: at any moment either of them stands whole, and the one that goes is written over."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from qa_data.copying import HALF_MADE, LOG

AT_ONCE = 1 << 20
"""So many bytes are written over at once."""


def put_in_place(new: Path, database: Path, let_go: Callable[[], None]) -> None:
    """Puts the file in the database's place. Whoever holds the database does until then, so that nobody writes to it
    in between; `let_go` closes it afterwards, or before where a system does not move what is open.
    """
    shutil.copymode(database, new)
    _to_the_disk(new)
    with database.open("r+b") as gone:
        # This is closed after the database: closing it gives up every lock that the process has on the file.
        try:
            os.replace(new, database)
            let_go()
        except PermissionError:
            let_go()
            os.replace(new, database)
        _to_the_disk(database.parent)
        if os.fstat(gone.fileno()).st_nlink == 0:
            _written_over(gone)


def removed(path: Path) -> None:
    """Takes a database and its log away, written over where no other name has the same file."""
    for ending in ("", LOG):
        file = Path(f"{path}{ending}")
        if file.exists():
            with file.open("r+b") as gone:
                file.unlink()
                if os.fstat(gone.fileno()).st_nlink == 0:
                    _written_over(gone)


def sweep(database: Path) -> None:
    """Takes away what a killed program left beside the database: a file half written anew or half copied, and what
    DuckDB laid aside for lack of memory. Nobody else may have the database open.
    """
    for left in (HALF_MADE, ".copying"):
        removed(Path(f"{database}{left}"))
    shutil.rmtree(f"{database}.tmp", ignore_errors=True)


def _written_over(gone: BinaryIO) -> None:
    # On a disk that writes in place the old bytes are gone; a solid-state disk may write the zeros elsewhere.
    left = gone.seek(0, os.SEEK_END)
    gone.seek(0)
    while left > 0:
        left -= gone.write(bytes(min(left, AT_ONCE)))
    gone.flush()
    os.fsync(gone.fileno())


def _to_the_disk(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
