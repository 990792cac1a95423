"""Who may do what: roles, each with what it may do and whether for every home or only for the person's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from qa_data.scope import Every


class Right(Enum):
    """Something that a person may do, for some homes or for every home."""

    READ = "see every figure, text and file of a home"
    READ_VISITS = "see a home's visits and their reports"
    READ_SUPPRESSED = "see what is suppressed: figures from which no child can be told"
    LOAD = "load a home's workbooks"
    DECIDE = "record decisions about a home"
    KEEP = "change settings and headings, withdraw uploads, erase, and read the audit"


@dataclass(frozen=True)
class Role:
    """What somebody is to the service. `own`: for the homes that the sign-in names; else for every home."""

    name: str
    rights: frozenset[Right]
    own: bool = False


ROLES = (
    Role("manager", frozenset({Right.READ, Right.LOAD, Right.DECIDE}), own=True),
    Role("clinic", frozenset({Right.READ, Right.DECIDE})),
    Role("director", frozenset({Right.READ})),
    Role("visitor contract", frozenset({Right.READ_VISITS})),
    Role("keeper", frozenset({Right.KEEP})),
    Role("scrutiny", frozenset({Right.READ_SUPPRESSED})),
)

ROLE = {role.name: role for role in ROLES}


@dataclass(frozen=True)
class Person:
    """Somebody at the door: the name that stands beside what they do, their roles and the homes that are theirs."""

    name: str
    roles: frozenset[str]
    homes: frozenset[str] | Every = frozenset()

    def homes_for(self, right: Right) -> frozenset[str] | Every:
        """For which homes the person may do that: none, their own, or every home."""
        able = [ROLE[name] for name in self.roles if right in ROLE[name].rights]
        if any(not role.own for role in able):
            return Every.HOME
        return self.homes if able else frozenset()

    def may(self, right: Right) -> bool:
        """Whether the person may do that for any home."""
        return bool(self.homes_for(right))

    def may_everywhere(self, right: Right) -> bool:
        """Whether the person may do that for every home."""
        return self.homes_for(right) is Every.HOME


def owner(name: str) -> Person:
    """Whoever sits at the machine itself, where nobody signs in: may do everything, for every home."""
    return Person(name, frozenset(ROLE), Every.HOME)


def person(name: str, roles: Iterable[str], homes: Iterable[str] = ()) -> Person:
    """Somebody with those roles; what is no role gives nothing."""
    return Person(name, frozenset(roles) & frozenset(ROLE), frozenset(homes))
