"""Who is signed in: hashes and moments alone, in a small file beside the database, the same for every process that
serves it. A sign-in counts while it stands here and is not too old; ending it takes it out.
"""

import hashlib
import os
import sqlite3
import threading
import time
from pathlib import Path

from qa_data.store import DEFAULT_PATH, database_path

TABLES = """
create table if not exists sign_ins (key text primary key, person text not null, moment real not null) without rowid;
create index if not exists of_person on sign_ins (person);
create table if not exists issuers (issuer text primary key) without rowid;
"""
LONGEST_HOURS = 24
AHEAD = 300
"""Seconds that another machine's clock may be ahead. A sign-in of later than that is of a clock that was put back."""
WAITS = 5


def beside(database: str | None = None) -> Path:
    """The file of sign-ins of that database, or of the one in use."""
    path = database or database_path()
    return Path(DEFAULT_PATH if "://" in path else path).with_suffix(".sign-ins")


def hashed(identity: str) -> str:
    """Somebody's identity (who vouches, a space, the identifier there) as it is kept."""
    return hashlib.sha256(identity.encode()).hexdigest()


class SignIns:
    """The sign-ins that stand, of at most that many hours."""

    def __init__(self, file: Path, hours: float = LONGEST_HOURS) -> None:
        self._file, self._seconds, self._asking = file, hours * 3600, threading.Lock()
        self._connection, self._opened = _begun(file), os.stat(file)

    def _standing(self) -> sqlite3.Connection:
        """The connection to the file that is there now. Where it was taken away, or another put in its place, what it
        held has ended: a command that ends sign-ins would not reach those that this process alone still knew.
        """
        if not _is(self._file, self._opened):
            self._connection.close()
            self._connection, self._opened = _begun(self._file), os.stat(self._file)
        return self._connection

    def begin(self, key: str, identity: str) -> None:
        """Keeps that this person signed in now; what is too old for anybody goes."""
        now = time.time()
        with self._asking, self._standing() as writing:
            writing.execute("delete from sign_ins where moment < ?", [now - LONGEST_HOURS * 3600])
            writing.execute("insert or replace into sign_ins values (?, ?, ?)", [key, hashed(identity), now])
            writing.execute("insert or ignore into issuers values (?)", [identity.partition(" ")[0]])

    def person(self, key: str) -> str | None:
        """Whose sign-in that is, hashed; None for one that has ended, is too old or never was."""
        now = time.time()
        asked = "select person from sign_ins where key = ? and moment > ? and moment < ?"
        with self._asking:
            found = self._standing().execute(asked, [key, now - self._seconds, now + AHEAD]).fetchone()
        return found and found[0]

    def end(self, key: str) -> int:
        """Ends one sign-in; how many there were under that key."""
        return self._ended("delete from sign_ins where key = ?", key)

    def end_all_of(self, person: str, but: str = "") -> int:
        """Ends every sign-in of a person, told by the hash, but perhaps for one; how many there were."""
        return self._ended("delete from sign_ins where person = ? and key <> ?", person, but)

    def end_all_named(self, identifier: str) -> int:
        """Ends every sign-in of whoever has that identifier with a provider seen here; how many there were."""
        with self._asking:
            issuers = [issuer for (issuer,) in self._standing().execute("select issuer from issuers").fetchall()]
        return sum(self.end_all_of(hashed(f"{issuer} {identifier}")) for issuer in issuers)

    def end_all(self) -> int:
        """Ends every sign-in; how many there were."""
        return self._ended("delete from sign_ins")

    def _ended(self, sql: str, *words: str) -> int:
        with self._asking, self._standing() as writing:
            return writing.execute(sql, words).rowcount


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
