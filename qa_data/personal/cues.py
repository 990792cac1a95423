"""What stands around a word that says a person is meant."""

import re

from qa_data.personal.living import living, surely
from qa_data.personal.quoted import bracketed, quoted
from qa_data.personal.walk import Walk
from qa_data.personal.words import HERE, OTHER_THINGS, THINGS

BEFORE = frozenset((HERE / "before_a_person.txt").read_text(encoding="utf-8").splitlines())
DO = frozenset((HERE / "persons_do.txt").read_text(encoding="utf-8").split())
ARE = frozenset((HERE / "persons_are.txt").read_text(encoding="utf-8").split())
ARE_TOO = frozenset("offered given seen taken placed collected picked found".split())
"""What things may be as well as people."""

HAVE = frozenset((HERE / "persons_have.txt").read_text(encoding="utf-8").split())

OF_THINGS_TOO = frozenset(
    "work with,sessions with,session with,used with,used on,given to,returned by,collected,transported,placed with"
    ",made by,between,letter from,including,observed,lunch with,games with,complaint from,visited by,seen by"
    ",contact with".split(",")
)
"""Before a person, and before a tool, a firm or an agency that no list knows."""

CHILD = frozenset(
    "yp child children girl girls boy boys lad resident initials sibling brother sister pupil named called".split()
)
KIN = frozenset(
    "name mother mum father dad sister brother friend cousin aunt uncle nan carer girlfriend boyfriend".split()
)
KIN_OF_ANY_NAME = frozenset(
    "mum mam mummy mother dad daddy father step-dad stepdad step-mum stepmum stepfather stepmother step-father"
    " step-mother boyfriend girlfriend husband wife fiancé fiancée aunt uncle grandad gran nan great-aunt great-uncle"
    " cousin niece nephew godmother godfather ex-partner ex-husband ex-wife".split()
)
OF_KIN = frozenset("mum mam mother dad father nan gran sister brother aunt auntie uncle carer his her my".split())
"""Before partner these make it somebody's."""

CALLED = frozenset("called named nicknamed".split())
CALLED_SO = (
    CHILD | KIN_OF_ANY_NAME | frozenset("person girl boy lad baby teenager woman man friend pupil peer".split())
) - {
    *CALLED,
    "initials",
}
"""Whoever is called so is called as people are."""

NOT = frozenset(
    f"{each}{ending}"
    for each in "is was has had does did would could wo ca are were do have".split()
    for ending in ("n't", "nt")
)
"""Isn't, and isnt as people write it."""

AUX = NOT | frozenset(
    "is was has had does did would will can could cannot been be being not never always also still".split()
)
BETWEEN = frozenset(
    "who both all also then often always never has had only recently later just again regularly".split()
)
THINGS_CALLED = THINGS | frozenset(
    "home homes game group team company band song series app placement firm boat".split()
)
"""What stands before called or named where no person is."""

CLAUSES = frozenset("that when because if while although whether how why as since before after until".split())
ENSURED = frozenset("has gets attends knows receives sees feels eats sleeps takes wears".split())
JOINED = (" ", ", ", ": ", " (", "; ", " - ", " – ", '"', " “", ' "', " '", " ‘")
AGE = re.compile(
    r"['’]?s? ?(?:\((?:aged? )?|, (?:aged? |who is )?|,? aged |is (?:now )?(?=\d+(?: and|,|\.| years)))"
    r"(?:[4-9]|1\d|2[01])(?![\d%/:]|\.\d)"
)


def before(walk: Walk, at: int) -> bool:
    """Whether the words before say that a person follows."""
    if quoted(walk, at) or bracketed(walk, at):
        return True
    if at == 0 or walk.gap(at - 1) not in JOINED or _a_things_name(walk, at):
        return False
    last, two = walk.low(at - 1), f"{walk.low(at - 2)} {walk.low(at - 1)}"
    return last in BEFORE or two in BEFORE or last == "is" and walk.low(at - 2) in KIN


def person_before(walk: Walk, at: int) -> bool:
    """Whether the words before say that a person follows, rather than a firm, a tool or a programme."""
    last, two = walk.low(at - 1), f"{walk.low(at - 2)} {walk.low(at - 1)}"
    return before(walk, at) and (
        two in BEFORE - OF_THINGS_TOO or not {last, two} & OF_THINGS_TOO or walk.low(at - 3) == "key"
    )


def _a_things_name(walk: Walk, at: int) -> bool:
    """A home called Rose House, a street named Jordan Road."""
    return walk.low(at - 1) in ("called", "named") and walk.low(at - 2) in THINGS_CALLED


def child_before(walk: Walk, at: int) -> bool:
    """Whether the word before says that a child follows."""
    if at == 0 or walk.gap(at - 1) not in JOINED or _a_things_name(walk, at):
        return False
    return walk.low(at - 1) in CHILD or f"{walk.low(at - 2)} {walk.low(at - 1)}" in ("young person", "known as")


def child_called(walk: Walk, at: int) -> bool:
    """Whether a child is said to be called by the word: a girl called hope, the young person known as star."""
    called = 2 if walk.low(at - 2) == "known" and walk.low(at - 1) == "as" else int(walk.low(at - 1) in CALLED)
    joined = called and all(walk.gap(each) in JOINED for each in range(at - called - 1, at) if each >= 0)
    return bool(joined) and walk.low(at - called - 1) in CALLED_SO


def kin_before(walk: Walk, at: int) -> bool:
    """Whether the word before says that kin follows, by whatever name: step-dad Wayne, mum's partner Trish."""
    if at == 0 or walk.gap(at - 1) not in (" ", " ("):
        return False
    whose = walk.low(at - 3 if walk.low(at - 2) == "new" else at - 2)
    partner = walk.low(at - 1) in ("partner", "son", "daughter") and whose in OF_KIN
    return partner or walk.low(at - 1) in KIN_OF_ANY_NAME and not walk.owns(at - 1)


def after(walk: Walk, last: int) -> bool:
    """Whether the words after the last of a name say that a person went before."""
    told = aged(walk, last) or owning(walk, last) or doing(walk, last) or surely(walk, last)
    return told or _listed(walk, last) and living(walk, last)


def _listed(walk: Walk, at: int) -> bool:
    """Whether it may be a name: a given one, or one that is no word."""
    each = walk.looks[at]
    return each.given or each.capital and (each.low in OTHER_THINGS or not each.common and not each.ends)


def told_of(walk: Walk, at: int, last: int | None = None) -> bool:
    """That somebody trusted, when somebody asked, ensure somebody has a key: a clause about a name."""
    last = at if last is None else last
    if at == 0 or not walk.gap(at - 1) == " " == walk.gap(last) or walk.owns(last):
        return False
    if walk.low(at - 1) in ("ensure", "ensures", "sure"):
        return walk.low(last + 1) in ENSURED
    said = walk.low(last + 1).endswith("ed") or walk.low(last + 1) in AUX and walk.low(last + 2).endswith(("ed", "ing"))
    return walk.low(at - 1) in CLAUSES and said


def aged(walk: Walk, last: int) -> bool:
    """Whether an age follows: (14), aged 14."""
    return bool(AGE.match(walk.text[walk.ends[last] : walk.ends[last] + 20]))


def owning(walk: Walk, last: int) -> bool:
    """Whether what a child has follows an ’s, or the apostrophe alone."""
    mark = walk.text[walk.ends[last] : walk.ends[last] + 2]
    owns = walk.owns(last) and walk.gap(last) == " " or mark in ("' ", "’ ")
    return owns and walk.low(last + 1) in HAVE


def doing(walk: Walk, last: int) -> bool:
    """Whether what people do or are follows."""
    if walk.owns(last) or last + 1 >= len(walk) or walk.gap(last) not in (" ", "  ", ", ", '" ', "” ", "' ", "’ "):
        return False
    at = last + 1
    while at < last + 3 and walk.low(at) in BETWEEN and walk.low(at + 1) not in ARE:
        at += 1
    if walk.low(at) in DO or walk.low(at) in ("her", "his") and walk.low(at - 1) in ("has", "had"):
        return True
    told = [walk.low(at), walk.low(at + 1), walk.low(at + 2)]
    are = ARE | ARE_TOO if walk.looks[last].given else ARE
    return told[0] in AUX and (told[1] in are or told[1] in AUX and told[2] in are)
