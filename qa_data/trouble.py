"""A database that cannot be opened or written to: what is wrong, and what to do, in a sentence.

An error is read by its whole meaning: by the operating system's number, or by the whole sentence that DuckDB or the
system says. Names of files and folders are taken out first, and no short word is looked for ("block" contains "lock").
"""

import errno
import os
from collections.abc import Callable

from qa_data.locking import locked

NEWER = "made by a newer version"
NO_DATABASE = "not a database"
NOTHING = "an empty file"
OF_ANOTHER_PROGRAM = "a database of another program"


class StoreUnavailable(Exception):
    """The database cannot be opened; the message says why and what to do."""


class StoreInUse(StoreUnavailable):
    """Another program has the database open."""


IN_USE = (
    "is in use by another program. Close the dashboard or the other command that has it open, or name another file"
    " with --db, for example --db copy.duckdb."
)

FULL = (
    "cannot be written: the disk is full, or its limit is reached. What was stored before is safe and nothing was"
    " stored in part. Make room on the disk, then do it again."
)

READ_ONLY = (
    "cannot be opened or changed: its folder is read-only. What was stored before is safe. Choose a folder that you"
    " may write to, for example --db data/qa.duckdb."
)

NOT_ALLOWED = (
    "cannot be opened or made: no permission. Choose a folder that you may write to, for example --db data/qa.duckdb."
)

A_FOLDER = "is a folder. Name the file in it with --db, for example --db data/qa.duckdb."

BY_A_NEWER = (
    "was made by a newer version of this program. It has been left as it is: start the newer version, or name"
    " another file with --db."
)

BY_ANOTHER = (
    "is of another program: it has tables, and none of this one. It has been left as it is. Name the right file with"
    " --db, for example --db data/qa.duckdb."
)

EMPTY = (
    "is an empty file: what was stored in it, if anything, is gone. Put a backup back: python -m qa_data restore FILE;"
    " or delete the file to begin anew."
)

BY_WORD = {NEWER: BY_A_NEWER, OF_ANOTHER_PROGRAM: BY_ANOTHER, NOTHING: EMPTY}
"""What this program itself has found."""

BY_NUMBER = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EISDIR: A_FOLDER,
}
"""What is wrong by what the operating system says, and what to do."""

HELD = (
    "Conflicting lock is held in ",
    "The process cannot access the file because it is being used by another process",
)
"""How DuckDB's sentence goes on where another program has the file: here and on Windows."""

NOT_LOCKED = "Could not set lock on file "
"""It could not be locked: somebody has it, or the file system knows no locks."""

OF_A_NEWER_DUCKDB = "The database file was created with an newer version of DuckDB"

UNREADABLE_LOG = "Failure while replaying WAL file "

UNREADABLE = (
    "Corrupt database file: ",
    "Could not read enough bytes from file ",
    "is not a valid DuckDB database file",
    "Failed to load metadata pointer ",
)
"""What DuckDB says where a part of the file is not as it was written."""

DAMAGED = (
    "The file {path} is not a database that this program can read; it may be damaged. Name the right file with --db,"
    " for example --db data/qa.duckdb, or put a backup back: python -m qa_data restore FILE."
)

LOG_DAMAGED = (
    "What was written last to {path} stands in {path}.wal, which is damaged or of another database. Put a backup back:"
    " python -m qa_data restore FILE keeps both as they are. To go on without what was written last, move {path}.wal"
    " elsewhere and begin again."
)

LEFT_BEHIND = (
    "The database {path} was made by an earlier version of this program and could not be brought up to date ({error})."
    " It has been left as it was: start the earlier version meanwhile, and pass this sentence on to whoever keeps the"
    " program."
)


def known(path: str, error: Exception) -> str | None:
    """What is wrong and what to do, where the error is one that is foreseen."""
    said = _without_names(path, str(error))
    if why := _why(path, error, said):
        return f"The database {path} {why}"
    return unreadable(path, error)


def _why(path: str, error: Exception, said: str) -> str | None:
    if any(f'": {words}' in said for words in HELD) or (NOT_LOCKED in said and locked(path)):
        return IN_USE
    if OF_A_NEWER_DUCKDB in said:
        return BY_A_NEWER
    return BY_WORD.get(said) or BY_NUMBER.get(_number(error, said) or 0)


def is_full(error: OSError) -> bool:
    """Whether the disk is full, or its limit is reached."""
    return BY_NUMBER.get(error.errno or 0) == FULL


def unreadable(path: str, error: Exception) -> str | None:
    """What to do where the error says that the file or its log is damaged; None where it says something else."""
    said = _without_names(path, str(error))
    if UNREADABLE_LOG in said:
        return LOG_DAMAGED.format(path=path)
    return DAMAGED.format(path=path) if any(words in said for words in UNREADABLE) else None


def _without_names(path: str, said: str) -> str:
    """What was said without the names of the file and of its folders, which may hold any word."""
    names = {str(path), os.path.abspath(path), os.path.realpath(path)}
    for name in sorted(names, key=len, reverse=True):
        said = said.replace(name, "")
    return said


def _number(error: Exception, said: str) -> int | None:
    """The operating system's number of what went wrong. DuckDB tells its sentence after the file's name."""
    if isinstance(error, OSError):
        return error.errno
    return next((number for number in BY_NUMBER if f'": {os.strerror(number)}' in said), None)


def unavailable(path: str, error: Exception, said: Callable[[str, Exception], str]) -> StoreUnavailable:
    """What is raised where the file cannot be opened, with what is `said` of the error."""
    kind = StoreInUse if _why(path, error, _without_names(path, str(error))) == IN_USE else StoreUnavailable
    return kind(said(path, error))


def not_opened(path: str, error: Exception) -> str:
    """Why the file cannot be opened, and what to do."""
    if foreseen := known(path, error):
        return foreseen
    if isinstance(error, OSError):
        return (
            f"The database {path} cannot be opened or made: {error.strerror}. Choose a folder that you may write to,"
            " for example --db data/qa.duckdb."
        )
    return DAMAGED.format(path=path)


def not_brought_up(path: str, error: Exception) -> str:
    """Why a store that an earlier version made cannot be brought up to date, and what to do."""
    said = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
    return known(path, error) or LEFT_BEHIND.format(path=path, error=said)
