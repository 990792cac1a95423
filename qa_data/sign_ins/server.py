"""The sign-ins on a store on a server, in tables beside the ledger: they hold for every process that serves it."""

import threading
import time
from functools import cache

from qa_data.ledger.server import SIGN_INS, Server, quoted, server

TABLES = (
    "sign_ins (key text primary key, person text not null, moment double precision not null)",
    "issuers (issuer text primary key)",
)

FOR = 0.5
"""So many seconds what was read is told again: every request asks, and those of all pages that stand open ask once a
second.
"""


class OnServer:
    """Keeps on the server of that address who is signed in. StoreUnavailable where it cannot be asked."""

    def __init__(self, address: str) -> None:
        self._address, self._asking = address, threading.Lock()
        self._standing: dict[str, tuple[str, float]] = {}
        self._read = float("-inf")

    def begin(self, key: str, person: str, issuer: str, moment: float, oldest: float) -> None:
        """Keeps a sign-in of that moment (seconds since 1970); those before the oldest go."""
        told = f"{quoted(key)}, {quoted(person)}, {moment!r}"
        self._does(
            f"delete from qa.sign_ins where moment < {oldest!r} or key = {quoted(key)}",
            f"insert into qa.sign_ins values ({told})",
            f"insert into qa.issuers values ({quoted(issuer)}) on conflict do nothing",
        )

    def found(self, key: str) -> tuple[str, float] | None:
        """Whose sign-in that is, and of which moment. One that is not known may have begun elsewhere this instant."""
        asked = time.monotonic()
        with self._asking:
            if self._read < asked - FOR or (key not in self._standing and self._read < asked):
                self._read_anew()
            return self._standing.get(key)

    def ended(self, which: str, *words: str) -> int:
        """Ends those of which the SQL holds; how many there were."""
        first, *others = which.split("?")
        told = first + "".join(quoted(word) + other for word, other in zip(words, others, strict=True))
        return self._does(f"delete from qa.sign_ins where {told}")

    def issuers(self) -> list[str]:
        """Who has vouched for anybody here."""
        with self._server.asked() as asked:
            return [issuer for (issuer,) in asked.rows("select issuer from qa.issuers")]

    def _does(self, *statements: str) -> int:
        """How many sign-ins fewer there are afterwards."""
        with self._asking, self._server.alone(SIGN_INS) as asked:
            [(before,)] = asked.rows("select count(*) from qa.sign_ins")
            asked.do(*statements)
            [(after,)] = asked.rows("select count(*) from qa.sign_ins")
            self._read = float("-inf")
        return before - after

    def _read_anew(self) -> None:
        began = time.monotonic()
        with self._server.asked() as asked:
            told = asked.rows("select key, person, moment from qa.sign_ins")
        self._standing, self._read = {key: (person, moment) for key, person, moment in told}, began

    @property
    def _server(self) -> Server:
        return _with_tables(self._address)


on_server = cache(OnServer)
"""What keeps the sign-ins at an address: one a process, so that what it ends is at once known to all of it."""


@cache
def _with_tables(address: str) -> Server:
    found = server(address)
    found.lay(*TABLES)
    return found
