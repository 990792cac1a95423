"""The audit's file: one writer at a time, whichever program it is; lines are only added, but for old ones dropped."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from qa_data.audit.entries import NONE_BEFORE, Entry, as_line, audit_file, end_file, hash_of

BLOCK = 65_536
"""No line is longer (bytes): so much of a file's end holds its last line."""


@contextmanager
def locked(database: str) -> Iterator[BinaryIO]:
    """The audit's file, made if it is not there, for whoever has it alone until the end of the block."""
    path = audit_file(database)
    while True:
        with open(path, "a+b", buffering=0, opener=_of_the_owner) as file, _alone(file):
            # Whoever drops old entries puts another file in its place.
            if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
                yield file
                return


def _of_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@contextmanager
def _alone(file: BinaryIO) -> Iterator[None]:
    try:
        import fcntl
    except ImportError:  # Windows: its own lock, on a byte that no line reaches
        import msvcrt

        file.seek(2**40)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
        try:
            yield
        finally:
            file.seek(2**40)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def lines(said: bytes) -> list[bytes]:
    """The lines of an audit, without their ends: other signs that end a line elsewhere were not written by it."""
    return said.removesuffix(b"\n").split(b"\n") if said else []


def ended(database: str) -> tuple[int, str] | None:
    """The number and the hash of the entry with which the audit ended; None where nothing says so any more."""
    try:
        number, hashed = end_file(database).read_text(encoding="utf-8").split()
        return int(number), hashed
    except (FileNotFoundError, ValueError):
        return None


def goes_on(file: BinaryIO, database: str) -> tuple[int, str]:
    """The number and the hash that the next entry goes on from: those with which the audit ended. What was cut off its
    end, or changed there, would else no longer show once something is added.
    """
    number, hashed = last(file)
    noted = ended(database) or (0, NONE_BEFORE)
    if number == noted[0] + 1:  # A program was killed between the entry and its end.
        _ends(database, number, hashed)
        return number, hashed
    return max(number, noted[0]), noted[1]


def last(file: BinaryIO) -> tuple[int, str]:
    """The number of the last entry and its line's hash. A line that was cut off while it was written counts as one."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - BLOCK))
    told = lines(file.read())
    if not told:
        return 0, NONE_BEFORE
    return _number(told[-1]) or _counted(file), hash_of(told[-1])


def _number(line: bytes) -> int:
    try:
        return json.loads(line)["number"]
    except (ValueError, KeyError, TypeError):
        return 0


def _counted(file: BinaryIO) -> int:
    """Where the last line cannot be read: the number of the last that can be, and a number for each after it."""
    file.seek(0)
    number = 0
    for line in lines(file.read()):
        number = _number(line) or number + 1
    return number


def add(file: BinaryIO, database: str, entry: Entry) -> None:
    """Adds the entry and says where the audit ends now. OSError when the disk does not take all of it: then none of it
    is left.
    """
    line = as_line(entry)
    size = file.seek(0, os.SEEK_END)
    try:
        _all_written(file, (b"" if _ended(file, size) else b"\n") + line + b"\n")
    except OSError:
        file.truncate(size)
        raise
    _ends(database, entry["number"], hash_of(line))


def _ends(database: str, number: int, hashed: str) -> None:
    replaced(end_file(database), f"{number} {hashed}\n".encode())


def _ended(file: BinaryIO, size: int) -> bool:
    if not size:
        return True
    file.seek(size - 1)
    return file.read(1) == b"\n"


def _all_written(file: BinaryIO, said: bytes) -> None:
    while said:
        said = said[file.write(said) or 0 :]


def replaced(path: Path, said: bytes) -> None:
    """The file holds that from now on, or what it held before."""
    aside = path.with_name(f"{path.name}.new")
    with open(aside, "wb", opener=_of_the_owner) as file:
        file.write(said)
    os.replace(aside, path)
