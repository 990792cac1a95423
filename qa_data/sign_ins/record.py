"""The record of sign-ins: how long one counts, and whose end with which."""

import hashlib
import time

from qa_data.sign_ins.file import InFile, beside
from qa_data.sign_ins.server import on_server
from qa_data.where import on_a_server

LONGEST_HOURS = 24
AHEAD = 300
"""Seconds that another machine's clock may be ahead. A sign-in of later than that is of a clock that was put back."""


def hashed(identity: str) -> str:
    """Somebody's identity (who vouches, a space, the identifier there) as it is kept."""
    return hashlib.sha256(identity.encode()).hexdigest()


class SignIns:
    """The sign-ins on that database that stand, of at most that many hours. StoreUnavailable where they are kept on a
    server that cannot be asked.
    """

    def __init__(self, database: str, hours: float = LONGEST_HOURS) -> None:
        self._kept = on_server(database) if on_a_server(database) else InFile(beside(database))
        self._seconds = hours * 3600

    def begin(self, key: str, identity: str) -> None:
        """Keeps that this person signed in now; what is too old for anybody goes."""
        now = time.time()
        self._kept.begin(key, hashed(identity), identity.partition(" ")[0], now, now - LONGEST_HOURS * 3600)

    def person(self, key: str) -> str | None:
        """Whose sign-in that is, hashed; None for one that has ended, is too old or never was."""
        person, moment = self._kept.found(key) or (None, 0.0)
        now = time.time()
        return person if now - self._seconds < moment < now + AHEAD else None

    def end(self, key: str) -> int:
        """Ends one sign-in; how many there were under that key."""
        return self._kept.ended("key = ?", key)

    def end_all_of(self, person: str, but: str = "") -> int:
        """Ends every sign-in of a person, told by the hash, but perhaps for one; how many there were."""
        return self._kept.ended("person = ? and key <> ?", person, but)

    def end_all_named(self, identifier: str) -> int:
        """Ends every sign-in of whoever has that identifier with a provider seen here; how many there were."""
        return sum(self.end_all_of(hashed(f"{issuer} {identifier}")) for issuer in self._kept.issuers())

    def end_all(self) -> int:
        """Ends every sign-in; how many there were."""
        return self._kept.ended("true")
