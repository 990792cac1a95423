"""The kinds of words that identify a person, and how they are masked."""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from itertools import accumulate, chain

from qa_data.personal.names import beginnings, names

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
    able = re.compile(pattern)
    return _with(lambda whole: (found.start() for found in able.finditer(whole)))


def _birth(whole: str) -> set[int]:
    small, words = whole.lower(), ("dob", "d.o.b", "do.b", "d.ob", "birth", "born")
    said = [word for word in words if word in small]
    return {at for at, line in enumerate(small.split("\n")) if any(word in line for word in said)} if said else set()


def _many_digits(whole: str) -> set[int]:
    digits = whole.encode().translate(None, ALL_BUT_DIGITS)
    return {at for at, line in enumerate(digits.split(b"\n")) if len(line) > 8}


_named = _with(beginnings)
_number_and_word = _with_pattern(r"\d[A-Za-z]?(?:,? [A-Z][a-z'\u2019]+ |  ?\d[a-z]{2}\b)")


@dataclass(frozen=True)
class Kind:
    """Something that identifies a person. `hinted` says quickly in which lines of a text to look for the pattern."""

    name: str
    hinted: Callable[[str], set[int]]
    pattern: re.Pattern
    holds: Callable[[str], bool] = _always


KINDS = (
    Kind("e-mail address", _with_pattern("@"), re.compile(r"[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+")),
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
    Kind("postcode", _with_pattern("[0-9][A-Z][A-Z]"), re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")),
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
    phrases = [_phrases(text) if text else [] for text in texts]
    each = [*dict.fromkeys(chain.from_iterable(phrases))]
    whole = "\n".join(each)
    hints = {_named, *(kind.hinted for kind in KINDS)}
    hinted = {hint: _with_any(phrases, {each[at] for at in hint(whole)}) for hint in hints}
    found: list[tuple[int, str, str]] = []
    kept = list(texts)
    for kind in KINDS:
        for row in hinted[kind.hinted]:
            kept[row] = _without(kind, kept[row] or "", row, found)
    for row in _with_names(kept, hinted[_named], people):
        kept[row] = _nameless(kept[row] or "", people, row, found)
    return kept, found


def _phrases(text: str) -> list[str]:
    """A text cut where nothing goes on that a hint looks for; people write many phrases again and again."""
    return text.replace(". ", ".\n").replace(": ", ":\n").split("\n")


def _with_any(phrases: list[list[str]], of_these: set[str]) -> list[int]:
    return [row for row, own in enumerate(phrases) if not of_these.isdisjoint(own)] if of_these else []


def _with_names(texts: list[str | None], rows: list[int], people: Container[str]) -> list[int]:
    """Those of the rows with a name, looked for in all of them at once."""
    lines = [texts[row] or "" for row in rows]
    starts = (start for start, _ in names("\n".join(lines), people))
    return sorted(rows[at] for at in _holding(starts, lines))


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
