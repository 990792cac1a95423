"""What in a free text looks like something that identifies a person, and the text with it masked."""

import re
from collections.abc import Callable

DAY = r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{2,4}"


def _is_nhs_number(match: re.Match) -> bool:
    """Modulus 11 check digit (NHS Data Dictionary, NHS NUMBER)."""
    digits = [int(digit) for digit in re.sub(r"\D", "", match[0])]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1))) % 11
    return digits[9] == check % 11 and check != 10


def _always(match: re.Match) -> bool:
    return True


KINDS: tuple[tuple[str, re.Pattern, Callable], ...] = (
    ("e-mail address", re.compile(r"[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+"), _always),
    ("date of birth", re.compile(rf"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\W{{0,3}}(?:{DAY})", re.I), _always),
    ("NHS number", re.compile(r"(?<!\d)\d{3}[ \-]?\d{3}[ \-]?\d{4}(?!\d)"), _is_nhs_number),
    ("phone number", re.compile(r"(?<![\d/])(?:\+44\s?(?:\(0\)\s?)?|0)\d(?:[ \-]?\d){8,9}(?![\d/])"), _always),
    ("postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"), _always),
    ("name", re.compile(r"(?<=\b[Nn]amed )[A-Z][a-z'\u2019\-]+ [A-Z][a-z'\u2019\-]+|(?<=\b[Cc]alled )[A-Z][a-z'\u2019\-]+ [A-Z][a-z'\u2019\-]+"
                        r"|(?<=\b[Yy]oung person )[A-Z][a-z'\u2019\-]+ [A-Z][a-z'\u2019\-]+|(?<=\b[Cc]hild )[A-Z][a-z'\u2019\-]+ [A-Z][a-z'\u2019\-]+"),
     _always),
)
WORTH_A_LOOK = re.compile(r"[\d@]|[Nn]amed|[Cc]alled|[Yy]oung person|[Cc]hild ")


def masked(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text with what identifies a person masked, and what was found: the kind and the words."""
    found: list[tuple[str, str]] = []
    if not WORTH_A_LOOK.search(text):
        return text, found
    for kind, pattern, holds in KINDS:
        def mask(match: re.Match, kind=kind, holds=holds) -> str:
            if not holds(match):
                return match[0]
            found.append((kind, match[0]))
            return f"[{kind}]"
        text = pattern.sub(mask, text)
    return text, found
