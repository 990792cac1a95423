"""What stands around a name that says it is an animal's, a toy's or a car's."""

from qa_data.personal import cues
from qa_data.personal.walk import Walk
from qa_data.personal.words import ANIMALS, VEHICLES

ARTICLES = frozenset("the a an our my his her their your".split())
CALLED = frozenset("called named nicknamed".split())
GIVEN_TO = frozenset("told tell gave give gives showed show bought buy read handed lent asked made got brought".split())
"""After these a name and a thing are two: told Leo the dog was ill."""

OF_PEOPLE = frozenset("lover owner walker person fan driver walking handler groomer keeper trainer costume".split())
"""What makes an animal's word, or a car's, a person's: the dog walker."""

BESIDE = (" ", ", ", " (", ' "', " “")

NEAR = 3
"""So many words at the most stand between a name and what it is the name of."""


def an_animals(walk: Walk, first: int, last: int) -> bool:
    """Whether the words from the first to the last name an animal, a toy or a car."""
    return _after_an_animal(walk, first, last) or _before_an_animal(walk, first, last)


def _after_an_animal(walk: Walk, first: int, last: int) -> bool:
    """Our dog Bella; a cat called Bertie; the rabbits, Max and Mia."""
    named = _named(walk, first)
    at = first - 1 - named if named else _before_others(walk, first)
    if at < 0 or walk.low(at) not in ANIMALS and not (named and walk.low(at) in VEHICLES):
        return False
    if walk.gap(at) not in BESIDE or named or first - at > 1:
        return walk.gap(at) in BESIDE
    if walk.gap(at) == ", ":
        return _apart(walk, last) or walk.low(at).endswith("s") and _with_another(walk, last)
    return not (_the(walk, at) and _does(walk, last))


def _named(walk: Walk, first: int) -> int:
    """How many words say that the one before them is called so: the dog is called, the cat's name is."""
    told = [walk.low(first - 1), walk.low(first - 2)]
    if told[0] in CALLED:
        return 1 + (told[1] in ("is", "was", "are", "were"))
    return 2 * (told == ["is", "name"])


def _apart(walk: Walk, last: int) -> bool:
    return walk.text[walk.ends[last] : walk.ends[last] + 1] in ("", ",", ".", ")")


def _with_another(walk: Walk, last: int) -> bool:
    return walk.low(last + 1) == "and" and last + 2 < len(walk) and walk.looks[last + 2].given


def _before_others(walk: Walk, first: int) -> int:
    """The word before the list that a name stands in: of several animals the word is a plural."""
    at = first - 1
    while at > 0 and first - at < 2 * NEAR and walk.gap(at) in (" ", ", ") and _in_a_list(walk, at):
        at -= 1
    return at if at < first - 1 and walk.low(at).endswith("s") else first - 1


def _in_a_list(walk: Walk, at: int) -> bool:
    return walk.low(at) == "and" or walk.looks[at].capital and not walk.looks[at].ends


def _the(walk: Walk, at: int) -> bool:
    return any(walk.low(each) == "the" for each in range(max(0, at - NEAR), at))


def _does(walk: Walk, last: int) -> bool:
    """The dog Leo wants is another's than the dog Leo."""
    return walk.spaced(last) and walk.low(last + 1).endswith(("s", "ed")) or cues.after(walk, last)


def _before_an_animal(walk: Walk, first: int, last: int) -> bool:
    """Bertie the cat; Charlie, the house tortoise; Bella is our dog."""
    if walk.owns(last) or walk.low(first - 1) in GIVEN_TO:
        return False
    at = _after_others(walk, last)
    if walk.gap(at - 1) == " (" and walk.low(at) in ANIMALS:
        return True
    at += walk.low(at) in ("is", "was", "are", "were")
    if walk.low(at) not in ARTICLES or walk.gap(at - 1) not in (" ", ", ", " (", " - ", " – "):
        return False
    beside = walk.gap(at - 1) == ", " and walk.low(at + 2) == "and"
    return not beside and _animal_in(walk, range(at + 1, min(at + 2 + NEAR, len(walk))))


def _after_others(walk: Walk, last: int) -> int:
    return last + 3 if _with_another(walk, last) else last + 1


def _animal_in(walk: Walk, places: range) -> bool:
    """Whether one of these words, with no article and no stop before it, is an animal's or a car's."""
    for at in places:
        if walk.low(at) in ANIMALS | VEHICLES:
            return walk.low(at + 1) not in OF_PEOPLE and not walk.owns(at)
        if walk.low(at) in ARTICLES or not (walk.spaced(at) or walk.owns(at)):
            return False
    return False
