"""Single names: a given name alone, a name that only the words around it tell."""

from qa_data.personal import cues
from qa_data.personal.full import FIRMS, OF_TITLES, before_it, of_a_thing, sure
from qa_data.personal.living import surely
from qa_data.personal.quoted import quoted
from qa_data.personal.walk import MONTHS, Walk
from qa_data.personal.words import BRANDS_WITH_S, FAR_AWAY, NO_NAME, NOUNS, OTHER_THINGS, SELDOM, THINGS, Look

OF_A_THING = frozenset("the a an in of by since until and from".split())
"""Words before a month, a place or a thing that are seldom before a person alone."""

HEADINGS = OF_TITLES | frozenset("faith comfort wisdom favour heaven forest ocean rain gift dawn".split())
"""Nouns that lines of a list are headed by."""

SEASONS = frozenset("spring summer autumn winter art charity faith love will may mark".split())
FAMILY = frozenset("brothers sisters siblings twins children family boys girls".split())
OF_A_TIME = OF_A_THING | frozenset("early mid late last next this during before after end start through".split())


def single(walk: Walk, at: int) -> bool:
    """Whether a capital word that is part of no full name is a name."""
    each = walk.looks[at]
    if each.ends or at in walk.famous or before_it(walk, at):
        return False
    if not (each.given or each.low in OTHER_THINGS or _like_a_name(each)):
        return False
    said = _said(walk, at)
    if _a_things(walk, at) or not said and (of_a_thing(walk, at) or _a_month(walk, at) or _letters(walk, at)):
        return False
    if each.low in OTHER_THINGS:
        return _no_other_thing(walk, at)
    if not each.given:
        return said and _unheard_of(walk, at)
    return each.low not in NOUNS or said and not _verb(walk, at) or _as_no_noun(walk, at) or _beside(walk, at)


def _said(walk: Walk, at: int) -> bool:
    """Whether anything around the word says that a person is meant."""
    told = cues.before(walk, at) or cues.after(walk, at) or _beside(walk, at) or cues.told_of(walk, at)
    told = told or _two_nouns(walk, at) or _seldom_a_noun(walk, at)
    return told or _of_a_family(walk, at) or _heads(walk, at)


def _a_things(walk: Walk, at: int) -> bool:
    """Thomas the Tank Engine; Jan-Feb; what a thing is called by."""
    each = walk.looks[at]
    return _the(walk, at) or each.low in THINGS or each.low[:3] in MONTHS and "-" in each.low


def _a_month(walk: Walk, at: int) -> bool:
    """Since Jan: where a word for when goes before."""
    return walk.low(at) in MONTHS and walk.low(at - 1) in OF_A_TIME


def _letters(walk: Walk, at: int) -> bool:
    return walk.looks[at].all_capitals and len(walk.low(at)) < 4


def _no_other_thing(walk: Walk, at: int) -> bool:
    """Whether Jordan, Chelsea or May is somebody: by what is said after, and of far places by what is before."""
    if cues.child_before(walk, at) or cues.after(walk, at) or _beside(walk, at) or quoted(walk, at):
        return True
    return walk.low(at) in FAR_AWAY and cues.person_before(walk, at) and not _next_is_capital(walk, at)


def _seldom_a_noun(walk: Walk, at: int) -> bool:
    """Angel is not on the list: one that a report is seldom about, without an article, before a verb."""
    verb = walk.low(at + 1) in cues.AUX or walk.low(at + 1).endswith("ed")
    return walk.low(at) in SELDOM and walk.begins(at) and walk.spaced(at) and verb


def _two_nouns(walk: Walk, at: int) -> bool:
    """Grace and Hope: two with a capital each."""
    for one, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if walk.low(one) == "and" and 0 <= other < len(walk) and walk.looks[other].capital:
            return {walk.low(at), walk.low(other)} <= NOUNS - SEASONS
    return False


def _of_a_family(walk: Walk, at: int) -> bool:
    """The Doyle brothers."""
    named = walk.low(at - 1) == "the" and walk.spaced(at) and not walk.looks[at].common
    return at > 0 and named and walk.low(at + 1) in FAMILY


def _heads(walk: Walk, at: int) -> bool:
    """Jasmine - missed dentist: a given name that is no heading’s word, and what is told of her in a line or a list."""
    heading = walk.low(at) in HEADINGS or walk.low(at) in OTHER_THINGS or not walk.looks[at].given
    starts = at == 0 or walk.gap(at - 1) in ("; ", "\n", ";", "• ", ": ")
    return not heading and starts and walk.gap(at) in (" - ", ": ", " – ")


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
        if walk.low(one) in ("and", "with") and 0 <= other < len(walk) and _somebody(walk, other):
            return True
    for near in (at - 1, at + 1):
        if 0 <= near < len(walk) and walk.gap(min(at, near)) in (", ", " & ") and _somebody(walk, near):
            return True
    return False


def _somebody(walk: Walk, at: int) -> bool:
    """A given name that is nothing else, and no brand with an ’s."""
    return sure(walk, at) and not (walk.owns(at) and walk.low(at) in BRANDS_WITH_S)


def _like_a_name(each: Look) -> bool:
    """Whether a word that no list knows looks like one: what is said around it is dear to find out."""
    return each.capital and len(each.low) > 1 and not each.low.endswith(NO_NAME) and each.low not in FIRMS


def _unheard_of(walk: Walk, at: int) -> bool:
    """Whether a word that no list knows, and that looks like a name, may be one."""
    each = walk.looks[at]
    if each.common or at and walk.spaced(at - 1) and _of_a_title(walk, at - 1):
        return cues.child_before(walk, at) or each.common and surely(walk, at)
    if each.all_capitals and (len(each.low) < 4 or not cues.child_before(walk, at)) or _next_is_capital(walk, at):
        return False
    if walk.begins(at) and not (each.surname or each.shaped):
        told = cues.aged(walk, at) or surely(walk, at)
        return told or not each.low.endswith("s") and (cues.after(walk, at) or cues.before(walk, at))
    known = each.surname or each.shaped or _of_a_family(walk, at) or _beside(walk, at) or cues.told_of(walk, at)
    said = cues.kin_before(walk, at) or cues.child_before(walk, at) or cues.after(walk, at)
    return known or said or cues.person_before(walk, at) and not of_a_thing(walk, at)


def _of_a_title(walk: Walk, at: int) -> bool:
    """Whether the word before is of a role or a team, so that this one is too: the Team Leader."""
    return walk.looks[at].capital and walk.looks[at].ends and len(walk.low(at)) > 1 and not walk.begins(at)


def _next_is_capital(walk: Walk, at: int) -> bool:
    return walk.spaced(at) and walk.looks[at + 1].capital
