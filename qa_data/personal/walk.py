"""A text as its words, in order, with what stands between them: each is looked at a few times and no more."""

from collections.abc import Container
from itertools import chain

from qa_data.personal.known import Known
from qa_data.personal.words import (
    ABBREVIATIONS,
    KNOWN_THINGS,
    WELL_KNOWN,
    WELL_KNOWN_BEGUN,
    WELL_KNOWN_FIRSTS,
    WORD,
    Look,
    look,
)

STOPS = frozenset('.!?:;\n•"“”(')
MONTHS = frozenset("jan mar apr may jun jul aug sep april june july august march january".split())
MOST = 12
"""So many words at the most has a name, a home’s say, that is known as a whole."""


class Walk:
    """The words of a text: how each looks, where it begins and ends (without ’s), and which belong to names that may
    stand."""

    def __init__(self, text: str, people: Known):
        self.text = text
        found = [(match.start(), match[0]) for match in WORD.finditer(text)]
        self.starts = [start for start, _ in found]
        self.looks: list[Look] = [look(word) for _, word in found]
        self.ends = [start + each.own for start, each in zip(self.starts, self.looks, strict=True)]
        self.afters = [start + len(word) for start, word in found]
        nexts = [*self.starts[1:], len(text)]
        self.gaps = [text[end : min(start, end + 4)] for end, start in zip(self.afters, nexts, strict=False)]
        self.people = people
        self.known = self._whole_names(people, people.firsts, people.begun)
        self.famous = self._whole_names(WELL_KNOWN, WELL_KNOWN_FIRSTS, WELL_KNOWN_BEGUN)
        self.things = self.famous and self._whole_names(KNOWN_THINGS, WELL_KNOWN_FIRSTS, WELL_KNOWN_BEGUN)

    def __len__(self) -> int:
        return len(self.looks)

    def gap(self, at: int) -> str:
        """What stands between a word and the next."""
        return self.gaps[at]

    def spaced(self, at: int) -> bool:
        """Whether only a space or two stands between a word and the next."""
        return self.gaps[at] in (" ", "  ") and not self.owns(at) and at + 1 < len(self.gaps)

    def owns(self, at: int) -> bool:
        """Whether the word has an ’s."""
        return self.afters[at] > self.ends[at]

    def begins(self, at: int) -> bool:
        """Whether the word begins a sentence."""
        return at == 0 or not STOPS.isdisjoint(self.text[self.afters[at - 1] : self.starts[at]][:20])

    def dated(self, at: int) -> bool:
        """Whether it is a month’s name beside a number: 9 Jan, May 2026."""
        return self.low(at) in MONTHS and any(self.low(each)[:1].isdigit() for each in (at - 1, at + 1))

    def low(self, at: int) -> str:
        """The word in small letters; blank where there is none."""
        return self.looks[at].low if 0 <= at < len(self.looks) else ""

    def initials(self, at: int) -> bool:
        """Whether the word is two or three capitals that stand for nothing in the field."""
        word = self.text[self.starts[at] : self.ends[at]]
        return 2 <= len(word) <= 3 and word.isalpha() and word.isupper() and word not in ABBREVIATIONS

    def _whole_names(self, of: Container[str], firsts: Container[str], begun: Container[str]) -> frozenset[int]:
        """The words that are part of one of these names."""
        each = (
            self._whole_name(at, of, begun)
            for at, word in enumerate(self.looks)
            if word.low in firsts or "-" in word.low
        )
        return frozenset(chain.from_iterable(each))

    def _whole_name(self, at: int, of: Container[str], begun: Container[str]) -> range:
        """The words from there that are the longest of the names, looked for as long as any begins so."""
        start, after = self.starts[at], at
        for last in range(at, min(at + MOST, len(self))):
            for end in (self.ends[last], self.afters[last]):
                told = self.text[start:end].lower().replace("’", "'")
                plain = " ".join(told.split())
                if told in of or plain in of:
                    after = last + 1
            if plain not in begun:
                break
        return range(at, after)
