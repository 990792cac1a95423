"""What a PostgreSQL server, or the way there, says instead of an answer, in sentences without account or password."""

import re

from qa_data.trouble import StoreUnavailable

UNREACHABLE = (
    "The PostgreSQL server {server} cannot be reached ({why}). Nothing was stored in part. See that it runs and that"
    " the address in QA_DATABASE is right, then do it again."
)

LETS_NOBODY_IN = (
    "The PostgreSQL server {server} does not let this program in: {why}. Nothing was stored. Correct the address in"
    " QA_DATABASE, or the password in the file that PGPASSFILE names, then do it again."
)

WHY_NOT = {
    "no password supplied": "it asks for a password, and none was given",
    "password authentication failed": "the account or its password is not the right one",
    "no pg_hba.conf entry": "its pg_hba.conf has no entry for this machine and account",
    "certificate verify failed": "its certificate is not one that this machine trusts",
    "does not support ssl": "the address asks for TLS, which it does not speak",
    "too many (connections|clients)|remaining connection slots": (
        "it has as many connections as it may; end some, or give it more by max_connections"
    ),
    "is not permitted to log in": "the account may not log in",
    r'database ".*" does not exist': "it has no database of that name",
    r'role ".*" does not exist': "it has no account of that name",
}
"""What a server that runs says to whom it does not let in, as a pattern, and that in plain words, which name no
account."""

HELD = (
    "Somebody else has been writing to the store on {server} for more than {waits}. Nothing was stored. Do it again in"
    " a minute; where this goes on, end the program that hangs: select pid from pg_locks where locktype = 'advisory'"
    " tells PostgreSQL's number of it, and select pg_terminate_backend(that number) ends it."
)

SLOW = (
    "What was being stored on {server} took more than {holds} without a sign, so PostgreSQL ended it. Nothing of it was"
    " stored. Do it again."
)

NOT_ALLOWED = (
    "The account in QA_DATABASE may not do this on {server} ({why}). Give it the rights to make a schema in the"
    " database and to read and write it: grant create, connect on database NAME to ACCOUNT;"
)

REFUSED = (
    "The PostgreSQL server {server} refused ({why}). Nothing was stored. Pass this sentence on to whoever keeps it."
)

# DuckDB's own "Error:" is not PostgreSQL's: it tells the address.
_SAID = re.compile(r"(?:FATAL|ERROR): +([^\n]+)|(?i:(connection refused|could not translate host name))")


class Unreachable(StoreUnavailable):
    """The server does not answer; what this process has read of it before it has still."""


def trouble(said: str, server: str, waits: str, holds: str) -> StoreUnavailable:
    """What DuckDB says of that server, as a sentence: it waits so long for a writer, who may be still for so long."""
    why = _why(said)
    told = {"server": server, "why": why, "waits": waits, "holds": holds}
    if "due to lock timeout" in said:
        return StoreUnavailable(HELD.format(**told))
    if "idle-in-transaction timeout" in said:
        return StoreUnavailable(SLOW.format(**told))
    if "permission denied" in said:
        return StoreUnavailable(NOT_ALLOWED.format(**told))
    if not_in := next((plain for each, plain in WHY_NOT.items() if re.search(each, said.lower())), None):
        return Unreachable(LETS_NOBODY_IN.format(**told | {"why": not_in}))
    if "Unable to connect" in said or "server closed the connection" in said or "terminating connection" in said:
        return Unreachable(UNREACHABLE.format(**told))
    return StoreUnavailable(REFUSED.format(**told))


def _why(said: str) -> str:
    """What the server, or the way there, said: without the address, which holds the account."""
    found = _SAID.search(said)
    return (found[1] or found[2]).strip().lower() if found else "it does not answer"
