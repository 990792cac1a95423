"""Copies of the store's file: a name that nothing has, and the file as it stood at one moment."""

import shutil
import time
from datetime import datetime
from itertools import count
from pathlib import Path

TRIES, PAUSE = 40, 0.25
"""So often it is tried, so many seconds apart, to copy between two changes."""

LOG = ".wal"
"""DuckDB keeps what was written last in a file beside the database, until there is enough of it."""

HALF_MADE = ".erasing"
"""What a file that is written anew beside the database, to take its place, is called until it does."""

State = list[tuple[int, int] | None]


class NeverStill(Exception):
    """The database is being written to without a pause."""


def free(path: Path) -> Path:
    """A name beside the path that nothing has: with the moment, and a number where there are several."""
    moment = f"{path.stem} before {datetime.now():%Y-%m-%d %H%M%S}"
    names = (path.with_name(f"{moment}{f' {number}' if number else ''}{path.suffix}") for number in count())
    return next(name for name in names if not name.exists())


def copied(database: Path, copy: Path) -> State:
    """Copies the database and its log as they stood at one moment: nothing was written from before the copy to after
    it. The state in which it was. NeverStill when there is no such moment.
    """
    for _ in range(TRIES):
        before = state(database)
        for ending in ("", LOG):
            copy.with_name(copy.name + ending).unlink(missing_ok=True)
            if Path(f"{database}{ending}").exists():
                shutil.copyfile(f"{database}{ending}", f"{copy}{ending}")
        if state(database) == before:
            return before
        time.sleep(PAUSE)
    raise NeverStill


def state(database: Path) -> State:
    """When the database and its log were last written to, and how large they are; None for what is not there."""
    paths = [Path(f"{database}{ending}") for ending in ("", LOG)]
    return [(path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None for path in paths]
