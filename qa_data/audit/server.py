"""The audit of a store on a server, in tables beside the ledger: one for all who use the store. An entry and where the
audit ends are kept together, or neither.
"""

import os
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count

from qa_data.audit.entries import NONE_BEFORE, Ended, Entry, as_line, counted_to, goes_on, hash_of, number_of
from qa_data.ledger.server import AUDIT, Asked, Server, quoted, server
from qa_data.where import named

TABLES = (
    "audit (position bigint generated always as identity primary key, line text not null)",
    "audit_end (number bigint not null, hash text not null)",
    "audit_key (key text not null)",
)

BLOCK = 256
"""So many lines are read at first of those that came last."""

LAST = """
select (select line from qa.audit order by position desc limit 1), number, hash
from (select) one left join qa.audit_end on true
"""

# Of a row PostgreSQL knows which transaction wrote it (xmin): one that is changed has another.
CHANGED = "select count(*), coalesce(sum(xmin::text::bigint), 0)::text from {table}"


class OnServer:
    """The audit of the store at that address. StoreUnavailable where the server does not take what is added."""

    def __init__(self, address: str):
        self._address = address
        self.name = self.place = named(address)

    def whole(self) -> bytes:
        """All of it as it stands: a line of JSON an entry."""
        with self._server.asked() as asked:
            return b"".join(line + b"\n" for line in _lines(asked))

    def backwards(self) -> Iterator[list[bytes]]:
        """Its last lines, ever more of them, at last all."""
        for most in (BLOCK * 4**more for more in count()):
            with self._server.asked() as asked:
                found = _lines(asked, most)
            yield found
            if len(found) < most:
                return

    def ended(self) -> Ended | None:
        """With which entry it ended; None where nothing says so any more."""
        with self._server.asked() as asked:
            return next(iter(asked.rows("select number, hash from qa.audit_end")), None)

    def changed(self) -> object:
        """What is another once anything of it is."""
        with self._server.asked() as asked:
            return tuple(asked.rows(CHANGED.format(table=table))[0] for table in ("qa.audit", "qa.audit_end"))

    def key(self) -> bytes:
        """The key of what is hashed, made when it is first asked for."""
        with self._server.alone(AUDIT) as asked:
            if not asked.rows("select key from qa.audit_key"):
                asked.do(f"insert into qa.audit_key values ({quoted(os.urandom(32).hex())})")
            [(key,)] = asked.rows("select key from qa.audit_key limit 1")
        return bytes.fromhex(key)

    def add(self, makes: Callable[[int, str], Entry]) -> None:
        """Adds the entry that is made for a number and the hash of the line before, and says where the audit ends
        now.
        """
        with self._server.alone(AUDIT) as asked:
            entry = makes(*_next(asked))
            line = as_line(entry)
            asked.do(
                f"insert into qa.audit (line) values ({quoted(line.decode())})",
                "delete from qa.audit_end",
                f"insert into qa.audit_end values ({entry['number']}, {quoted(hash_of(line))})",
            )

    def drop(self, old: Callable[[list[bytes]], int]) -> None:
        """Drops as many of its first lines as `old` answers, given all."""
        with self._server.alone(AUDIT) as asked:
            first = f"select position from qa.audit order by position limit {old(_lines(asked))}"
            asked.do(f"delete from qa.audit where position in ({first})")

    @property
    def _server(self) -> Server:
        return _with_tables(self._address)


@cache
def _with_tables(address: str) -> Server:
    found = server(address)
    found.lay(*TABLES)
    return found


def _lines(asked: Asked, most: int | None = None) -> list[bytes]:
    """The lines without their ends; of them the last, where it is said how many."""
    last = f"select position, line from qa.audit order by position desc limit {most or 'all'}"
    return [line.encode() for (line,) in asked.rows(f"select line from ({last}) last order by position")]


def _next(asked: Asked) -> tuple[int, str]:
    """The number of the next entry, and the hash from which it goes on."""
    line, number, hashed = asked.rows(LAST)[0]
    last = (0, NONE_BEFORE)
    if line is not None:
        last = (number_of(line.encode()) or counted_to(_lines(asked)), hash_of(line.encode()))
    number, hashed = goes_on(last, None if number is None else (number, hashed))
    return number + 1, hashed
