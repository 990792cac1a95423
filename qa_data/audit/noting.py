"""Adds to the audit who does what, and drops what is older than it is kept."""

import hmac
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from hashlib import sha256
from typing import Any

from qa_data.audit.entries import Entry, What, audit_file, hash_of, key_file
from qa_data.audit.file import add, goes_on, locked, replaced
from qa_data.file import MEMORY
from qa_data.personal import signed
from qa_data.scope import utc_now
from qa_data.trouble import StoreUnavailable, is_full, known

LONGEST = 200
"""So many letters are kept of each thing that is said of an entry."""

COMMAND = ("command",)
"""In the place of roles: the account of the operating system is the authority."""

NOT_NOTED = (
    "Nothing was done: what is done is noted in the audit {file}, and that cannot be written ({why}). Make room on the"
    " disk, or let the program write to that file, then do it again."
)

ACTING: ContextVar[tuple[str, tuple[str, ...]]] = ContextVar("acting", default=("", COMMAND))


@contextmanager
def acting(person: str, roles: Iterable[str]) -> Iterator[None]:
    """All that is noted within is done in those roles, by that person where the sign-in tells a name."""
    token = ACTING.set((person, tuple(sorted(roles))))
    try:
        yield
    finally:
        ACTING.reset(token)


def note(
    database: str, what: What, by: str = "", page: str | None = None, home: str | None = None, **about: Any
) -> None:
    """Adds an entry, of whoever is `acting`, else of the name given; `about`: ids, never words. Nothing for a store in
    memory. StoreUnavailable when it cannot be written: what cannot be noted is not done.
    """
    if database == MEMORY:
        return
    name, roles = ACTING.get()
    person = name or signed(by, ())
    said = {"person": person, "roles": [*roles], "what": what, "page": page, "home": home, "about": about}
    try:
        with locked(database) as file:
            number, before = goes_on(file, database)
            moment = utc_now().isoformat(timespec="milliseconds") + "+00:00"
            add(file, database, Entry(number=number + 1, moment=moment, **_short(said), before=before))  # type: ignore
    except OSError as error:
        path = audit_file(database)
        told = known(database, error) if is_full(error) else None
        raise StoreUnavailable(told or NOT_NOTED.format(file=path, why=error.strerror)) from None


def _short(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _short(each) for name, each in value.items()}
    return value[:LONGEST] if isinstance(value, str) else value


def hashed(database: str, words: str) -> str:
    """The words so that whoever knows them finds them in the audit, and nobody reads them there (HMAC-SHA-256, RFC
    2104).
    """
    path = key_file(database)
    if not path.exists():
        replaced(path, os.urandom(32))
    return hmac.new(path.read_bytes(), " ".join(words.casefold().split()).encode(), sha256).hexdigest()


def forget(database: str, before: datetime) -> int:
    """Drops what is older than that moment (UTC); how many entries. What is left says that, and from where it goes on.
    StoreUnavailable when it cannot be written.
    """
    with locked(database) as file:
        file.seek(0)
        lines = file.read().splitlines(keepends=True)
        old = _before(lines, f"{before.isoformat(timespec='milliseconds')}+00:00")
    if old:
        ended = _told(lines[old - 1], "number", 0)
        with acting("", ("program",)):  # whoever's page happened to be the first of the day did nothing
            note(database, What.FORGOTTEN, up_to=ended, entries=old, ended=hash_of(lines[old - 1].rstrip(b"\n")))
        with locked(database) as file:
            file.seek(0)
            left = [line for line in file.read().splitlines(keepends=True) if _told(line, "number", ended) > ended]
            replaced(audit_file(database), b"".join(left))
    return old


def _before(lines: list[bytes], moment: str) -> int:
    """How many of the first lines are older."""
    return next((at for at, line in enumerate(lines) if _told(line, "moment", "") >= moment), len(lines))


def _told(line: bytes, name: str, otherwise: Any) -> Any:
    try:
        return json.loads(line)[name]
    except (ValueError, KeyError, TypeError):
        return otherwise
