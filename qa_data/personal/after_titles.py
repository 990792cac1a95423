"""Names after a title or a word for kin: Mrs van der Meer, nana Bev."""

from collections.abc import Iterator

from qa_data.personal.full import PARTICLES
from qa_data.personal.walk import Walk
from qa_data.personal.words import ABBREVIATIONS

KIN = frozenset(
    "aunt aunty auntie uncle nana nanna nannie nanny nan gran granny grannie grandma grandmother grandad granddad"
    " grandpa grandfather gramps nain taid".split()
)
TITLES = KIN | frozenset("mr mrs ms miss mx dr prof professor pastor imam rev sgt".split())
"""What stands before a surname, and kin before a name."""


def titled(walk: Walk) -> Iterator[list[int]]:
    """The words after Mr, Mrs, Dr, nana."""
    for at, each in enumerate(walk.looks[:-1]):
        stop = walk.gap(at) in (". ", ".") and each.low not in KIN
        if each.low in TITLES and (stop or walk.gap(at) == " ") and at not in walk.famous:
            if run := _after_title(walk, at + 1):
                yield run


def _after_title(walk: Walk, at: int) -> list[int]:
    run: list[int] = []
    while at < len(walk) and len(run) < 5 and (_of_title(walk, at) or _particle(walk, at)):
        run.append(at)
        if not walk.spaced(at) and not (len(walk.low(at)) == 1 and walk.gap(at) == ". "):
            break
        at += 1
    return run if run and len(walk.low(run[-1])) > 1 else []


def _particle(walk: Walk, at: int) -> bool:
    """Dr de Souza, Mrs van der Meer: small words before one with a capital."""
    follows = [each for each in (at + 1, at + 2, at + 3) if each < len(walk)]
    return walk.low(at) in PARTICLES and any(walk.looks[each].capital for each in follows) and walk.spaced(at)


def _of_title(walk: Walk, at: int) -> bool:
    each = walk.looks[at]
    known = at in walk.known or each.ends and not each.surname or each.low.upper() in ABBREVIATIONS
    return each.capital and not known and not (each.all_capitals and len(each.low) < 3)
