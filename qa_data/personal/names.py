"""What in a text names a person, in full, by one name or by initials; of no name that may stand."""

import re
from collections.abc import Iterator

from qa_data.personal import cues
from qa_data.personal.after_titles import TITLES, titled
from qa_data.personal.animals import an_animals
from qa_data.personal.full import PARTICLES, full, of_something_else, runs, sure
from qa_data.personal.initials import dotted, initials, lettered, nicknames
from qa_data.personal.joined import has_joint, joined
from qa_data.personal.known import Known
from qa_data.personal.living import LEADS
from qa_data.personal.quoted import in_brackets
from qa_data.personal.single import single
from qa_data.personal.small import small, small_surname
from qa_data.personal.walk import Walk
from qa_data.personal.words import ABBREVIATIONS, NOT_IN_NAMES, ONLY_SURNAMES, SMALL_GIVEN, look
from qa_data.personal.works import a_brand, a_firm, a_shop, a_work, by_an_author

NAME = "name"
INITIALS = "initials"

Span = tuple[int, int, str]


def may_name(word: str) -> bool:
    """Whether a word, as it stands between spaces, gives reason to look for a name where it stands."""
    if has_joint(word):
        return True
    bare = word.strip(".,;:!?()[]“”\"'‘’…–-")
    each = look(bare)
    if not each.capital:
        small = each.low.split("-")[0]
        return small in SMALL_GIVEN and small not in NOT_WORTH or word != bare and not word[0].isascii()
    if each.own < 3:
        return bare not in ("I", "A")
    return not each.ends or each.own < 4 and bare[: each.own] not in ABBREVIATIONS or "." in bare or each.low in TITLES


def may_begin(words: list[str]) -> bool:
    """Whether the first word of a sentence may be somebody: it is no word of the language, or the word after it says
    so.
    """
    each = look(words[0].strip("(“\"'‘,.:"))
    unheard_of = not each.common and not each.ends or not each.capital or each.all_capitals or not each.low.isalpha()
    follows = len(words) < 2 or words[1].strip(".,;") in FOLLOWING or not words[1][0].isalpha()
    return unheard_of or follows or each.surname or each.own < len(words[0])


DOUBLE = re.compile("[a-z]-[a-z]")
"""The letters of a surname of two: Kofi A-B."""

FOLLOWING = cues.DO | cues.AUX | cues.BETWEEN | LEADS
NOT_WORTH = frozenset("will may mark long said art can in son an so".split())


def names(text: str, people: Known) -> Iterator[Span]:
    """Where each begins and ends and what it is, in no order; some may stand within others."""
    walk = Walk(text, people)
    for words in _words(walk):
        start, end = walk.starts[words[0]], walk.ends[words[-1]]
        if walk.known.isdisjoint(words) and text[start:end].lower() not in people:
            yield start, end, NAME
    for start, end in (*initials(walk), *dotted(text, people)):
        if people.initials_too:
            yield start, end, INITIALS
    for start, end in joined(walk):
        yield start, end, NAME
    for start, end in nicknames(text):
        if text[start:end].lower() not in people:
            yield start, end, NAME


def _words(walk: Walk) -> Iterator[list[int]]:
    for run in runs(walk):
        if of_something_else(walk, run):
            continue
        name = full(walk, run)
        for each in [name] if name else ([at] for at in run if _alone(walk, run, at)):
            if not _nobodys(walk, each):
                yield _turned(walk, _lettered(walk, each))
    for each in titled(walk):
        if walk.low(each[-1]) not in walk.people.surnames and not an_animals(walk, each[0], each[-1]):
            yield each
    yield from lettered(walk)
    yield from _listed(walk)
    for at in range(len(walk)):
        each = [*range(at, at + small(walk, at))]
        if each and not _nobodys(walk, each):
            yield _turned_small(walk, each)


def _turned_small(walk: Walk, name: list[int]) -> list[int]:
    """With the surname before it where a sentence begins or a person is said to follow: smith, jayden."""
    at = name[0] - 1
    said = at >= 0 and walk.gap(at) == ", " and (walk.begins(at) or cues.before(walk, at))
    turned = said and small_surname(walk.low(at))
    return [at, *name] if turned else name


def _listed(walk: Walk) -> Iterator[list[int]]:
    """McAllister, Brodie: what a line of a list begins with, by whatever given name."""
    for at in range(len(walk) - 1):
        of_more = at == 1 and walk.low(0) in PARTICLES
        surname = walk.looks[at].key in ONLY_SURNAMES or walk.looks[at].shaped or of_more and walk.looks[at].capital
        if surname and walk.gap(at) == ", " and walk.gap(at + 1).startswith((":", " - ", " – ")):
            if (walk.begins(at) or of_more) and walk.looks[at + 1].capital and not walk.looks[at + 1].ends:
                yield [*range(at - of_more, at + 2)]


def _nobodys(walk: Walk, name: list[int]) -> bool:
    """Whether these words are no person's name, though they look like one."""
    first, last = name[0], name[-1]
    called = first == last and (a_work(walk, first) or a_shop(walk, first) or a_brand(walk, first))
    called = called or a_firm(walk, last) or by_an_author(walk, last) or in_brackets(walk, first, last)
    return called or an_animals(walk, first, last)


def _lettered(walk: Walk, name: list[int]) -> list[int]:
    """With the letter after it: Jayden S."""
    at = name[-1] + 1
    if not walk.spaced(name[-1]) or not walk.looks[at].capital:
        return name
    one = len(walk.low(at)) == 1 and (walk.low(at) not in "ai" or not walk.gap(at).startswith(" "))
    return [*name, at] if one or DOUBLE.fullmatch(walk.low(at)) else name


def _alone(walk: Walk, run: list[int], at: int) -> bool:
    """Of a stretch that is no full name only what is a given name and nothing else, unless the word stands alone or
    after a word of the language that the sentence begins with: Ensure Jaxon has.
    """
    begun = len(run) == 2 and at == run[1] and walk.begins(run[0]) and walk.looks[run[0]].common
    return single(walk, at) and (len(run) == 1 or begun or sure(walk, at))


def _turned(walk: Walk, name: list[int]) -> list[int]:
    """With the surname before it: Smith, Jayden."""
    name = _turned_small(walk, name)
    at = name[0] - 1
    if at < 0 or walk.gap(at) != ", " or not _surname(walk, at) or at and walk.spaced(at - 1) and sure(walk, at - 1):
        return name
    while walk.spaced(at - 1) and at and (walk.low(at - 1) in PARTICLES or walk.looks[at - 1].surname):
        at -= 1
    return [at, *name]


def _surname(walk: Walk, at: int) -> bool:
    each = walk.looks[at]
    known = each.surname or each.shaped or look(each.key.split("-")[0]).surname or walk.low(at - 1) in PARTICLES
    return known and each.key not in NOT_IN_NAMES and (each.all_capitals or not sure(walk, at))
