"""The kinds of words that identify a person, and how they are masked."""

import re
from bisect import bisect_right
from collections.abc import Callable, Container
from dataclasses import dataclass
from itertools import accumulate

from qa_data.personal.names import names

DAY = (
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+[A-Z][a-z]{2,8}\s+\d{2,4}"
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


def _birth(text: str) -> bool:
    small = text.lower()
    return any(word in small for word in ("dob", "d.o.b", "do.b", "d.ob", "birth", "born"))


def _many_digits(text: str) -> bool:
    return bool(re.search(rb"\d{9}", text.encode().translate(None, ALL_BUT_DIGITS)))


_digit_and_capitals = re.compile("[0-9][A-Z][A-Z]").search
_number_and_word = re.compile(r"\d[A-Za-z]?(?:,? [A-Z][a-z'\u2019]+ |  ?\d[a-z]{2}\b)").search


@dataclass(frozen=True)
class Kind:
    """Something that identifies a person. `hinted` says quickly of a text, or of a whole column, whether the pattern is
    worth a look.
    """

    name: str
    hinted: Callable[[str], object]
    pattern: re.Pattern
    holds: Callable[[str], bool] = _always


KINDS = (
    Kind("e-mail address", re.compile("@").search, re.compile(r"[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+")),
    Kind(
        "date of birth",
        _birth,
        re.compile(
            r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born(?: on)?)(?:\W{0,3}| (?:is|was)(?: on)?:?"
            rf" )(?:the )?(?:{DAY})",
            re.I,
        ),
    ),
    Kind("NHS number", _many_digits, re.compile(r"(?<![\dA-Za-z])\d{3}[ \-.]?\d{3}[ \-.]?\d{4}(?!\d)"), _is_nhs_number),
    Kind(
        "phone number",
        _many_digits,
        re.compile(
            r"(?<![\dA-Za-z/])(?:\(?(?:(?:\+|00)44\s?(?:\(0\)\s?)?|0(?=[1-9]))\d(?:\)?[ \-.]?\d){8,9}|\+\d{1,3}(?:["
            r" \-]?\d){8,11})(?![\d/])"
        ),
    ),
    Kind("postcode", _digit_and_capitals, re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")),
    Kind("postcode", _number_and_word, re.compile(r"\b[a-z]{1,2}\d[a-z\d]? \d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2}\b")),
    Kind(
        "address",
        _number_and_word,
        re.compile(
            r"\b\d{1,4}[A-Za-z]?,?"
            rf" (?!(?:Hour|Minute|Day|Week|Month|Year|Mile|Metre|Point|Step))(?:[A-Z][a-z'\u2019]+ ){{1,3}}{STREETS}\b"
        ),
    ),
)

NAME = "name"

MASK = re.compile(rf"\[({'|'.join([NAME, *{kind.name: kind for kind in KINDS}])})\]")
"""What stands in the place of what was masked."""


def masked(texts: list[str | None], people: Container[str] = ()) -> tuple[list[str | None], list[tuple[int, str, str]]]:
    """The texts of a column with what identifies a person masked, and what was found: the row, the kind and the
    words. `people`: names (in lower case) that may stand, of homes, staff and visitors.
    """
    whole = "\n".join(filter(None, texts))
    found: list[tuple[int, str, str]] = []
    hinted = {hint: _hinted(hint, texts) if hint(whole) else [] for hint in {kind.hinted for kind in KINDS}}
    kept = list(texts)
    for kind in KINDS:
        for row in hinted[kind.hinted]:
            kept[row] = _without(kind, kept[row] or "", row, found)
    for row in _named(kept, people):
        kept[row] = _nameless(kept[row] or "", people, row, found)
    return kept, found


def _hinted(hint: Callable[[str], object], texts: list[str | None]) -> list[int]:
    return [row for row, text in enumerate(texts) if text and hint(text)]


def _named(texts: list[str | None], people: Container[str]) -> list[int]:
    """The rows with a name: looked for in all texts at once, since no name goes on from one line to the next."""
    lines = [text or "" for text in texts]
    ends = list(accumulate(len(line) + 1 for line in lines))
    return sorted({bisect_right(ends, start) for start, _ in names("\n".join(lines), people)})


def _without(kind: Kind, text: str, row: int, found: list) -> str:
    def mask(match: re.Match) -> str:
        if not kind.holds(match[0]):
            return match[0]
        found.append((row, kind.name, match[0]))
        return f"[{kind.name}]"

    return kind.pattern.sub(mask, text)


def _nameless(text: str, people: Container[str], row: int, found: list) -> str:
    for start, end in reversed(list(names(text, people))):
        found.append((row, NAME, text[start:end]))
        text = f"{text[:start]}[{NAME}]{text[end:]}"
    return text
