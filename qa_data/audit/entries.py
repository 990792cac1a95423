"""An entry of the audit, as the line that it is kept as, and which line follows which."""

import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum
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
    `about`: what it was done to, by ids alone. `before`: the SHA-256 of the line before, as it stands there.
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


Ended = tuple[int, str]
"""The number and the hash of the entry with which an audit ends."""

NONE_BEFORE = "0" * 64


def hash_of(line: bytes) -> str:
    """What the next line holds of this one."""
    return hashlib.sha256(line).hexdigest()


def as_line(entry: Entry) -> bytes:
    """The entry as it is kept, without the line's end."""
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def number_of(line: bytes) -> int:
    """The number of the line's entry; 0 where it cannot be read."""
    try:
        return json.loads(line)["number"]
    except (ValueError, KeyError, TypeError):
        return 0


def counted_to(lines: Iterable[bytes]) -> int:
    """The number of the last line, where that itself cannot be read: that of the last that can be, and a number for
    each after it.
    """
    number = 0
    for line in lines:
        number = number_of(line) or number + 1
    return number


def goes_on(last: Ended, noted: Ended | None) -> Ended:
    """What the next entry goes on from: that with which the audit ended. What was cut off its end, or changed there,
    would else no longer show once something is added. `last`: its last line. `noted`: with which it ended, as is kept
    beside it.
    """
    number, hashed = noted or (0, NONE_BEFORE)
    if last[0] == number + 1:  # a program was killed between the entry and its end
        return last
    return max(last[0], number), hashed
