"""The scope of a question: facts up to a day, uploads known by a moment, and the homes that whoever asks may see."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum

ALWAYS = datetime(9999, 1, 1)

ABOUT_ANOTHER = "Nothing was kept: it is about a home that you may not see. Ask somebody who may see that home."

ABOUT_EVERY = "Nothing was kept: it is about every home. Ask somebody who may see every home."


class Every(Enum):
    """All there are, where a set of some could stand: it is always said by name."""

    HOME = "every home"


class OutOfScope(Exception):
    """What would be written is about a home that whoever writes may not see; the message says so and what to do."""


@dataclass(frozen=True)
class Scope:
    """`as_at`: facts dated up to that day. `known_at` (UTC, no zone; None is now): uploads accepted up to then.
    `homes`: those that are asked about. `allowed`: those that whoever asks may see, where these are more. None of the
    first three has a default: whoever wants every home says so. `in_order`: `known_at` is a moment of the store itself
    and not of the clock (`qa_data.clock`).
    """

    as_at: date
    known_at: datetime | None
    homes: frozenset[str] | Every
    allowed: frozenset[str] | Every | None = None
    in_order: bool = False

    @property
    def known(self) -> datetime:
        """The moment to compare uploads with; far away when everything is known."""
        return self.known_at or ALWAYS

    @property
    def moment(self) -> str:
        """The moment up to which uploads are known, in ISO 8601 with its zone."""
        return (self.known_at or utc_now()).isoformat(timespec="microseconds") + "+00:00"

    @property
    def named(self) -> list[str] | None:
        """The homes by name, in order; None where it is every home."""
        return None if isinstance(self.homes, Every) else sorted(self.homes)

    @property
    def may_see(self) -> frozenset[str] | Every:
        """The homes that whoever asks may see: an answer about some of them may name any of these, and no other."""
        return self.homes if self.allowed is None else self.allowed

    def at(self, day: date) -> "Scope":
        """The same as at another day."""
        return replace(self, as_at=day)

    def now(self) -> "Scope":
        """The same today and as known now: what is written is written now, whatever day is looked at."""
        return replace(self, as_at=date.today(), known_at=None, in_order=False)

    def narrowed(self, homes: Iterable[str]) -> "Scope":
        """The same for those homes alone, of the ones that may be seen: never more than before."""
        asked = frozenset(homes)
        kept = asked if isinstance(self.homes, Every) else self.homes & asked
        return replace(self, homes=kept, allowed=self.may_see)

    def must_hold(self, home: str | None) -> None:
        """OutOfScope unless the home may be seen; None stands for what is about no home in particular, and so for every
        home.
        """
        if isinstance(self.homes, Every) or home in self.homes:
            return
        raise OutOfScope(ABOUT_ANOTHER if home is not None else ABOUT_EVERY)

    def of_whole_service(self) -> "Scope":
        """The same for every home: what is counted over a whole service does not depend on who looks. Only for what is
        narrowed again before it is answered."""
        return replace(self, homes=Every.HOME, allowed=None)


def of_every_home(as_at: date | None = None, known_at: datetime | None = None) -> Scope:
    """Every home, today and as known now unless another day or moment is given."""
    return Scope(as_at or date.today(), known_at, Every.HOME)


def as_of_change(moment: datetime | None) -> Scope:
    """Every home, as the store stood after the change of that moment; as it stands where none is given."""
    return replace(of_every_home(known_at=moment), in_order=True)


def utc_now() -> datetime:
    """This moment in UTC without its zone, as the store keeps moments."""
    return datetime.now(UTC).replace(tzinfo=None)


def as_utc(text: str) -> datetime:
    """A moment as people and programs write it (ISO 8601), in UTC; a day alone means to its end.

    ValueError if neither.
    """
    if len(text) == 10:
        text += "T23:59:59.999999"
    return datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None)
