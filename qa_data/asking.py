"""What a question is asked of: facts up to a day, uploads known by a moment, the homes that the person may see."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

ALWAYS = datetime(9999, 1, 1)


@dataclass(frozen=True)
class Asking:
    """`as_at`: facts dated up to that day. `known_at` (UTC, no zone; None is now): uploads accepted up to then.
    `homes`: the homes that the person may see; None is all of them."""

    as_at: date = field(default_factory=date.today)
    known_at: datetime | None = None
    homes: frozenset[str] | None = None

    @property
    def known(self) -> datetime:
        """The moment to compare uploads with; far away when everything is known."""
        return self.known_at or ALWAYS

    @property
    def moment(self) -> str:
        """The moment up to which uploads are known, in ISO 8601 with its zone."""
        return (self.known_at or utc_now()).isoformat(timespec="microseconds") + "+00:00"

    def at(self, day: date) -> "Asking":
        """The same question as at another day."""
        return replace(self, as_at=day)


def utc_now() -> datetime:
    """This moment in UTC without its zone, as the store keeps moments."""
    return datetime.now(UTC).replace(tzinfo=None)


def as_utc(text: str) -> datetime:
    """A moment as people and programs write it (ISO 8601), in UTC; a day alone means to its end. ValueError if
    neither.
    """
    if len(text) == 10:
        text += "T23:59:59.999999"
    return datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None)
