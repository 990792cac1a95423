"""Single names: a given name alone, a name that only the words around it tell."""

from qa_data.personal import cues
from qa_data.personal.full import before_it, of_a_thing, sure
from qa_data.personal.living import living
from qa_data.personal.walk import MONTHS, Walk
from qa_data.personal.words import (
    COMMON,
    NO_NAME,
    NOUNS,
    OTHER_THINGS,
    SMALL_GIVEN,
    SMALL_SURNAMES,
    SMALL_WORDS,
    THINGS,
)

OF_A_THING = frozenset("the a an in of by since until and from".split())
"""Words before a month, a place or a thing that are seldom before a person alone."""


def single(walk: Walk, at: int) -> bool:
    """Whether a capital word that is part of no full name is a name."""
    each = walk.looks[at]
    if each.ends or at in walk.famous or before_it(walk, at):
        return False
    said = cues.before(walk, at) or cues.after(walk, at) or _beside(walk, at) or cues.told_of(walk, at)
    if (
        not said
        and of_a_thing(walk, at)
        or _the(walk, at)
        or each.low in THINGS
        or each.low[:3] in MONTHS
        and "-" in each.low
    ):
        return False
    if each.all_capitals and len(each.low) < 4 and not said:
        return False
    if each.low in OTHER_THINGS:
        return cues.child_before(walk, at) or cues.after(walk, at) or _beside(walk, at)
    if not each.given:
        return said and _unheard_of(walk, at)
    return each.low not in NOUNS or said and not _verb(walk, at) or _as_no_noun(walk, at) or _beside(walk, at)


def _the(walk: Walk, at: int) -> bool:
    """Thomas the Tank Engine, Bob the Builder."""
    return walk.spaced(at) and walk.low(at + 1) == "the" and at + 2 < len(walk) and walk.looks[at + 2].capital


def _verb(walk: Walk, at: int) -> bool:
    doubtful = walk.low(at) in ("will", "may", "mark", "long", "said")
    return doubtful and (walk.begins(at) or not cues.child_before(walk, at)) and not cues.after(walk, at)


def _as_no_noun(walk: Walk, at: int) -> bool:
    """A noun with a capital within a sentence, and none beside it."""
    beside = [walk.looks[each] for each in (at - 1, at + 1) if 0 <= each < len(walk)]
    alone = not any(each.capital and len(each.low) > 1 and not each.ends for each in beside[1:])
    return not walk.begins(at) and alone and not walk.looks[at].all_capitals and _of_the_child(walk, at)


def _of_the_child(walk: Walk, at: int) -> bool:
    """Not a day, a room, a song: nothing with a capital before it, no article, no month."""
    last = walk.looks[at - 1]
    return not last.capital and not last.low[:1].isdigit() and last.low not in OF_A_THING


def _beside(walk: Walk, at: int) -> bool:
    """Whether a given name that is nothing else stands beside it in a list."""
    for one, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if walk.low(one) in ("and", "with") and 0 <= other < len(walk) and sure(walk, other):
            return True
    for near in (at - 1, at + 1):
        if 0 <= near < len(walk) and walk.gap(min(at, near)) in (", ", " & ") and sure(walk, near):
            return True
    return False


def _unheard_of(walk: Walk, at: int) -> bool:
    """Whether a word that no list knows may be a name."""
    each = walk.looks[at]
    if not each.capital or len(each.low) < 2 or each.low.endswith(NO_NAME) or each.low in OTHER_THINGS:
        return False
    if at and walk.spaced(at - 1) and _of_a_title(walk, at - 1):
        return cues.child_before(walk, at)
    if each.all_capitals and (len(each.low) < 4 or not cues.child_before(walk, at)) or _next_is_capital(walk, at):
        return False
    if walk.begins(at) and not (each.surname or each.shaped):
        return not each.low.endswith("s") and (cues.aged(walk, at) or cues.owning(walk, at) or cues.doing(walk, at))
    known = each.surname or each.shaped or _beside(walk, at) or cues.told_of(walk, at) or cues.kin_before(walk, at)
    return known or cues.child_before(walk, at) or cues.after(walk, at)


def _of_a_title(walk: Walk, at: int) -> bool:
    """Whether the word before is of a role or a team, so that this one is too: the Team Leader."""
    return walk.looks[at].capital and walk.looks[at].ends and len(walk.low(at)) > 1 and not walk.begins(at)


def _next_is_capital(walk: Walk, at: int) -> bool:
    return walk.spaced(at) and walk.looks[at + 1].capital


def small(walk: Walk, at: int) -> int:
    """How many words from there are a name in small letters."""
    word = walk.low(at)
    first = word.split("-")[0]
    if (
        walk.looks[at].capital
        or first not in SMALL_GIVEN
        or len(first) < 3
        or at in walk.famous
        or _in_an_address(walk, at)
    ):
        return 0
    follows = walk.low(at + 1) if walk.spaced(at) and not walk.looks[at + 1].capital else ""
    if first in SMALL_WORDS:
        own = first not in NOUN_OR_THING or cues.child_called(walk, at)
        if own and small_surname(follows):
            return 2
        return int(own and _said_small(walk, at) or walk.begins(at) and living(walk, at))
    if small_surname(follows):
        return 2
    return int(len(first) > 3 or cues.before(walk, at) or cues.after(walk, at))


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
