"""Quality standards as people write them: codes, regulations, names, All. A number alone is never guessed at."""

import re
from functools import cache

from loaders.values.fault import Fault, shown
from loaders.values.near import nearest
from qa_data.late import late
from qa_data.plain import plain
from qa_data.standards import CODES, STANDARDS

REGULATIONS = {standard.regulation: standard.code for standard in STANDARDS}
NUMBER = r"\d{1,2}(?:\s*\([0-9a-z]{1,4}\))*"
LIST = rf"{NUMBER}(?:(?:\s*(?:,|;|/|&|\+|\band\b|-|\u2013|\bto\b))+\s*{NUMBER})*"
MARKED = late(
    rf"(?:(?P<code>QS)|(?P<regulation>regulations?|regs?\.?|r(?=\s?\d))|(?P<position>(?:quality\s+)?standards?|std\.?))"
    rf"\s*(?:no\.?\s*)?(?P<numbers>{LIST})(?![\da-z])",
    re.I,
)
ALL = late(r"all(?:\s+(?:of\s+)?(?:the\s+)?(?:nine|9))?(?:\s+(?:quality\s+)?standards)?", re.I)
BARE = late(LIST, re.I)
SECOND_MARK = late(r"(?<=\d)(\s*(?:-|\u2013|\bto\b)\s*)(?:QS|regulation|reg\.?|r|standard)\s*(?=\d)", re.I)


def standards(value: object) -> list[str] | Fault:
    """The codes of the standards that a cell names, in the order of the regulations."""
    text = shown(value).strip()
    once = SECOND_MARK.sub(r"\1", text)
    if ALL.fullmatch(text):
        return list(CODES)
    if BARE.fullmatch(text):
        return _bare(text)
    # Most cells are a mark with its number, QS12 or Reg 12, in which no name stands.
    whole = (marked := MARKED.match(once)) and marked.end() == len(once)
    found, rest = (set[str](), once) if whole else _names(once)
    for match in MARKED.finditer(rest):
        codes = _numbered(text, match)
        if isinstance(codes, Fault):
            return codes
        found |= set(codes)
    left = re.sub(r"\band\b|[\W_]", " ", MARKED.sub(" ", rest), flags=re.I).strip()
    return _unknown(text, left or text) if left or not found else sorted(found)


def one_standard(value: object) -> str | Fault:
    """The code of the one standard that a cell names."""
    codes = standards(value)
    if isinstance(codes, Fault):
        return codes
    return (
        codes[0]
        if len(codes) == 1
        else Fault(
            "unknown-standard",
            f"{shown(value)} names {len(codes)} standards. Give each a line of its own, for example QS12.",
        )
    )


def _names(text: str) -> tuple[set[str], str]:
    """The standards that stand by name, and the text without those names."""
    codes = {}

    def take(match: re.Match) -> str:
        codes[_name_codes()[plain(match[0])]] = True
        return " ; "

    rest = _names_pattern().sub(take, text)
    return set(codes), rest


@cache
def _name_codes() -> dict[str, str]:
    return {
        plain(name): each.code
        for each in STANDARDS
        for name in (each.title, f"{each.name} standard", each.name, *each.also)
    }


@cache
def _names_pattern() -> re.Pattern:
    names = sorted(
        {name for each in STANDARDS for name in (each.title, f"{each.name} standard", each.name, *each.also)},
        key=len,
        reverse=True,
    )
    return late(r"(?<!\w)(?:" + "|".join(map(_loose, names)) + r")(?!\w)", re.I)


def _loose(name: str) -> str:
    """A pattern for the name with or without its punctuation, and with & for and."""
    words = re.findall(r"[a-z]+", name.lower().replace("'", "").replace("well-being", "wellbeing"))
    # An apostrophe before the last letter: childrens, children's, children’s.
    patterns = {"and": r"(?:and|&)", "wellbeing": r"well[\s\-]?being", "childrens": r"children['\u2019]?s"}
    return r"[\s,\-]*".join(patterns.get(word, word) for word in words)


def _numbered(text: str, match: re.Match) -> list[str] | Fault:
    numbers = _numbers(match["numbers"])
    if match["position"]:
        return _positions(text, numbers)
    unknown = [number for number in numbers if number not in REGULATIONS]
    return _unknown(text, match[0]) if unknown or not numbers else [REGULATIONS[number] for number in numbers]


def _numbers(listed: str) -> list[int]:
    plain_list = re.sub(r"\s*\([0-9a-z]{1,4}\)", "", listed, flags=re.I)
    numbers: list[int] = []
    for part in re.split(r"\s*(?:,|;|/|&|\+|\band\b)\s*", plain_list, flags=re.I):
        ends = [int(end) for end in re.split(r"\s*(?:-|\u2013|\bto\b)\s*", part, flags=re.I) if end]
        numbers += range(ends[0], ends[-1] + 1) if ends else []
    return numbers


def _positions(text: str, numbers: list[int]) -> list[str] | Fault:
    """Standard 1 to 5 can only be a position and 10 to 14 only a regulation; 6 to 9 can be either."""
    for number in numbers:
        if number in REGULATIONS and number <= len(STANDARDS):
            return _ambiguous(text, number)
        if number not in REGULATIONS and not 1 <= number <= len(STANDARDS):
            return _unknown(text, f"Standard {number}")
    return [REGULATIONS.get(number) or CODES[number - 1] for number in numbers]


def _bare(text: str) -> Fault:
    numbers = _numbers(text)
    first = next((number for number in numbers if number in REGULATIONS and number <= len(STANDARDS)), None)
    if first:
        return _ambiguous(text, first)
    regulations = all(number in REGULATIONS for number in numbers)
    return _unknown(text, text, f"Reg {text}" if regulations else None)


def _ambiguous(text: str, number: int) -> Fault:
    one, other = REGULATIONS[number], CODES[number - 1]
    return Fault(
        "ambiguous-standard",
        f"“{text}” can mean regulation {number} ({one}) or the {_ordinal(number)} standard ({other}). "
        f"Write the code, for example {one}.",
        f"{one} or {other}",
    )


def _ordinal(number: int) -> str:
    return ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")[number - 1]


def _unknown(text: str, part: str, suggestion: str | None = None) -> Fault:
    return Fault(
        "unknown-standard",
        f"“{text}” is not one of the nine quality standards. Enter a code (QS06 to QS14), a regulation "
        "(Reg 12) or a name (Protection of children).",
        suggestion or nearest(part, (each.name for each in STANDARDS)),
    )
