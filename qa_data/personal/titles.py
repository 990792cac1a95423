"""What files, sheets and those who sign are called, with what identifies somebody else masked."""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator

from qa_data.personal import cues
from qa_data.personal.initials import DOTTED
from qa_data.personal.known import Known
from qa_data.personal.masking import masked, replaced, united
from qa_data.personal.names import INITIALS, NAME, Span
from qa_data.personal.walk import MONTHS, Walk
from qa_data.personal.words import ABBREVIATIONS, NOT_IN_NAMES, NOUNS, ONLY_SURNAMES, SURNAMES, THINGS, Look, look

SUFFIX = re.compile(r"\.(?:xls[xmb]?|xlt[xm]|ods|csv|tsv|txt|pdf|docx?|zip)$", re.IGNORECASE)
JOINTS = (
    re.compile("_+"),
    re.compile(r"(?<=[^\W_]{2})[.\-](?=[^\W_]{2})|(?<=[^\W_])-(?=[^\W_])"),
    re.compile(r"(?<=[^\W\d_]{2})(?=\d)|(?<=\d)(?=[^\W\d_]{3})"),
    re.compile(
        "(?<![Mm]c)(?<!Mac)(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z]{2})(?=[A-Z]{2})|(?<=[A-Z])(?=[A-Z][a-z]{2}|Mc[A-Z])"
    ),
)
"""Where a title parts words without a space: Jayden_Smith, jayden-smith, Jayden2026, JaydenSmith."""

MONTH = re.compile("|".join(f"{name[:3]}(?:{name[3:]})?" for name in month_name[1:]) + "|sept", re.IGNORECASE)
"""A title that is a month, and nobody's name."""

OF_A_CHILD = frozenset(
    "review reviews notes note plan plans chronology assessment log logs file incident incidents profile report"
    " meeting minutes risk care placement contact education keywork restraint restraints update strategy".split()
)
"""After three capitals that a title begins with they make these a child's initials, rather than a council's."""


def masked_title(title: str, people: Iterable[str]) -> tuple[str, list[str]]:
    """What a file or a sheet is called, masked, and the words that were. A low line, a hyphen, a full stop, a capital
    and a number part words as a space does; letters are initials where the title begins and after a word for a child.
    """
    if MONTH.fullmatch(title.strip()):
        return title, []
    suffix = match[0] if (match := SUFFIX.search(title)) else ""
    text = _parted(title.removesuffix(suffix))
    walk = Walk(_in_capitals(text), Known(people))
    spans = united([*_names(walk, people), *_turned(walk), *_initials(walk)])
    told = [text[start:end] for start, end, _ in spans]
    return (replaced(text, spans) + suffix, told) if spans else (title, [])


def _parted(title: str) -> str:
    for joint in JOINTS:
        title = joint.sub(" ", title)
    return title


def _in_capitals(text: str) -> str:
    """A title in small letters as others are written: smith jayden, but QA."""
    if not text.islower() or len(text.title()) != len(text):
        return text
    return " ".join(word.upper() if word.upper() in ABBREVIATIONS else word.title() for word in text.split(" "))


def _names(walk: Walk, people: Iterable[str]) -> Iterator[Span]:
    """What is found in any text, a name with the surname before or after it."""
    at = 0
    for _, kind, words in masked([walk.text], people, initials=False)[1]:
        start = walk.text.index(words, at)
        at = start + len(words)
        yield (*_with_surname(walk, start, at), kind) if kind == NAME else (start, at, kind)


def _with_surname(walk: Walk, start: int, end: int) -> tuple[int, int]:
    own = [at for at, first in enumerate(walk.starts) if start <= first < end]
    if not own:
        return start, end
    first, last = own[0], own[-1]
    if first and walk.spaced(first - 1) and _surname(walk, first - 1):
        first -= 1
    if first == own[0] and walk.spaced(last) and _surname(walk, last + 1):
        last += 1
    return min(start, walk.starts[first]), max(end, walk.ends[last])


def _turned(walk: Walk) -> Iterator[Span]:
    """Smith Grace: a surname before a given name, though that is a word as well."""
    for at in range(len(walk) - 1):
        given = walk.low(at + 1) in NOUNS and at + 1 not in walk.known and walk.low(at + 2) not in THINGS
        if given and walk.spaced(at) and walk.looks[at].key in ONLY_SURNAMES and _surname(walk, at):
            yield walk.starts[at], walk.ends[at + 1], NAME


def _surname(walk: Walk, at: int) -> bool:
    each: Look = look(walk.looks[at].low.title())
    ends = each.key in NOT_IN_NAMES or each.low in THINGS or each.low in MONTHS or at in walk.known
    return len(each.low) > 2 and not ends and (each.key in SURNAMES or each.shaped)


def _initials(walk: Walk) -> Iterator[Span]:
    for match in DOTTED.finditer(walk.text):
        letters = "".join(filter(str.isalpha, match[0]))
        if letters not in ABBREVIATIONS and letters not in walk.people.initials:
            yield *match.span(), INITIALS
    for at in range(len(walk)):
        if walk.initials(at) and at not in walk.known and _of_a_child(walk, at):
            yield walk.starts[at], walk.ends[at], INITIALS


def _of_a_child(walk: Walk, at: int) -> bool:
    """Whether letters stand after a word for a child, or begin the title and are nobody's that may stand."""
    if at and (cues.child_before(walk, at) or walk.low(at - 1) == "cyp"):
        return True
    if not all(walk.low(each).isdigit() for each in range(at)) or walk.low(at).upper() in walk.people.initials:
        return False
    if walk.text.isupper() and walk.low(at + 1).isalpha():
        return False
    return len(walk.low(at)) == 2 or walk.low(at + 1) in OF_A_CHILD and walk.low(at) not in walk.people.firsts


def signed(by: str, people: Iterable[str]) -> str:
    """Who does something, as it is kept: the name that it begins with stands, since it is theirs; in what follows what
    identifies a person is masked.
    """
    [told], found = masked([by], people, initials=False)
    own = [words for _, kind, words in found[:1] if kind == NAME and by.strip().startswith(words)]
    return (told or by).replace(f"[{NAME}]", own[0], 1) if own else told or by
