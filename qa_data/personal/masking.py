"""The kinds of words that identify a person, and how they are masked."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain

from qa_data.personal.known import Known
from qa_data.personal.names import INITIALS, NAME, Span, may_begin, may_name, names

DAY = r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?: {1,3}of)? {1,3}[A-Z][a-z]{2,8}\s+\d{2,4}"
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

MASK = re.compile(rf"\[({'|'.join([NAME, INITIALS, *{kind.name: kind for kind in KINDS}])})\]")
"""What stands in the place of what was masked."""

Found = tuple[int, str, str]
"""A row, what was found there, and its words."""


def masked(texts: list[str | None], people: Iterable[str] = ()) -> tuple[list[str | None], list[Found]]:
    """The texts of a column with what identifies a person masked, and what was found: the row, the kind and the
    words. `people`: names (in lower case) that may stand, of homes, staff and visitors.
    """
    known = Known(people)
    told: dict[str, list[Span]] = {}
    looked_for = _looked_for(texts, known, told)
    kept, found = list(texts), []
    for row in sorted({*chain.from_iterable(looked_for.values())}):
        text = texts[row] or ""
        kinds = [kind for kind in KINDS if row in looked_for[kind.hinted]]
        spans = _united(
            [
                *chain.from_iterable(_spans(kind, text) for kind in kinds),
                *((told.get(text) or names(text, known)) if row in looked_for[names] else ()),
            ]
        )
        found += [(row, kind, text[start:end]) for start, end, kind in spans]
        kept[row] = _replaced(text, spans)
    return kept, found


def _looked_for(texts: list[str | None], known: Known, named: dict[str, list[Span]]) -> dict[Callable, set[int]]:
    """By hint, in which rows there may be something."""
    phrases = [_phrases(text) if text else [] for text in texts]
    each = [*dict.fromkeys(chain.from_iterable(phrases))]
    whole, dull = "\n".join(each), set[str]()
    told = {hint: {each[at] for at in hint(whole)} for hint in {kind.hinted for kind in KINDS}}
    told[names] = {phrase for phrase in each if _names_somebody(phrase, dull, known, named)}
    return {hint: _with_any(phrases, those) for hint, those in told.items()}


def _names_somebody(phrase: str, dull: set[str], known: Known, told: dict[str, list[Span]]) -> bool:
    """Whether somebody is named in it, or at its end and what follows: Mr. Okafor, J. S."""
    words = phrase.split()
    if not _worth_it(words, dull):
        return False
    told[phrase] = [*names(phrase, known)]
    return bool(told[phrase]) or len(words[-1]) < 5 and words[-1][0].isupper()


def _worth_it(words: list[str], dull: set[str]) -> bool:
    """Whether any of the words may name somebody; those that never do are told apart once."""
    if dull.issuperset(words):
        return False
    fresh = [word for word in words if word not in dull and not word[0].isdigit()]
    dull.update(word for word in fresh if not may_name(word))
    worth = [word for word in fresh if word not in dull]
    return len(worth) > 1 or bool(worth) and (worth[0] is not words[0] or may_begin(words))


def _phrases(text: str) -> list[str]:
    """A text cut where nothing goes on that a hint looks for; people write many phrases again and again."""
    return text.replace(". ", ".\n").replace(": ", ":\n").split("\n")


def _with_any(phrases: list[list[str]], of_these: set[str]) -> set[int]:
    return {row for row, own in enumerate(phrases) if not of_these.isdisjoint(own)} if of_these else set()


def _spans(kind: Kind, text: str) -> Iterator[Span]:
    start = 0
    while match := kind.pattern.search(text, start):
        holds = kind.holds(match[0])
        if holds:
            yield *match.span(), kind.name
        start = match.end() if holds else match.start() + 1


def _united(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one; what is longest says what it is."""
    told: list[tuple[int, int, str, int]] = []
    for start, end, kind in sorted(spans):
        if told and start < told[-1][1]:
            first, last, was, length = told.pop()
            longer = end - start > length
            told.append((first, max(last, end), kind if longer else was, max(length, end - start)))
        else:
            told.append((start, end, kind, end - start))
    return [each[:3] for each in told]


def _replaced(text: str, spans: list[Span]) -> str:
    told, at = [], 0
    for start, end, kind in spans:
        told += [text[at:start], f"[{kind}]"]
        at = end
    return "".join([*told, text[at:]])
