"""What is looked at of a store that is on a PostgreSQL server: whether it answers, what it has, who holds it up."""

from collections.abc import Iterator

from qa_data.doctor.check import Check, Found, Level, Where, ok
from qa_data.ledger.head import THERE, head, known
from qa_data.ledger.server import LEDGER, server
from qa_data.trouble import StoreUnavailable

OLDEST = 14
"""The oldest version of PostgreSQL that is tried."""

HOLDING = f"""
select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::int
from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and objid = {LEDGER} and granted
"""

LONG = 60
"""Seconds of writing from which on somebody should look."""


def _server(where: Where) -> Iterator[Found]:
    try:
        with server(where.database).asked() as asked:
            [(version,)] = asked.rows("select current_setting('server_version_num')::int / 10000")
            there = asked.rows(THERE) == [(True,)]
            held = asked.rows(HOLDING)[0][0]
            stands = head(asked) if there else None
        said = f"PostgreSQL {version} answers"
        if version < OLDEST:
            yield Found(Level.LOOK, said, f"install PostgreSQL {OLDEST} or newer")
        elif not stands:
            yield Found(
                Level.LOOK, f"{said}; there is no store yet", "load a file, or copy one: python -m qa_data copy"
            )
        elif not known(server(where.database), stands):
            yield Found(
                Level.LOOK, f"{said}; the store is of an earlier version", "it is brought up to date when opened"
            )
        else:
            yield ok(f"{said}; {stands.last:,} rows were given so far")
        if held > LONG:
            yield Found(Level.LOOK, f"somebody has been writing for {held} seconds", "wait, or end what hangs")
    except StoreUnavailable as why:
        yield Found(Level.WRONG, str(why))


CHECKS = (Check("server", "whether the PostgreSQL server answers, and what it has", _server),)
