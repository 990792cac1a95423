"""What this program keeps is for the account that runs it alone: its files are made so, and wider ones are narrowed."""

import logging
import os
import stat
from pathlib import Path

NARROWED = "Other accounts of this machine could read {path}. Now it is for this account alone."

OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def only_own() -> None:
    """From now on every file that this process makes is for its own account, from the first byte: also those that
    DuckDB makes when it comes to it, as its log.
    """
    os.umask(OF_OTHERS)


def own_folder(path: Path) -> None:
    """Makes the folder and those above it where they are not there."""
    only_own()
    path.mkdir(parents=True, exist_ok=True)


def narrowed(path: Path) -> None:
    """Takes away what others may do with a file that is this account's and that they may read or write."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode) and mode & OF_OTHERS and os.name != "nt":
            path.chmod(stat.S_IMODE(mode) & ~OF_OTHERS)
            logging.getLogger(__name__).warning(NARROWED.format(path=path))
    except OSError:  # not there, or another account's: what it may do is for that one to say
        pass
