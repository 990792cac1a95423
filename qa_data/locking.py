"""Whether another program has a file, asked of the operating system itself: DuckDB locks the file that it has open."""

import errno
import os

TYPE_CHECKING = False
if TYPE_CHECKING:  # as `typing` has it
    from pathlib import Path

TAKEN = (errno.EACCES, errno.EAGAIN)
"""What the system says of a lock that somebody else has."""


def locked(path: "str | Path") -> bool:
    """Whether another program has locked the file; of a file that this very process has open it must not be asked,
    since the process would let go of its own lock.
    """
    try:
        import fcntl
    except ImportError:  # Windows: what is open there cannot be opened for writing
        return _refused_to_writers(path)
    try:
        with open(path, "rb") as file:
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in TAKEN and os.access(path, os.R_OK)
    return False


def _refused_to_writers(path: "str | Path") -> bool:
    try:
        with open(path, "r+b"):
            return False
    except PermissionError:
        return os.access(path, os.W_OK)
    except OSError:
        return False
