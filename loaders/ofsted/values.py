"""What the cells of a published file say. Each function takes a cell's value and gives what is stored, or a Fault."""

import re
from datetime import date, timedelta

from loaders.values.dates import Dates
from loaders.values.fault import Fault, shown
from loaders.values.near import nearest
from qa_data.dictionary.ofsted import HOME_PROVISION
from qa_data.judgements import JUDGEMENTS
from qa_data.plain import plain
from qa_data.wording import british

NOTHING = {
    "",
    "null",
    "none",
    "na",
    "notapplicable",
    "notjudged",
    "notinspected",
    "notyetinspected",
    "redacted",
    "z",
    "x",
    "c",
}
"""How the files write that there is nothing to say; z, x and c are the shorthand of official statistics."""

HOME_TYPES = {plain(each): each for each in HOME_PROVISION}
WORDS = {plain(form): each.word for each in JUDGEMENTS for form in (each.word, *each.short)}

SERIAL_START = date(1899, 12, 30)
DAY_FIRST = Dates((), day_first=True)


def text(value: object) -> str | None:
    """Text without spaces around it, a number without its ".0"; None where the cell says nothing."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    words = " ".join(("" if value is None else shown(value)).split())
    return None if plain(words) in NOTHING else words


def urn(value: object) -> str | None:
    """A unique reference number as text, however the file keeps it."""
    words = text(value)
    return re.sub(r"\.0$", "", words).upper() if words else None


def provision_type(value: object) -> str | None:
    """The provision type; a children's home's in one spelling for every year."""
    words = text(value)
    return HOME_TYPES.get(plain(words or ""), words)


def inspection_type(value: object) -> str | None:
    """The kind of inspection, in one spelling for every year."""
    words = text(value)
    return words and words.capitalize()


def whole_number(value: object) -> int | Fault | None:
    """A count. Fault `not-a-number` for anything else."""
    words = text(value)
    if words and not words.isdecimal():
        return Fault("not-a-number", f"{words} is not a whole number. Write the count alone, for example 6.")
    return int(words) if words else None


def short_breaks(value: object) -> bool:
    """Whether the cell says that a home gives short breaks only."""
    return plain(text(value) or "").startswith(("shortbreak", "yes", "y", "true"))


def judgement(value: object, is_home: bool) -> str | Fault | None:
    """A judgement in Ofsted's present spelling. A home's must be a known word (Fault `unknown-choice`); other kinds of
    provider have schemes of their own, so theirs stands as it is."""
    words = text(value)
    known = WORDS.get(plain(words or ""))
    if is_home and words and not known:
        return Fault(
            "unknown-choice",
            f"{words} is not one of Ofsted's judgements of a children's home: {_listed()}.",
            nearest(words, WORDS.values()),
        )
    return known or words


def _listed() -> str:
    return ", ".join(dict.fromkeys(WORDS.values()))


def day(value: object) -> date | Fault | None:
    """A date, day first when it is text; a spreadsheet's serial number is one too. Fault `not-a-date` for anything
    else.
    """
    if isinstance(value, date):
        return DAY_FIRST.day(value)
    words = text(value)
    if words and re.fullmatch(r"\d{5}(\.\d+)?", words):
        return SERIAL_START + timedelta(days=int(float(words)))
    return DAY_FIRST.day(words) if words else None


def past_day(value: object) -> date | Fault | None:
    """A date of something that has happened. Fault `future-date` when it is after today."""
    found = day(value)
    if isinstance(found, date) and found > date.today():
        return Fault("future-date", f"{british(found)} is after today, so no inspection has been made. Check the year.")
    return found
