"""What in a free text looks like something that identifies a person, and the text with it masked."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path

DAY = r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{2,4}"
GIVEN = frozenset((Path(__file__).parent / "given_names.txt").read_text(encoding="utf-8").split())
"""Given names in use in England. A word before another with a capital is taken for a name only if it is here, or the words around it say so."""

WORD = r"(?:(?:O['\u2019]|D['\u2019]|Mc|Mac)?[A-Z][a-z\u00e0-\u017f]+(?:['\u2019][a-z]{2,})?(?:-[A-Z][a-z\u00e0-\u017f]+)*|[A-Z]{4,})"
FULL = rf"{WORD}(?: {WORD}){{1,5}}"
SAID_BEFORE = r"\b(?:[Nn]amed|[Cc]alled|[Yy]oung person|[Cc]hild|[Bb]oy|[Gg]irl|[Rr]esident|[Ss]ibling|[Bb]rother|[Ss]ister|[Mm]other|[Mm]um|[Ff]ather|[Dd]ad|[Pp]upil|[Nn]ame is|[Ff]ull name)[,:]? "
SAID_AFTER = r" (?:said|told|says|asked|felt|feels|was born|went missing|absconded|disclosed|alleged|attends|moved in|arrived|lives)\b"
NO_NAME = frozenset("""Protection Sexual Criminal Exploitation Looked In Missing Risk Care Placement Social Services Service Plan Plans Review Reviews House Home Homes School Academy College
Lodge Court Road Street Avenue Close Lane Drive Crescent Way Gardens Grove Terrace View Cottage Base Hall Farm Park Primary High Secondary Team Council Assessment Ofsted Regulation Quality
Standard Standards Independent Person Visitor Manager Registered Responsible Individual Deputy Officer Worker Workers Police Hospital Health Centre Clinic Court Department Education Children Child
Young People County City Borough University Trust Foundation Group Board Meeting Report Policy Guide Act Day Night Week Month January February July September October
November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Eid Ramadan Diwali The This That They There These Staff She He It We I A An And Or But When While After
Before Not No All Some Each Every One Two Three CAMHS SENCO LADO EHCP MASH Room Xbox Lego Minecraft Football Club United Rovers Wanderers Town""".split())
"""Words with a capital that are part of no person's name, or of a place's."""

STREETS = r"(?:Road|Street|Avenue|Close|Lane|Drive|Crescent|Way|Gardens|Grove|Terrace|Place|Rd|Ave|Cres)"

SMALL_LETTERS = bytes(range(ord("a"), ord("z") + 1))
ALL_BUT_DIGITS = bytes(set(range(256)) - set(b"0123456789\n"))


def _is_nhs_number(text: str) -> bool:
    """Modulus 11 check digit (NHS Data Dictionary, NHS NUMBER)."""
    digits = [int(digit) for digit in re.sub(r"\D", "", text)]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1))) % 11
    return digits[9] == check % 11 and check != 10


def _always(text: str) -> bool:
    return True


def _birth(text: str) -> bool:
    small = text.lower()
    return any(word in small for word in ("dob", "d.o.b", "do.b", "d.ob", "birth", "born"))


def _many_digits(text: str) -> bool:
    return bool(re.search(rb"\d{9}", text.encode().translate(None, ALL_BUT_DIGITS)))


def _digit_and_capitals(text: str) -> bool:
    return bool(re.search(rb"\d[A-Z][A-Z]", text.encode().translate(None, SMALL_LETTERS)))


@dataclass(frozen=True)
class Kind:
    """Something that identifies a person. `hinted` says quickly of a whole column whether the pattern is worth a look."""

    name: str
    hinted: Callable[[str], object]
    pattern: re.Pattern
    holds: Callable[[str], bool] = _always


KINDS = (
    Kind("e-mail address", re.compile("@").search, re.compile(r"[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+")),
    Kind("date of birth", _birth,
         re.compile(rf"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\W{{0,3}}(?:{DAY})", re.I)),
    Kind("NHS number", _many_digits, re.compile(r"(?<!\d)\d{3}[ \-]?\d{3}[ \-]?\d{4}(?!\d)"), _is_nhs_number),
    Kind("phone number", _many_digits, re.compile(r"(?<![\d/])(?:\+44\s?(?:\(0\)\s?)?|0)\d(?:[ \-]?\d){8,9}(?![\d/])")),
    Kind("postcode", _digit_and_capitals, re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")),
    Kind("address", re.compile(rf"\d[A-Za-z]? [A-Z].{{0,50}}{STREETS}").search, re.compile(rf"\b\d{{1,4}}[A-Za-z]? (?:[A-Z][a-z'\u2019]+ ){{1,3}}{STREETS}\b")),
)

NAME = "name"
HINT = re.compile(r"[A-Z][\w'\u2019-]+ [A-Z]")
"""Where a full name may begin, found six times as fast as the name itself."""

PAIR = re.compile(rf"{FULL}(?![\w-])")


def masked(texts: list[str | None], people: Container[str] = ()) -> tuple[list[str | None], list[tuple[int, str, str]]]:
    """The texts of a column with what identifies a person masked, and what was found: the row, the kind and the words. `people`: names (in lower case) that
    may stand, of homes, staff and visitors."""
    whole = "\n".join(filter(None, texts))
    found: list[tuple[int, str, str]] = []
    for kind in KINDS:
        if kind.hinted(whole):
            texts = [text and _without(kind, text, row, found) for row, text in enumerate(texts)]
    if any(_names(whole, people)):
        texts = [text and _nameless(text, people, row, found) for row, text in enumerate(texts)]
    return texts, found


def _without(kind: Kind, text: str, row: int, found: list) -> str:
    def mask(match: re.Match) -> str:
        if not kind.holds(match[0]):
            return match[0]
        found.append((row, kind.name, match[0]))
        return f"[{kind.name}]"

    return kind.pattern.sub(mask, text)


def _nameless(text: str, people: Container[str], row: int, found: list) -> str:
    for start, end in reversed(list(_names(text, people))):
        found.append((row, NAME, text[start:end]))
        text = f"{text[:start]}[{NAME}]{text[end:]}"
    return text


def _names(text: str, people: Container[str]):
    """Where each full name begins and ends that is of nobody known."""
    for match in _pairs(text):
        words = match[0].split(" ")
        # "On Monday Jayden Smith": the name begins at the first given name, and ends before a word that is part of none.
        first = next((place for place, word in enumerate(words[:-1]) if word.split("-")[0] in GIVEN), None)
        if first is None and _said_to_be_one(text, match):
            first = 0
        if first is None:
            continue
        last = next((place for place, word in enumerate(words) if place > first and word in NO_NAME), len(words))
        name = " ".join(words[first:last])
        if last - first > 1 and not any(word in NO_NAME for word in words[first:last]) and name.lower() not in people:
            start = match.start() + sum(len(word) + 1 for word in words[:first])
            yield start, start + len(name)


def _pairs(text: str):
    end = 0
    for hint in HINT.finditer(text):
        start = hint.start()
        if start >= end and (match := PAIR.match(text, start)) and not re.match(r"[\w'\u2019-]", text[max(0, start - 1):start]):
            end = match.end()
            yield match


def _said_to_be_one(text: str, match: re.Match) -> bool:
    return bool(re.search(SAID_BEFORE + "$", text[max(0, match.start() - 20):match.start()]) or re.match(SAID_AFTER, text[match.end():match.end() + 20]))
