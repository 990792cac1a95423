"""An entry of the audit, and where the audit of a database stands."""

import hashlib
import json
from enum import StrEnum
from pathlib import Path
from typing import Any, TypedDict


class What(StrEnum):
    """What was done."""

    SIGNED_IN = "signed in"
    SIGNED_OUT = "signed out"
    REFUSED = "refused"
    LOOKED = "looked at"
    SEARCHED = "searched"
    DOWNLOADED = "downloaded"
    LOADED = "loaded"
    SETTLED = "settled"
    REMOVED = "removed rows"
    WITHDRAWN = "withdrew"
    RESTORED = "put back"
    DECIDED = "decided"
    SET = "set"
    ERASED = "erased"
    FORGOTTEN = "dropped old entries"


class Entry(TypedDict):
    """`number` counts from 1. `roles` of the person then; of a command `command`. `page` and `home`: where it was.
    `about`: what it was done to, by ids alone. `before`: the SHA-256 of the line before, as it stands in the file.
    """

    number: int
    moment: str
    person: str
    roles: list[str]
    what: str
    page: str | None
    home: str | None
    about: dict[str, Any]
    before: str


NONE_BEFORE = "0" * 64


def audit_file(database: str) -> Path:
    """The audit's file: a line of JSON an entry."""
    return Path(f"{database}.audit")


def end_file(database: str) -> Path:
    """Where the audit ended when it was last added to: lines cut off its end show by it."""
    return Path(f"{database}.audit.end")


def key_file(database: str) -> Path:
    """With what words are hashed that somebody searched for: without it nobody can try words out."""
    return Path(f"{database}.audit.key")


def hash_of(line: bytes) -> str:
    """What the next line holds of this one."""
    return hashlib.sha256(line).hexdigest()


def as_line(entry: Entry) -> bytes:
    """The entry as it stands in the file, without the line's end."""
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"), default=str).encode()
