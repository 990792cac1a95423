"""A database that cannot be opened or written to: what is wrong, and what to do, in a sentence."""

NEWER = "made by a newer version"
NO_DATABASE = "not a database"


class StoreUnavailable(Exception):
    """The database cannot be opened; the message says why and what to do."""


IN_USE = ("conflicting lock is held", "being used by another process")
"""In DuckDB's error when another program has the file."""

WHY = {
    **dict.fromkeys(
        IN_USE,
        "is in use by another program. Close the dashboard or the other command that has it open, or name another file"
        " with --db, for example --db copy.duckdb.",
    ),
    **dict.fromkeys(
        ("no space", "quota", "too large"),
        "cannot be written: the disk is full, or its limit is reached. What was stored before is safe and nothing was"
        " stored in part. Make room on the disk, then do it again.",
    ),
    "read-only file": (
        "cannot be opened or changed: its folder is read-only. What was stored before is safe. Choose a folder that you"
        " may write to, for example --db data/qa.duckdb."
    ),
    "permission": (
        "cannot be opened or made: no permission. Choose a folder that you may write to, for example --db"
        " data/qa.duckdb."
    ),
    NEWER: (
        "was made by a newer version of this program. It has been left as it is: start the newer version, or name"
        " another file with --db."
    ),
}
"""What is wrong with a database, by words in DuckDB's error, and what to do."""

DAMAGED = (
    "The file {path} is not a database that this program can read; it may be damaged. Name the right file with --db,"
    " for example --db data/qa.duckdb, or put a backup back: python -m qa_data restore FILE."
)

LEFT_BEHIND = (
    "The database {path} was made by an earlier version of this program and could not be brought up to date ({error})."
    " It has been left as it was: start the earlier version meanwhile, and pass this sentence on to whoever keeps the"
    " program."
)


def known(path: str, error: Exception) -> str | None:
    """What is wrong and what to do, where the error is one that is foreseen."""
    said = str(error).lower()
    return next((f"The database {path} {why}" for words, why in WHY.items() if words in said), None)


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
