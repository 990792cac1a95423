"""What stands around a word that says it names a film, a book, a game or a song, a shop or a brand."""

from qa_data.personal import cues
from qa_data.personal.walk import Walk
from qa_data.personal.words import BRANDS_WITH_S, OF_WORKS, WORKS

AFTER_A_SHOP = frozenset(
    "on in at for near opposite nearby next with where to after before or and from by which is was".split()
)
SHOPS = frozenset(
    "bar salon café cafe pizza pizzeria diner chippy fisheries barbers barber garage bakery shop store stores farm"
    " fryer kebabs takeaway tearoom nursery plaice grill restaurant hairdressers".split()
)
AS_FAR = 10
"""A film is not looked for further from the word for it."""

STOPS = frozenset(".!?\n")

NOT_A_WORK = frozenset(
    "with for to from by that when while because if as so after before between told asked made let helped joined"
    " since until although though whether than gave where".split()
)
"""Words after which a name is a person's, whatever is watched."""


def a_work(walk: Walk, at: int) -> bool:
    """A film, a book, a song, a game, called as a person is, where a word of watching or playing goes before."""
    if walk.low(at) not in WORKS or walk.low(at - 1) in NOT_A_WORK or walk.owns(at) or _a_person(walk, at):
        return False
    if walk.low(at - 1) == "and" and walk.low(at - 2) not in WORKS and not walk.looks[max(0, at - 2)].capital:
        return False
    return _of_works(walk, at) or _favourite(walk, at)


def _a_person(walk: Walk, at: int) -> bool:
    does = walk.spaced(at) and (walk.low(at + 1).endswith("ed") or walk.low(at + 1) in cues.AUX)
    return cues.child_before(walk, at) or cues.after(walk, at) or does and not _favourite(walk, at)


def _of_works(walk: Walk, at: int) -> bool:
    """Whether a word of watching, reading or playing stands before it in the same sentence."""
    for each in range(at - 1, max(-1, at - AS_FAR), -1):
        if not STOPS.isdisjoint(walk.gap(each)):
            return False
        if walk.low(each) in OF_WORKS:
            return True
    return False


def _favourite(walk: Walk, at: int) -> bool:
    """Matilda is the favourite film; Oliver at the theatre; Moana on DVD."""
    next_to = walk.low(at + 1)
    after = range(at + 2, min(at + 6, len(walk)))
    if next_to in ("at", "on"):
        return any(walk.low(each) in ("theatre", "cinema", "dvd", "netflix", "disney", "tv", "telly") for each in after)
    said = next_to in ("is", "was", "are", "were", "remains") and "favourite" in map(walk.low, after)
    return said and any(walk.low(each) in OF_WORKS for each in after)


def a_shop(walk: Walk, at: int) -> bool:
    """Close to the Nisa: nobody has an article and nothing after it."""
    if not at or walk.low(at - 1) != "the" or walk.gap(at - 1) != " " or walk.owns(at) or cues.after(walk, at):
        return False
    return _ends_a_clause(walk, at)


def by_an_author(walk: Walk, at: int) -> bool:
    """Matilda by Roald Dahl."""
    return walk.spaced(at) and walk.low(at + 1) == "by" and at + 2 in walk.famous


def a_firm(walk: Walk, at: int) -> bool:
    """Paul's Fish Bar: what has a name with capitals that is a shop's."""
    follows = [walk.looks[each] for each in (at + 1, at + 2) if each < len(walk)]
    owns = walk.owns(at) and walk.gap(at) == " " and follows[0].capital
    return owns and any(each.capital and each.low in SHOPS for each in follows)


def _ends_a_clause(walk: Walk, at: int) -> bool:
    follows = walk.looks[at + 1] if at + 1 < len(walk) else None
    if follows is None or walk.gap(at)[:1] in (*STOPS, ")", ";", ":"):
        return True
    near = walk.gap(at) == " " and follows.low in AFTER_A_SHOP
    return near and not walk.looks[min(at + 2, len(walk) - 1)].capital or walk.gap(at) == ", " and not follows.capital


def a_brand(walk: Walk, at: int) -> bool:
    """A meal at Nando's; new Levi's and a belt: a brand that ends so, with nothing that it owns after it."""
    if walk.low(at) not in BRANDS_WITH_S or not walk.owns(at) or walk.low(at - 1) in cues.AUX:
        return False
    return _ends_a_clause(walk, at)
