"""What identifies a person and is no name: each kind, how it is told, and where to look for it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import NamedTuple

from qa_data.late import late

DAY = (
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: {1,3}of)? {1,3}[A-Z][a-z]{2,8} {1,3}\d{2,4}"
)
STREETS = (
    r"(?:Road|Street|Avenue|Close|Lane|Drive|Crescent|Way|Gardens|Grove|Terrace|Place|Rise|Mews|Square|Walk|Row|Croft|Court|Parade|Boulevard|Rd|Ave|Cres|St(?!\.?"
    r" [A-Z]))"
)

ALL_BUT_DIGITS = bytes(set(range(256)) - set(b"0123456789\n"))


def _is_nhs_number(text: str) -> bool:
    """Modulus 11 check digit (NHS Data Dictionary, NHS NUMBER)."""
    digits = [int(digit) for digit in re.sub(r"\D", "", text)]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return digits[9] == check % 11 and check != 10


def _always(text: str) -> bool:
    return True


def _holding(starts: Iterable[int], lines: Iterable[str]) -> set[int]:
    """Which of the lines, seen as one text, something starts in; nothing goes on from one to the next."""
    ends = list(accumulate(len(line) + 1 for line in lines))
    return {bisect_right(ends, start) for start in starts}


def _with(starts: Callable[[str], Iterable[int]]) -> Callable[[str], set[int]]:
    def hinted(whole: str) -> set[int]:
        found = [*starts(whole)]
        return _holding(found, whole.split("\n")) if found else set()

    return hinted


def _with_pattern(pattern: str) -> Callable[[str], set[int]]:
    able = late(pattern)
    return _with(lambda whole: (found.start() for found in able.finditer(whole)))


def _birth(whole: str) -> set[int]:
    small, words = whole.lower(), ("dob", "d.o.b", "do.b", "d.ob", "birth", "born")
    said = [word for word in words if word in small]
    return {at for at, line in enumerate(small.split("\n")) if any(word in line for word in said)} if said else set()


def _many_digits(whole: str) -> set[int]:
    digits = whole.encode().translate(None, ALL_BUT_DIGITS)
    return {at for at, line in enumerate(digits.split(b"\n")) if len(line) > 8}


_number_and_word = _with_pattern(r"\d[A-Za-z]?(?:,? [A-Z][a-z'\u2019]+ |  ?\d[a-z]{2}\b)")


class Kind(NamedTuple):
    """Something that identifies a person. `hinted` says quickly in which lines of a text to look for the pattern."""

    name: str
    hinted: Callable[[str], set[int]]
    pattern: re.Pattern
    holds: Callable[[str], bool] = _always


KINDS = (
    Kind("e-mail address", _with_pattern("@"), late(r"[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+")),
    Kind(
        "date of birth",
        _birth,
        late(
            r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born(?: on)?)(?:\W{0,3}| (?:is|was)(?: on)?:?"
            rf" )(?:the )?(?:{DAY})",
            re.I,
        ),
    ),
    Kind("NHS number", _many_digits, late(r"(?<![\dA-Za-z])\d{3}[ \-.]?\d{3}[ \-.]?\d{4}(?!\d)"), _is_nhs_number),
    Kind(
        "phone number",
        _many_digits,
        late(
            r"(?<![\dA-Za-z/])(?:\(?(?:(?:\+|00)44\s?(?:\(0\)\s?)?|0(?=[1-9]))\d(?:\)?[ \-.]?\d){8,9}|\+\d{1,3}(?:["
            r" \-]?\d){8,11})(?![\d/])"
        ),
    ),
    Kind("postcode", _with_pattern("[0-9][A-Z][A-Z]"), late(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")),
    Kind("postcode", _number_and_word, late(r"\b[a-z]{1,2}\d[a-z\d]? \d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2}\b")),
    Kind(
        "address",
        _number_and_word,
        late(
            r"\b\d{1,4}[A-Za-z]?,?"
            rf" (?!(?:Hour|Minute|Day|Week|Month|Year|Mile|Metre|Point|Step))(?:[A-Z][a-z'\u2019]+ ){{1,3}}{STREETS}\b"
        ),
    ),
)
