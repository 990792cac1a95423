"""What in a text could point at one child, and what is too much one child's own to be told to all of them.

It is mechanical and leaves out too much rather than too little: in a home of three, few words are enough. A person
looks at every line all the same.
"""

import re

from metrics.young_people import pointing_words as words
from qa_data.personal import masked, unlisted

ANY = {
    words.MASKED: "a name or initials",
    words.SINGLE_LETTERS: "a name or initials",
    words.ALSO_A_NAME: "a name or initials",
    words.AGE: "an age",
    words.FAMILY: "family",
    words.ROOM: "a room",
    words.LETTERED_ROOM: "a room",
    words.PLACE_BY_NAME: "a school or club by name",
}
"""Of any text, also of what adults write to the children."""

OUTSIDE = {words.FROM_OUTSIDE: "what somebody says of one child"}

OF_A_CHILD = OUTSIDE | {words.DAY_OR_TIME: "a day or a time", words.OWN_ALONE: "what only one child may be"}
"""Of what a child said, where it would be told in the child's own words."""

OF_AN_ANSWER = OUTSIDE | {words.DATE: "a date", words.IN_MARKS: "somebody’s own words"}
"""Of what an adult tells the children: what they said stands over it, or may not stand at all."""

GUARDED = {words.PROTECTION: "words of protection, health or complaint"}

ABOUT_A_PERSON = frozenset({"QS10", "QS12"})
"""Health and protection: what was said under these is left out of the page unless somebody puts it in."""


def points(text: str) -> list[str]:
    """What in the text could point at one child, in words; nothing where none is found. A name counts whoever's it is,
    also of a member of staff who is confirmed.
    """
    named = masked([text], ())[1] or set(words.LETTERS.findall(text)) - words.STANDS_IN_CAPITALS
    return list(dict.fromkeys((["a name or initials"] if named else []) + _found(ANY, text)))


def points_in_own_words(text: str) -> list[str]:
    """The same of a child's own words, in which more could: a day, what is said of one child, what one child alone may
    be or says of itself, any other word that has a capital or is on no list of the language's words, a script that
    cannot be looked through, and words of protection, health or complaint.
    """
    found = points(text) + _found(OF_A_CHILD, text) + _names(text)
    if (
        words.SPEAKS_OF_ITSELF.search(text)
        and set(re.findall(r"[a-z']+", text.lower().replace("’", "'"))) - words.SHARED
    ):
        found.append("what a child says of itself")
    if words.OTHER_SCRIPT.search(text):
        found.append("letters that cannot be looked through")
    return found + protection(text)


def points_in_an_answer(text: str) -> list[str]:
    """The same of what an adult tells the children: also what is said of one child, a name of whatever kind, a date,
    and what somebody said.
    """
    return list(dict.fromkeys(points(text) + _found(OF_AN_ANSWER, text) + _names(text)))


def repeats(answer: str, finding: str) -> bool:
    """Whether an answer has four words on end of what was said."""
    said, told = (re.findall(r"\w+", text.lower()) for text in (finding, answer))
    runs = {tuple(said[place : place + 4]) for place in range(len(said) - 3)}
    return any(tuple(told[place : place + 4]) in runs for place in range(len(told) - 3))


def _names(text: str) -> list[str]:
    named = set(words.CAPITAL.findall(text)) - words.MAY_BE_CAPITAL or set(unlisted(text)) - words.EVERYDAY
    return ["a word that may name somebody or a place"] if named else []


def protection(text: str) -> list[str]:
    """That the text has words of protection, health or complaint; nothing where it has none."""
    return _found(GUARDED, text)


def is_sensitive(text: str, standards: list[str], source: str) -> bool:
    """Whether what was said is of protection, health or a complaint, by its words, its standard or its source."""
    return bool(protection(text)) or not ABOUT_A_PERSON.isdisjoint(standards) or source == "Complaint"


def _found(patterns: dict, text: str) -> list[str]:
    return [why for pattern, why in patterns.items() if pattern.search(text)]
