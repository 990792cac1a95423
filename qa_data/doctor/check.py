"""A check: what it looks at, and what it found there. Each room of the program declares its own as values."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

from qa_data.trouble import StoreUnavailable


class Level(IntEnum):
    """How what was found is; the worst is the command's exit status."""

    OK = 0
    LOOK = 1
    WRONG = 2


class Found(NamedTuple):
    """What was found, and what to do about it, with an example; nothing where all is well."""

    level: Level
    said: str
    do: str = ""


def ok(said: str) -> Found:
    """All is well."""
    return Found(Level.OK, said)


@dataclass(frozen=True)
class Where:
    """What is looked at: the database, and its rows by SQL, which raises StoreUnavailable where it cannot be read.
    `is_encrypted`: whether the file is.
    """

    database: str
    rows: Callable[[str], list[tuple[Any, ...]]]
    is_encrypted: bool


class Check(NamedTuple):
    """`name` and what it `says` of itself to people; `looks` finds. `of_store`: it reads the database, and is nothing
    where there is none. `of_holder`: whoever has the database open looks, since the file is theirs alone, or since it
    is their surroundings that count.
    """

    name: str
    says: str
    looks: Callable[[Where], Iterable[Found]]
    of_store: bool = False
    of_holder: bool = False

    def found(self, where: Where) -> Iterator[Found]:
        """What it finds; where the store cannot be read, that it could not look."""
        try:
            yield from self.looks(where)
        except StoreUnavailable:
            yield Found(Level.LOOK, "not looked at: the database cannot be read", "see what is said of the store first")
