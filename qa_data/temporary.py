"""Copies that live only as long as they are needed: in folders of our own, under names that say nothing, for this
account alone. What a killed program left is taken away by the next one; what a living one uses stays.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from qa_data.private import only_own

fcntl: Any = None if os.name == "nt" else import_module("fcntl")
"""What locks files; on Windows none is needed: a folder in which a file is open cannot be renamed there."""

PREFIX = "qa-copies-"
"""What the folders are called; the rest is drawn by lot, so that nobody can be there before."""

HOLD = "held"
"""The file in such a folder that its program has open and locked while it lives."""

TRIES = 10


@contextmanager
def folder(beside: Path) -> Iterator[Path]:
    """A new folder for copies in the folder given, gone afterwards. OSError when it cannot be made."""
    only_own()
    made, hold = _held(beside)
    try:
        yield made
    finally:
        os.close(hold)
        shutil.rmtree(made, ignore_errors=True)


def sweep(beside: Path) -> None:
    """Takes away what programs of this account that were killed left in the folder given."""
    for left in beside.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if _own(left):
                _taken_away(left)


def _held(beside: Path) -> tuple[Path, int]:
    for _ in range(TRIES):
        made = Path(tempfile.mkdtemp(prefix=PREFIX, dir=beside))
        try:
            return made, _hold(made)
        except FileNotFoundError:  # swept before it was held
            continue
    raise FileNotFoundError(f"{PREFIX} folders are taken away as soon as they are made")


def _hold(made: Path) -> int:
    """Holds the folder: its file, open and locked. FileNotFoundError where it was swept meanwhile."""
    hold = os.open(made / HOLD, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if fcntl:
            fcntl.flock(hold, fcntl.LOCK_EX)
        os.stat(made / HOLD)
    except BaseException:
        os.close(hold)
        raise
    return hold


def _own(left: Path) -> bool:
    """Whether it is a folder of this account that no other account may write to, and no link to elsewhere."""
    told = os.lstat(left)
    if fcntl is None:
        return left.is_dir() and not left.is_symlink()
    return left.is_dir() and not left.is_symlink() and told.st_uid == os.getuid() and not told.st_mode & 0o022


def _taken_away(left: Path) -> None:
    """OSError where a living program holds it."""
    if not fcntl:
        left = left.rename(left.with_name(f"{left.name}-gone"))
        shutil.rmtree(left)
        return
    hold = os.open(left / HOLD, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(left)
    finally:
        os.close(hold)
