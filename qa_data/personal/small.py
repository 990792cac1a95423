"""Names in small letters: jayden, lacey-mae turner."""

from qa_data.personal import cues
from qa_data.personal.full import PARTICLES
from qa_data.personal.living import living, surely
from qa_data.personal.walk import Walk
from qa_data.personal.words import (
    COMMON,
    NO_NAME,
    NOUNS,
    OTHER_THINGS,
    SELDOM,
    SMALL_GIVEN,
    SMALL_SURNAMES,
    SMALL_WORD_SURNAMES,
    SMALL_WORDS,
    THINGS,
)

GOES_ON = frozenset("about re regarding and who that on to at in is was for after before".split())
"""Words that no thing’s name stands before: spoke with precious about it."""

SMALL_PARTICLES = PARTICLES | {"o", "mc", "mac"}


def small(walk: Walk, at: int) -> int:
    """How many words from there are a name in small letters."""
    word = walk.low(at)
    first, _, second = word.replace("'", "").partition("-")
    if (
        walk.looks[at].capital
        or first not in SMALL_GIVEN
        or len(first) < 3
        or at in walk.famous
        or _in_an_address(walk, at)
    ):
        return 0
    follows = _small_surnames(walk, at)
    if first in SMALL_WORDS and not (second in SMALL_GIVEN and len(second) > 2):
        own = first not in NOUN_OR_THING or cues.child_called(walk, at)
        if own and follows and small_surname(walk.low(at + follows)):
            return 1 + follows
        told = first in SELDOM and cues.before(walk, at) and walk.low(at + 1) in GOES_ON
        return int(told or own and _said_small(walk, at) or walk.begins(at) and (living(walk, at) or surely(walk, at)))
    if follows:
        return 1 + follows
    return int(len(first) > 3 or cues.before(walk, at) or cues.after(walk, at))


def _small_surnames(walk: Walk, at: int) -> int:
    """How many words after a given name in small letters are its surname: van der berg; turner, where a person is
    said to do something.
    """
    last = at + 1
    while last < at + 3 and walk.spaced(last - 1) and walk.low(last) in SMALL_PARTICLES and walk.spaced(last):
        last += 1
    if not walk.spaced(last - 1) or walk.looks[last].capital:
        return 0
    word = walk.low(last)
    known = small_surname(word) or not walk.looks[last].ends and (last > at + 1 or _no_word(walk, last))
    also = word in SMALL_WORD_SURNAMES and (cues.after(walk, last) or surely(walk, last) or living(walk, last))
    return last - at if known or also else 0


def _no_word(walk: Walk, at: int) -> bool:
    """chukwuma: a word that is none of the language’s, in any form of it."""
    word, look = walk.low(at), walk.looks[at]
    plain = word.isalpha() and word.isascii() and len(word) > 4 and not word.endswith((*NO_NAME, "s"))
    return plain and not look.common and word not in cues.AUX | cues.DO | cues.ARE and word not in THINGS


def _said_small(walk: Walk, at: int) -> bool:
    """Whether the words around a word in small letters say that a person is meant."""
    told = cues.child_before(walk, at) or cues.owning(walk, at) or cues.doing(walk, at)
    return told or _beside_small(walk, at)


def small_surname(word: str) -> bool:
    """Whether a word in small letters is a surname and nothing else: smith, o'neill."""
    return word in SMALL_SURNAMES or len(word) > 4 and word.startswith(("o'", "mc")) and word not in NO_SURNAMES


NO_SURNAMES = frozenset("o'clock mcdonalds mcflurry mcnuggets mcmuffin mccoys mcvities".split())


def _beside_small(walk: Walk, at: int) -> bool:
    """mason and tyler: beside a given name that is no other word."""
    near = ((at + 1, at + 2), (at - 1, at - 2))
    return any(walk.low(one) == "and" and _only_given(walk.low(two)) for one, two in near)


def _only_given(word: str) -> bool:
    return word in SMALL_GIVEN and (word not in SMALL_WORDS or word in BOTH) and len(word) > 2


BOTH = SMALL_WORDS - COMMON - NOUNS - OTHER_THINGS
"""Given names that are other words as well, and rare ones."""

NOUN_OR_THING = NOUNS | OTHER_THINGS


def _in_an_address(walk: Walk, at: int) -> bool:
    start, end = walk.starts[at], walk.afters[at]
    return walk.text[max(0, start - 1) : start] in tuple("@./-'’_") or walk.text[end : end + 1] in tuple("@/_")
