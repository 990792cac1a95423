"""Several days in a cell where one belongs: an inspection of 14-15 October 2026 began on the first."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

from loaders.values.fault import Fault
from qa_data.late import late
from qa_data.wording import british

BETWEEN = late(r"\s*(?:[-\u2013\u2014/&+,;]|\b(?:to|and|until|till)\b)\s*", re.IGNORECASE)
DAY = late(r"(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
FEW = 8
"""So many signs that may part two days are looked at: 14/10/2026 - 15/10/2026 has five."""

MOST = 31
"""Days; what lies further apart is no one event."""


def of_several_days(text: str, read: Callable[[str], date | Fault]) -> Fault | None:
    """What is wrong with two days in one cell, with the first suggested; None where the text is something else."""
    for between in islice(BETWEEN.finditer(text), FEW):
        last = read(text[between.end() :])
        if isinstance(last, date):
            for first in _firsts(text[: between.start()], last, read):
                if isinstance(first, date) and 0 < (last - first).days <= MOST:
                    return _several(text, first, last)
    return None


def _firsts(text: str, last: date, read: Callable[[str], date | Fault]) -> Iterator[date | Fault]:
    """What the words before may mean, alone or with the month or the year of the last day."""
    yield read(text)
    if (day := DAY.fullmatch(text)) and 0 < int(day[1]) < last.day:
        yield last.replace(day=int(day[1]))
    for year in (last.year, last.year - 1):
        yield from (read(f"{text}{joined}{year}") for joined in " /.")


def _several(text: str, first: date, last: date) -> Fault:
    days = "two days" if (last - first).days == 1 else "several days"
    return Fault(
        "not-a-date", f"{text} is {days}. Enter the first alone, for example {british(first)}.", british(first)
    )
