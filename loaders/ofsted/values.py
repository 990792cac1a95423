"""What the cells of a published file say. Each function takes a cell's value and gives what is stored, or raises Fault."""

import re
from datetime import date, datetime, timedelta

from rapidfuzz import process

from loaders.ofsted.headers import letters_and_digits
from qa_data.dictionary.ofsted import HOME_PROVISION
from qa_data.judgements import JUDGEMENTS

NOTHING = {"", "null", "none", "na", "notapplicable", "notjudged", "notinspected", "notyetinspected", "redacted", "z", "x", "c"}
"""How the files write that there is nothing to say; z, x and c are the shorthand of official statistics."""

HOME_TYPES = {letters_and_digits(each): each for each in HOME_PROVISION}
WORDS = {letters_and_digits(form): each.word for each in JUDGEMENTS for form in (each.word, *each.short_forms)}

DATE_FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y")
SERIAL_START = date(1899, 12, 30)
OLDEST = date(1990, 1, 1)


class Fault(Exception):
    """A cell that cannot be taken: the problem's code, what is wrong and what to do, and a suggestion if there is one."""

    def __init__(self, code: str, message: str, suggestion: str | None = None):
        super().__init__(message)
        self.code, self.message, self.suggestion = code, message, suggestion


def text(value) -> str | None:
    """Text without spaces around it, a number without its ".0"; None where the cell says nothing."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    words = " ".join(("" if value is None else str(value)).split())
    return None if letters_and_digits(words) in NOTHING else words


def urn(value) -> str | None:
    """A unique reference number as text, however the file keeps it."""
    words = text(value)
    return re.sub(r"\.0$", "", words).upper() if words else None


def provision_type(value) -> str | None:
    """The provision type; a children's home's in one spelling for every year."""
    words = text(value)
    return HOME_TYPES.get(letters_and_digits(words), words)


def inspection_type(value) -> str | None:
    """The kind of inspection, in one spelling for every year."""
    words = text(value)
    return words and words.capitalize()


def whole_number(value) -> int | None:
    """A count. Fault `not-a-number` for anything else."""
    words = text(value)
    if words and not words.isdecimal():
        raise Fault("not-a-number", f"{words} is not a whole number. Write the count alone, for example 6.")
    return int(words) if words else None


def short_breaks(value) -> bool:
    """Whether the cell says that a home gives short breaks only."""
    return letters_and_digits(value).startswith(("shortbreak", "yes", "y", "true"))


def judgement(value, is_home: bool) -> str | None:
    """A judgement in Ofsted's present spelling. A home's must be a known word (Fault `unknown-choice`); other kinds of
    provider have schemes of their own, so theirs stands as it is."""
    words = text(value)
    known = WORDS.get(letters_and_digits(words))
    if is_home and words and not known:
        raise Fault("unknown-choice", f"{words} is not one of Ofsted's judgements of a children's home: {_listed()}.",
                    process.extractOne(words, list(WORDS.values()))[0])
    return known or words


def _listed() -> str:
    return ", ".join(dict.fromkeys(WORDS.values()))


def day(value) -> date | None:
    """A date, day first when it is text; a spreadsheet's serial number is one too. Fault `not-a-date` for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    words = text(value)
    found = _day(words) if words else None
    if words and (found is None or found < OLDEST):
        raise Fault("not-a-date", f"{words} is not a date. Write it day first, for example 24/06/2024.")
    return found


def past_day(value) -> date | None:
    """A date of something that has happened. Fault `future-date` when it is after today."""
    found = day(value)
    if found and found > date.today():
        raise Fault("future-date", f"{found:%d/%m/%Y} is after today, so no inspection has been made. Check the year.")
    return found


def _day(words: str) -> date | None:
    if re.fullmatch(r"\d{5}(\.\d+)?", words):
        return SERIAL_START + timedelta(days=int(float(words)))
    without_time = re.sub(r"[ T]\d{1,2}:\d\d(:\d\d)?(\.\d+)?$", "", words)
    for form in DATE_FORMATS:
        try:
            return datetime.strptime(without_time, form).date()
        except ValueError:
            continue
    return None
