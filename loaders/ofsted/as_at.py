"""The day that a published file describes."""

import re
from calendar import month_name, monthrange
from datetime import date

from qa_data.late import late

MONTHS = [name.lower() for name in month_name[1:]]
SPELLINGS = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)

IN_WORDS = late(r"\b(?:(\d{1,2})(?:st|nd|rd|th)? )?(" + SPELLINGS + r") (\d{4})\b")
YEAR_FIRST = late(r"\b(\d{4}) (\d{1,2}) (\d{1,2})\b")
DAY_FIRST = late(r"\b(\d{1,2}) (\d{1,2}) (\d{4})\b")


def as_at_of(title_lines: list[tuple], file_name: str, otherwise: date | None) -> date | None:
    """The day in the title lines above the header, else in the file's name, else the one given; None when nobody says.
    A month without a day ("as at March 2022") is its last day."""
    for row in title_lines:
        for text in row:
            _, said, day = str(text or "").partition(" at ")
            if said and (found := day_in(day)):
                return found
    return day_in(file_name) or otherwise


def day_in(text: str) -> date | None:
    """The first date in a text, day first; None when there is none."""
    plain = re.sub(r"[\W_]+", " ", text.lower())
    if found := IN_WORDS.search(plain):
        month, year = _month(found[2]), int(found[3])
        return _day(year, month, int(found[1] or monthrange(year, month)[1]))
    if found := YEAR_FIRST.search(plain):
        return _day(*map(int, found.groups()))
    if found := DAY_FIRST.search(plain):
        return _day(*map(int, reversed(found.groups())))
    return None


def _month(spelling: str) -> int:
    return next(number for number, name in enumerate(MONTHS, start=1) if name.startswith(spelling))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
