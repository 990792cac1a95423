"""The words that the search for names goes by, and what a word looks like to it."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent / "words"

TITLE = re.compile("^(mr|mrs|dr) ")

LONGEST = 40
"""No name has more letters in one word; a longer word is looked at no further."""


WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f'’\-]+[^\W_]+)*[\u0300-\u036f]*")


@lru_cache(8)
def begun(names: frozenset[str]) -> frozenset[str]:
    """What each of the names begins with, up to the end of each of its words."""
    plain = (" ".join(name.split()) for name in names)
    return frozenset(name[: word.end()] for name in plain for word in WORD.finditer(name))


def _listed(*names: str) -> frozenset[str]:
    return frozenset("\n".join(map(_text, names)).split())


def _text(name: str) -> str:
    with open(f"{HERE}/{name}.txt", encoding="utf-8") as file:
        return file.read()


def _lowered(words: frozenset[str]) -> frozenset[str]:
    """The words in small letters: all at once, since every start of the program waits for it."""
    return frozenset("\n".join(words).lower().split())


GIVEN = _listed("given_names")
SURNAMES = _listed("surnames")

NOUNS = _listed("given_names_that_are_nouns")
"""Given names that are words with a small letter: with a capital at the start of a sentence they may be either."""

OTHER_THINGS = _listed("given_names_of_other_things")
"""Given names that places, months, clubs, brands and machines have as well, always with a capital."""

FAR_AWAY = _listed("given_names_of_far_places")
"""Of these what is seldom spoken with, met or told in an English home, unless it is a person."""

OF_PLACES = _listed("given_names_of_places")
"""Given names that streets, wards and parks are called by."""

SELDOM = _listed("given_names_seldom_nouns")
"""Of these what a report of a home is seldom about: before a verb, and with no article, they are somebody."""

COMMON = _listed("given_names_that_are_words")
"""Of these the most common."""

SMALL_WORDS = COMMON | NOUNS | _listed("given_names_in_small_letters")
"""Given names that are other words where they stand in small letters."""

WORDS = _listed("surnames_that_are_words")
"""Surnames that are words, places or brands as well: they make a name only after a given name."""

ONLY_SURNAMES = SURNAMES - WORDS
OF_THE_FIELD = _listed("of_the_field")
"""In small letters: what the field calls after people. It stands after a name and is part of none."""

NOT_IN_NAMES = (_listed("not_in_names") | frozenset(map(str.title, OF_THE_FIELD))) - frozenset(
    map(str.title, NOUNS | OTHER_THINGS)
)
"""Words with a capital that are part of no person's name: they end one."""

ORDINARY = _listed("ordinary") - (NOUNS | OTHER_THINGS)
"""In small letters: what begins sentences, and nobody is called by."""

COMMON_WORDS = _listed("english", "of_homes_and_councils") - (NOUNS | OTHER_THINGS)
"""In small letters: words of the language and of homes, councils’ areas, firms and medicines. What people say and do
is said of these as well, so that only what nothing but a person does makes one a name.
"""

THINGS = _listed("of_places_and_things") | OF_THE_FIELD
"""In small letters: what a name stands before where it is a place's, a firm's or a work's."""

ABBREVIATIONS = _listed("abbreviations")
"""Of two and three letters in the field's use: they are nobody's initials."""


def _phrases(*names: str) -> frozenset[str]:
    """The lines of the lists; Mr Kipling is Mr. Kipling too."""
    lines = [line for name in names for line in _text(name).splitlines()]
    return frozenset(lines).union(TITLE.sub(r"\1. ", line) for line in lines if line.startswith(("mr", "dr")))


KNOWN_THINGS = _phrases("brands", "idioms", "works", "hospitals_and_charities")
"""In small letters: what is called as people are, and never is one."""

WELL_KNOWN = KNOWN_THINGS | _phrases("well_known")
"""In small letters: who and what children and staff speak of by a name, and is none of theirs."""

WELL_KNOWN_BEGUN = begun(WELL_KNOWN)
WELL_KNOWN_FIRSTS = frozenset(name.split()[0].removesuffix("'s").rstrip(".,'") for name in WELL_KNOWN)
"""The first of each one's words."""

ANIMALS = _listed("animals")
"""What has a name in a home and is no person, toys too."""

VEHICLES = _listed("vehicles")

WORKS = _listed("works_of_one_word")
"""Films, books, songs and games that are called by a given name alone."""

OF_WORKS = _listed("of_works")
"""What is said of films, books, songs and games, and done with them."""

BRANDS_WITH_S = _listed("brands_with_an_s")
"""Given names and surnames that shops and brands have with an ’s."""

SMALL_GIVEN = _lowered(GIVEN) | NOUNS
SMALL_WORD_SURNAMES = _lowered(WORDS) - frozenset("may will do he so dang long still".split())
SMALL_SURNAMES = _lowered(ONLY_SURNAMES)

ENDINGS = tuple(
    "ski ska wicz czyk escu ová ović oglu oğlu ullah uddin zadeh poulos ssen sson enko shvili auskas aitis iene".split()
)
BEGINNINGS = ("mc", "o'", "d'", "n'", "al-", "el-", "ade", "ogun", "chukwu", "nwa")
NO_NAME = ("ing", "tion", "tions", "ment", "ments", "ness", "ings", "ly", "ers", "ists", "ed", "ies")
"""What words end in that are nobody's name."""


class Look(NamedTuple):
    """What a word is, as far as the lists and its shape say: `own` is its length without ’s, `key` how the lists
    write it."""

    own: int
    key: str
    low: str
    capital: bool
    all_capitals: bool
    given: bool
    surname: bool
    shaped: bool
    ends: bool
    """Whether it ends a name: it is in no person's."""
    common: bool
    """Whether it is a word of the language, and no given name."""


NOTHING = Look(0, "", "", False, False, False, False, False, True, True)


@lru_cache(8_192)
def look(word: str) -> Look:
    """What a word is."""
    if len(word) > LONGEST:
        return NOTHING._replace(own=len(word))
    bare = word[:-2] if word[-2:] in ("'s", "’s") else word
    plain = folded(bare.replace("’", "'"))
    capitals = len(plain) > 1 and plain.isupper()
    key = plain.title() if capitals else plain
    low = plain.lower()
    capital = plain[:1].isupper()
    given = capital and (key in GIVEN or low in NOUNS or not key.isalpha() and _part_given(key))
    surname = capital and key in SURNAMES
    ends = not given and (key in NOT_IN_NAMES or low in ORDINARY or bare in ABBREVIATIONS) or key in NOT_IN_NAMES
    shaped = capital and len(low) > 4 and (low.endswith(ENDINGS) or low.startswith(BEGINNINGS))
    common = not given and low in COMMON_WORDS
    return Look(len(bare), key, low, capital, capitals, given, surname, shaped, ends, common)


def _part_given(key: str) -> bool:
    """Tegan-Louise, De'Andre."""
    return key.split("-")[0] in GIVEN or key.replace("'", "").capitalize() in GIVEN


def folded(word: str) -> str:
    """Without the marks on its letters."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.translate(LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


LETTERS = str.maketrans("łŁøØđĐıħ", "lLoOdDih")
"""The letters whose marks do not come apart."""
