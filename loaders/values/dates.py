"""Dates and months. The whole column settles whether 03/04/2026 is in April or in March, never one cell."""

import calendar
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from loaders.values.fault import Fault, shown
from loaders.values.moments import LONGEST, parted
from loaders.values.nothing import says_nothing
from loaders.values.spans import of_several_days
from qa_data.late import late
from qa_data.plain import plain
from qa_data.wording import british

EXAMPLE = "for example 14/10/2026"
MONTH_EXAMPLE = "for example Oct 2026"
EARLIEST = 1900

NO_DATE_IN_WORDS = frozenset(
    "asap ongoing assoonaspossible immediate immediately withimmediateeffect nextvisit continuous whenpossible".split()
)
"""Of a due date, as compared; beside the words that say there is nothing to say."""

NUMBERS = late(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
YEAR_FIRST = late(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})Z?")
DAY_WORD = late(r"(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]+(?:of\s+)?([a-z]{3,9})[,.]?[\s\-/.]+(\d{4}|\d{2})", re.IGNORECASE)
WORD_DAY = late(r"([a-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
WORD_YEAR = late(r"([a-z]{3,9})[.,]?[\s\-/.']*(\d{4}|\d{2})", re.I)
MONTH_YEAR = late(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")
YEAR_MONTH = late(r"(\d{4})\s*[/.\-]\s*(\d{1,2})")

MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}


Number = int | str
"""A year, month or day, as a number or its digits."""


class Dates:
    """Reads the dates of one column, once its values have shown whether days or months come first.
    `day_first` says so where they cannot."""

    def __init__(self, values: Iterable, day_first: bool | None = None):
        texts = Counter(value for value in values if isinstance(value, str) and len(value) <= LONGEST)
        written = [(found, times) for text, times in texts.items() if (found := NUMBERS.fullmatch(parted(text)[0]))]
        days_first = sum(times for found, times in written if int(found[1]) > 12 >= int(found[2]))
        months_first = sum(times for found, times in written if int(found[2]) > 12 >= int(found[1]))
        self._day_first = day_first if days_first == months_first else days_first > months_first

    def day(self, value: object) -> date | Fault:
        """The day that a cell names, or why it names none (not-a-date) or more than one (ambiguous-date)."""
        if isinstance(value, date):
            return _day(shown(value), value.year, value.month, value.day)
        return self._read(value.strip()) if isinstance(value, str) else _not_a_date(value)

    def month(self, value: object) -> date | Fault:
        """The first day of the month that a cell names, or why it names none."""
        if isinstance(value, str) and (found := _month(value.strip())):
            return found
        day = self.day(value)
        if isinstance(day, Fault):
            return day if day.code == "ambiguous-date" else _not_a_month(shown(value))
        return day.replace(day=1)

    def _read(self, text: str) -> date | Fault:
        if len(text) > LONGEST:
            return _not_a_date(text)
        found = self._one(text)
        wrong = isinstance(found, Fault) and found.code == "not-a-date"
        return of_several_days(text, self._one) or found if wrong else found

    def _one(self, text: str) -> date | Fault:
        words, clock = parted(text)
        found = self._words(text, words)
        return clock.in_london(found) if clock and isinstance(found, date) else found

    def _words(self, text: str, words: str) -> date | Fault:
        if match := YEAR_FIRST.fullmatch(words):
            return _day(text, match[1], match[2], match[3])
        if match := DAY_WORD.fullmatch(words):
            return _worded(text, match[3], match[2], match[1])
        if match := WORD_DAY.fullmatch(words):
            return _worded(text, match[3], match[1], match[2])
        if match := NUMBERS.fullmatch(words):
            return self._numbers(text, *match.groups())
        return _not_a_date(text)

    def _numbers(self, text: str, first: str, second: str, year: str) -> date | Fault:
        if len(year) == 2:
            return _two_digits(
                text, [day for century in ("20", "19") for day in self._readings(first, second, century + year)]
            )
        readings = self._readings(first, second, year)
        if len(readings) == 1:
            return readings[0]
        if not readings:
            return _day(text, year, second, first) if self._day_first is not False else _day(text, year, first, second)
        both = " or ".join(map(british, readings))
        return Fault(
            "ambiguous-date",
            f"{text} can be {both}, and nothing in the column settles which. "
            "Write the month as a word, for example 14 Oct 2026.",
            both,
        )

    def _readings(self, first: str, second: str, year: str) -> list[date]:
        """What two numbers and a year can mean: one day at most once the column has settled the order."""
        day_first, month_first = (second, first), (first, second)
        orders = (
            [day_first, month_first] if self._day_first is None else [day_first if self._day_first else month_first]
        )
        return list(dict.fromkeys(found for month, day in orders if (found := _try(year, month, day))))


def due(value: object, read: Callable[[object], date | Fault]) -> date | Fault:
    """A due date, which people also put into words (no-due-date)."""
    if isinstance(value, str) and (says_nothing(value) or plain(value) in NO_DATE_IN_WORDS):
        return Fault(
            "no-due-date", f"“{value}” is not a date: kept as no due date. Enter one when it is agreed, {EXAMPLE}."
        )
    return read(value)


def _try(year: Number, month: Number, day: Number) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= EARLIEST else None


def _day(text: str, year: Number, month: Number, day: Number) -> date | Fault:
    return _try(year, month, day) or Fault(
        "not-a-date",
        f"{text} is not a date: {_why(int(year), int(month))} Enter one, {EXAMPLE}.",
        _swapped(year, month, day),
    )


def _why(year: int, month: int) -> str:
    if not 1 <= month <= 12:
        return f"there is no month {month}."
    if year < EARLIEST:
        return f"the year {year} cannot be right."
    return f"{calendar.month_name[month]} has {calendar.monthrange(year, month)[1]} days."


def _swapped(year: Number, month: Number, day: Number) -> str | None:
    other = _try(year, day, month)
    return british(other) if other else None


def _worded(text: str, year: str, word: str, day: str) -> date | Fault:
    month = MONTHS.get(word.lower())
    if not month:
        return _not_a_date(text)
    if len(year) == 2:
        return _two_digits(text, [each for century in ("20", "19") if (each := _try(century + year, month, day))])
    return _day(text, year, month, day)


def _two_digits(text: str, readings: list[date]) -> Fault:
    if not readings:
        return _not_a_date(text)
    named = " or ".join(map(british, readings))
    return Fault(
        "ambiguous-date",
        f"{text} has a year of two digits: it can be {named}. Write the year with four digits, {EXAMPLE}.",
        named,
    )


def _not_a_date(value: object) -> Fault:
    suggestion = None
    if isinstance(value, int | float) and not isinstance(value, bool) and 20_000 < value < 73_000:
        suggestion = british(date.fromordinal(date(1899, 12, 30).toordinal() + int(value)))
    return Fault("not-a-date", f"{shown(value)} is not a date. Enter one, {EXAMPLE}.", suggestion)


def _month(text: str) -> date | Fault | None:
    """A month without a day; None when the text is something else."""
    if match := WORD_YEAR.fullmatch(text):
        month = MONTHS.get(match[1].lower())
        if month and len(match[2]) == 2:
            return _not_a_month(text, f"{calendar.month_abbr[month]} 20{match[2]}")
        return _first(text, match[2], month) if month else None
    if match := MONTH_YEAR.fullmatch(text):
        return _first(text, match[2], match[1])
    if match := YEAR_MONTH.fullmatch(text):
        return _first(text, match[1], match[2])
    return None


def _first(text: str, year: str, month: Number) -> date | Fault:
    return _try(year, month, 1) or _not_a_month(text)


def _not_a_month(text: str, suggestion: str | None = None) -> Fault:
    return Fault("not-a-month", f"{text} is not a month. Enter one, {MONTH_EXAMPLE}.", suggestion)
