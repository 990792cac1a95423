"""The sign-ins on a store that is a file, in a small one beside it."""

import os
import sqlite3
import threading
from pathlib import Path

TABLES = """
create table if not exists sign_ins (key text primary key, person text not null, moment real not null) without rowid;
create index if not exists of_person on sign_ins (person);
create table if not exists issuers (issuer text primary key) without rowid;
"""
WAITS = 5


def beside(database: str) -> Path:
    """The file of sign-ins of the store in that file."""
    return Path(database).with_suffix(".sign-ins")


class InFile:
    """Keeps in that file who is signed in."""

    def __init__(self, file: Path) -> None:
        self._file, self._asking = file, threading.Lock()
        self._connection, self._opened = _begun(file), os.stat(file)

    def _standing(self) -> sqlite3.Connection:
        """The connection to the file that is there now. Where it was taken away, or another put in its place, what it
        held has ended: a command that ends sign-ins would not reach those that this process alone still knew.
        """
        if not _is(self._file, self._opened):
            self._connection.close()
            self._connection, self._opened = _begun(self._file), os.stat(self._file)
        return self._connection

    def begin(self, key: str, person: str, issuer: str, moment: float, oldest: float) -> None:
        """Keeps a sign-in of that moment (seconds since 1970); those before the oldest go."""
        with self._asking, self._standing() as writing:
            writing.execute("delete from sign_ins where moment < ?", [oldest])
            writing.execute("insert or replace into sign_ins values (?, ?, ?)", [key, person, moment])
            writing.execute("insert or ignore into issuers values (?)", [issuer])

    def found(self, key: str) -> tuple[str, float] | None:
        """Whose sign-in that is, and of which moment."""
        with self._asking:
            return self._standing().execute("select person, moment from sign_ins where key = ?", [key]).fetchone()

    def ended(self, which: str, *words: str) -> int:
        """Ends those of which the SQL holds; how many there were."""
        with self._asking, self._standing() as writing:
            return writing.execute(f"delete from sign_ins where {which}", words).rowcount

    def issuers(self) -> list[str]:
        """Who has vouched for anybody here."""
        with self._asking:
            return [issuer for (issuer,) in self._standing().execute("select issuer from issuers").fetchall()]


def _is(file: Path, opened: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(file), opened)
    except FileNotFoundError:
        return False


def _begun(file: Path) -> sqlite3.Connection:
    try:
        return _opened(file)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        # Damaged. Nothing is lost with it but that people sign in again.
        file.unlink()
        return _opened(file)


def _opened(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    os.chmod(file, 0o600)
    connection = sqlite3.connect(file, timeout=WAITS, check_same_thread=False)
    connection.execute("pragma secure_delete = on")
    connection.executescript(TABLES)
    return connection
