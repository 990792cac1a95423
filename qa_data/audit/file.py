"""The audit of a store that is a file, in one beside it: one writer at a time, whichever program it is; lines are only
added, but for old ones dropped.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from qa_data.audit.entries import NONE_BEFORE, Ended, Entry, as_line, counted_to, goes_on, hash_of, number_of
from qa_data.copying import state

BLOCK = 65_536
"""No line is longer (bytes): so much of a file's end holds its last line."""


def audit_file(database: str) -> Path:
    """The audit's file: a line of JSON an entry."""
    return Path(f"{database}.audit")


def end_file(database: str) -> Path:
    """Where the audit ended when it was last added to: lines cut off its end show by it."""
    return Path(f"{database}.audit.end")


def key_file(database: str) -> Path:
    """With what words are hashed that somebody searched for: without it nobody can try words out."""
    return Path(f"{database}.audit.key")


class InFile:
    """The audit beside a store's file. OSError where the disk does not take what is added."""

    def __init__(self, database: str):
        self._file, self._end, self._key = audit_file(database), end_file(database), key_file(database)
        self.name, self.place = self._file.name, str(self._file)

    def whole(self) -> bytes:
        """All of it as it stands: a line of JSON an entry."""
        return self._file.read_bytes() if self._file.exists() else b""

    def backwards(self) -> Iterator[list[bytes]]:
        """Its last lines, ever more of them, at last all."""
        size, length = self._file.stat().st_size if self._file.exists() else 0, BLOCK
        while length < size:
            with self._file.open("rb") as file:
                file.seek(size - length)
                yield lines(file.read())[1:]
            length *= 4
        yield lines(self.whole())

    def ended(self) -> Ended | None:
        """With which entry it ended; None where nothing says so any more."""
        try:
            number, hashed = self._end.read_text(encoding="utf-8").split()
            return int(number), hashed
        except (FileNotFoundError, ValueError):
            return None

    def changed(self) -> object:
        """What is another once anything of it is."""
        return state(self._file) + state(self._end)

    def key(self) -> bytes:
        """The key of what is hashed, made when it is first asked for."""
        if not self._key.exists():
            replaced(self._key, os.urandom(32))
        return self._key.read_bytes()

    def add(self, makes: Callable[[int, str], Entry]) -> None:
        """Adds the entry that is made for a number and the hash of the line before, and says where the audit ends now.
        Where the disk does not take all of it none of it is left.
        """
        with self._alone() as file:
            last, noted = _last(file), self.ended()
            ended = goes_on(last, noted)
            if ended == last != noted:
                self._ends(*ended)
            entry = makes(ended[0] + 1, ended[1])
            line = as_line(entry)
            _added(file, line)
            self._ends(entry["number"], hash_of(line))

    def drop(self, old: Callable[[list[bytes]], int]) -> None:
        """Drops as many of its first lines as `old` answers, given all."""
        with self._alone() as file:
            file.seek(0)
            said = file.read()
            kept = lines(said)[old(lines(said)) :]
            replaced(self._file, b"".join(line + b"\n" for line in kept))

    def _ends(self, number: int, hashed: str) -> None:
        replaced(self._end, f"{number} {hashed}\n".encode())

    @contextmanager
    def _alone(self) -> Iterator[BinaryIO]:
        """Its file, made if it is not there, for whoever has it alone until the end of the block."""
        while True:
            with open(self._file, "a+b", buffering=0, opener=_of_the_owner) as file, _locked(file):
                # Whoever drops old entries puts another file in its place.
                if self._file.exists() and os.path.samestat(os.fstat(file.fileno()), self._file.stat()):
                    yield file
                    return


def lines(said: bytes) -> list[bytes]:
    """The lines of an audit, without their ends: other signs that end a line elsewhere were not written by it."""
    return said.removesuffix(b"\n").split(b"\n") if said else []


def _of_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@contextmanager
def _locked(file: BinaryIO) -> Iterator[None]:
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


def _last(file: BinaryIO) -> Ended:
    """The number of the last entry and its line's hash. A line that was cut off while it was written counts as one."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - BLOCK))
    if not (told := lines(file.read())):
        return 0, NONE_BEFORE
    if number := number_of(told[-1]):
        return number, hash_of(told[-1])
    file.seek(0)
    return counted_to(lines(file.read())), hash_of(told[-1])


def _added(file: BinaryIO, line: bytes) -> None:
    size = file.seek(0, os.SEEK_END)
    try:
        _all_written(file, (b"" if _ended(file, size) else b"\n") + line + b"\n")
    except OSError:
        file.truncate(size)
        raise


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
