"""Names within links, what files are called, what people call themselves online, and references: jayden_smith,
JaydenSmith-01, @jaydensmith09.
"""

import re
from collections.abc import Iterator

from qa_data.personal.walk import MONTHS, Walk
from qa_data.personal.words import COMMON_WORDS, OTHER_THINGS, SMALL_GIVEN, SMALL_SURNAMES, SMALL_WORDS, THINGS

MARKS = frozenset("_/\\@#%")
CAPITAL = re.compile(r"[a-z][A-Z\d]")
SUFFIX = re.compile(r"\.[A-Za-z]{3,4}\b")
SCOTTISH = ("Mc", "Mac")

TOKEN = re.compile(r"\S+")
PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
MOST = 24
"""A given name and a surname have no more letters where nothing stands between them."""

Piece = tuple[int, int, str]


def has_joint(text: str) -> bool:
    """Whether anything joins two words where no space does."""
    return not MARKS.isdisjoint(text) or bool(SUFFIX.search(text) or CAPITAL.search(text))


def joined(walk: Walk) -> Iterator[tuple[int, int]]:
    """Where each begins and ends."""
    for token in TOKEN.finditer(walk.text) if has_joint(walk.text) else ():
        if has_joint(token[0]) and not token[0].startswith(SCOTTISH):
            yield from _named(walk, _pieces(token[0], token.start()))


def _pieces(token: str, start: int) -> list[Piece]:
    """The words of what is joined, without the host of a link."""
    host = token.find("/", token.find("://") + 3) if "://" in token else 0
    found = PIECE.finditer(token, host) if host >= 0 else ()
    return [(start + each.start(), start + each.end(), each[0].lower()) for each in found]


def _named(walk: Walk, pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(pieces):
        (start, end, word), (_, last, other) = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else (0, 0, "")
        pair = _pair(word, other) or _pair(other, word)
        if f"{word} {other}" in walk.people:
            at += 2
            continue
        if pair or _alone(word) or _as_one(word):
            yield start, last if pair else end
        at += 2 if pair else 1


def _pair(given: str, surname: str) -> bool:
    return len(given) > 2 and given in SMALL_GIVEN and surname in SMALL_SURNAMES


def _alone(word: str) -> bool:
    """A given name that is no other word."""
    other = word in SMALL_WORDS or word in OTHER_THINGS or word in COMMON_WORDS or word in THINGS or word in MONTHS
    return len(word) > 3 and word in SMALL_GIVEN and not other


def _as_one(word: str) -> bool:
    """jaydensmith."""
    if not 6 < len(word) <= MOST or word in COMMON_WORDS:
        return False
    return any(_alone(word[:cut]) and word[cut:] in SMALL_SURNAMES for cut in range(4, len(word) - 2))
