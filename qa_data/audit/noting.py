"""Adds to the audit who does what, and drops what is older than it is kept."""

import hmac
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from hashlib import sha256
from typing import Any

from qa_data.audit.entries import Entry, What, hash_of, number_of
from qa_data.audit.file import lines
from qa_data.audit.kept import kept
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
    person, audit = name or signed(by, ()), kept(database)
    said = {"person": person, "roles": [*roles], "what": what, "page": page, "home": home, "about": about}

    def entry(number: int, before: str) -> Entry:
        moment = utc_now().isoformat(timespec="milliseconds") + "+00:00"
        return Entry(number=number, moment=moment, **_short(said), before=before)  # type: ignore

    try:
        audit.add(entry)
    except OSError as error:
        told = known(database, error) if is_full(error) else None
        raise StoreUnavailable(told or NOT_NOTED.format(file=audit.place, why=error.strerror)) from None


def _short(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _short(each) for name, each in value.items()}
    return value[:LONGEST] if isinstance(value, str) else value


def hashed(database: str, words: str) -> str:
    """The words so that whoever knows them finds them in the audit, and nobody reads them there (HMAC-SHA-256, RFC
    2104).
    """
    return hmac.new(kept(database).key(), " ".join(words.casefold().split()).encode(), sha256).hexdigest()


def forget(database: str, before: datetime) -> int:
    """Drops what is older than that moment (UTC); how many entries. What is left says that, and from where it goes on.
    StoreUnavailable when it cannot be written.
    """
    audit, moment = kept(database), f"{before.isoformat(timespec='milliseconds')}+00:00"
    told = lines(audit.whole())
    if old := _before(told, moment):
        last = told[old - 1]
        with acting("", ("program",)):  # whoever's page happened to be the first of the day did nothing
            note(database, What.FORGOTTEN, up_to=number_of(last), entries=old, ended=hash_of(last))
        audit.drop(lambda told: _before(told, moment))  # none of them where another program has done so meanwhile
    return old


def _before(told: list[bytes], moment: str) -> int:
    """How many of the first lines are older: up to the last of them that can be read."""
    newer = next((at for at, line in enumerate(told) if _moment(line) >= moment), len(told))
    return next((at for at in range(newer, 0, -1) if _moment(told[at - 1])), 0)


def _moment(line: bytes) -> str:
    try:
        return json.loads(line)["moment"]
    except (ValueError, KeyError, TypeError):
        return ""
