"""Full names: told by given names and surnames in use in England, by their shape, and by the words around them."""

from collections.abc import Iterator

from qa_data.personal import cues
from qa_data.personal.walk import Walk
from qa_data.personal.words import (
    ABBREVIATIONS,
    NO_NAME,
    NOUNS,
    OF_PLACES,
    ONLY_SURNAMES,
    ORDINARY,
    OTHER_THINGS,
    SURNAMES,
    THINGS,
)

OF_TITLES = frozenset(
    "art autumn summer winter will may mark long bill chip kit star storm sky river reef bay brook christian rose"
    " chance eden skip sage said guy gene hope joy love mercy patience trinity charity crystal coral victor".split()
)
"""Nouns that stand in titles of events, rooms and songs more often than before a surname."""

PARTICLES = frozenset(
    "van der den de da dos di del la le el al bin bint ibn ben ap ab ferch von ter ní ni nic ul ur jnr ó".split()
)
"""Small words within a name."""

FIRMS = frozenset("co sons son daughters partners associates".split())
STREETS = frozenset("lane hill park green wood street moor croft grove heath field fields dale hall banks".split())
WHERE = frozenset("on at near off along in about opposite behind from outside down up around by".split())

NOT_AFTER = frozenset("st saint king queen prince princess lord lady sir pope san santa".split())
MOST = 6
"""A name has no more words."""


def runs(walk: Walk) -> Iterator[list[int]]:
    """The words of each stretch that may be a name, by their places: capitals with a space between, and small words
    or initials within.
    """
    run: list[int] = []
    for at in range(len(walk)):
        if not _may_stand(walk, at, run):
            yield from [run] if run else []
            run = []
        if _named(walk, at):
            run.append(at)
    yield from [run] if run else []


def _may_stand(walk: Walk, at: int, run: list[int]) -> bool:
    """Whether the word goes on with the stretch."""
    if not run:
        return True
    together = all(_joined(walk, each) for each in range(run[-1], at))
    return together and len(run) < MOST and at - run[-1] < 4 and (_named(walk, at) or _within(walk, at))


def _joined(walk: Walk, at: int) -> bool:
    one = len(walk.looks[at].low) == 1
    return walk.spaced(at) or one and walk.gap(at) in (". ", ".") and not walk.owns(at)


def _within(walk: Walk, at: int) -> bool:
    each = walk.looks[at]
    return each.low in PARTICLES or len(each.low) == 1 and each.capital


def _named(walk: Walk, at: int) -> bool:
    """Whether the word can be a name's own, rather than a small one within it."""
    each = walk.looks[at]
    if not each.capital or len(each.low) < 2 or at in walk.known or walk.dated(at):
        return False
    if each.ends and not (each.key in SURNAMES and _after_given(walk, at)):
        return False
    short = each.all_capitals and len(each.key) < 4
    return not short or (each.given or each.surname) and each.low.upper() not in ABBREVIATIONS


def _after_given(walk: Walk, at: int) -> bool:
    said = at and walk.looks[at - 1].given and cues.after(walk, at)
    return bool(at) and walk.spaced(at - 1) and (_given(walk, at - 1) or bool(said))


def _given(walk: Walk, at: int) -> bool:
    """Whether it is a given name and no word or place: Alfie Ward is a name, Victoria Ward a ward."""
    return sure(walk, at) and walk.looks[at].key not in OF_PLACES


def sure(walk: Walk, at: int) -> bool:
    """Whether the word is a given name and nothing else."""
    each = walk.looks[at]
    return each.given and not each.ends and each.low not in NOUNS and each.low not in OTHER_THINGS


def full(walk: Walk, run: list[int]) -> list[int]:
    """The words of the stretch that are a person's full name; none where they are not."""
    if len(run) > 2 and walk.low(run[0]) in ("may", "april", "june") and walk.looks[run[1]].given:
        run = run[1:]
    if len(run) > 2 and walk.begins(run[0]) and walk.looks[run[0]].common and _is_name(walk, run[1:]):
        run = run[1:]
    return run if len(run) > 1 and _is_name(walk, run) else []


def _is_name(walk: Walk, run: list[int]) -> bool:
    looks = [walk.looks[at] for at in run]
    return (
        any(sure(walk, at) for at in run[:-1])
        or any(each.given for each in looks[:-1])
        and (looks[-1].key in SURNAMES or _christened(walk, run))
        or looks[-1].key in ONLY_SURNAMES
        or looks[0].key in ONLY_SURNAMES
        and sure(walk, run[-1])
        or any(each.shaped for each in looks)
        or any(not walk.text[walk.starts[at] : walk.ends[at]].isascii() for at in run)
        or cues.before(walk, run[0])
        or cues.after(walk, run[-1])
        or cues.told_of(walk, run[0], run[-1])
    )


def _christened(walk: Walk, run: list[int]) -> bool:
    """Grace Mbeki: a noun that people are called by, and a word that is none of the language’s."""
    first, last = walk.low(run[0]), walk.low(run[-1])
    named = first in NOUNS and first not in OF_TITLES
    return named and last.isalpha() and not last.endswith(NO_NAME) and last not in ORDINARY


def of_something_else(walk: Walk, run: list[int]) -> bool:
    """Whether the stretch is a place’s name, a firm’s, a work’s, or one that everybody knows, and no person is said to
    do or have anything.
    """
    first, last = run[0], run[-1]
    if not walk.things.isdisjoint(run) and len(run) > 1:
        return not (cues.child_before(walk, first) or cues.aged(walk, last))
    placed = of_a_thing(walk, last) or _a_street(walk, first, last) or before_it(walk, first)
    return (
        (placed or not walk.famous.isdisjoint(run))
        and len(run) > 1
        and not (cues.before(walk, first) or cues.after(walk, last))
    )


def _a_street(walk: Walk, first: int, last: int) -> bool:
    """Near Mason Lane: what a place is called by, after a word for where."""
    return walk.low(last) in STREETS and walk.low(first - 1) in WHERE and walk.gap(first - 1) == " "


def of_a_thing(walk: Walk, last: int) -> bool:
    """Whether what follows is called by the name: a school, a film."""
    if walk.gap(last) == " & " and walk.low(last + 1) in FIRMS:
        return True
    return (walk.spaced(last) or walk.gap(last) in ("' ", "’ ") or walk.owns(last)) and walk.low(last + 1) in THINGS


def before_it(walk: Walk, first: int) -> bool:
    """Whether what stands before makes it a saint’s or a king’s, or a thing’s."""
    return first > 0 and walk.low(first - 1) in NOT_AFTER and walk.gap(first - 1) in (" ", ". ")
