"""What people and programs write around a day: the day of the week, the time, and the zone that the time is of."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from qa_data.late import late

LONGEST = 80
"""Letters; nothing longer is a date, and what looks for one in it takes no time."""

DAYS = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?"
BEFORE = late(rf"{DAYS},?\s+(?:the\s+)?", re.IGNORECASE)
AFTER = late(rf"[\s,(]+{DAYS}\)?$", re.IGNORECASE)
CLOCK = late(
    r"(?P<day>\S.*?)(?:[T,\s]|\bat\s){1,4}"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?:(?P<half>[ap])\.?m\.?)?"
    r"|(?:[.:]\d{2})?\s*[ap]\.?m\.?)"
    r"\s*(?P<zone>(?:UTC|GMT|BST|Z)?(?P<offset>[+\-\u2212]\d{2}(?::?\d{2})?)?)(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)


class Clock(NamedTuple):
    """A time that says its zone, in minutes: after midnight there, and before UTC."""

    minutes: int
    ahead: int

    def in_london(self, day: date) -> date:
        """The day in London when it was that time there."""
        moment = datetime(day.year, day.month, day.day) + timedelta(minutes=self.minutes - self.ahead)
        return (moment + timedelta(hours=_summer(moment))).date()


def parted(text: str) -> tuple[str, Clock | None]:
    """The day alone, without the day of the week and the time; and the time, where it says its zone."""
    found = CLOCK.fullmatch(text)
    day = AFTER.sub("", BEFORE.sub("", found["day"] if found else text, count=1), count=1).strip(" ,")
    return day, _clock(found) if found and found["zone"] else None


def _clock(found: re.Match) -> Clock | None:
    hour = int(found["hour"]) % 12 + 12 * (found["half"] in ("p", "P")) if found["half"] else int(found["hour"])
    return Clock(hour * 60 + int(found["minute"] or 0), _ahead(found["zone"].upper(), found["offset"]))


def _ahead(zone: str, offset: str | None) -> int:
    if not offset:
        return 60 if zone == "BST" else 0
    minutes = int(offset[1:3]) * 60 + int(offset[3:].lstrip(":") or 0)
    return minutes if offset[0] == "+" else -minutes


def _summer(moment: datetime) -> bool:
    """Whether London's clocks are an hour ahead: from 01:00 UTC on the last Sunday of March to that of October."""
    begins, ends = (datetime(moment.year, month, _last_sunday(moment.year, month), 1) for month in (3, 10))
    return begins <= moment < ends


def _last_sunday(year: int, month: int) -> int:
    return 31 - date(year, month, 31).isoweekday() % 7
