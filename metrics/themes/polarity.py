"""Whether the words of a clause speak of a concern or of a strength, with what is denied turned round."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from metrics.themes.phrases import Phrases
from metrics.themes.sentences import plain

CONCERN, STRENGTH, NEUTRAL = "concern", "strength", "neutral"
RISING, FALLING, HARMLESS = "rising", "falling", "harmless"

TOLD = tomllib.loads((Path(__file__).parent / "polarity.toml").read_text(encoding="utf-8"))
CUES = Phrases([(phrase, sign) for sign in (CONCERN, STRENGTH, RISING, FALLING, HARMLESS) for phrase in TOLD[sign]])
TURNS, DENIALS = (frozenset(map(plain, TOLD[name])) for name in ("turns", "denials"))

REACH = 5
"""So many words before a word can deny it."""

OPPOSITE = {CONCERN: STRENGTH, STRENGTH: CONCERN, RISING: FALLING, FALLING: RISING}

Cue = tuple[int, int, str]
"""First word, last word, sign."""


@dataclass(frozen=True)
class Clause:
    """A part of a sentence between two turns: where it begins and ends, what is good or bad in it, what happened
    that is good or bad in itself (`events`), and the words that deny.
    """

    first: int
    last: int
    cues: tuple[Cue, ...]
    events: tuple[Cue, ...]
    denials: tuple[int, ...]

    def _denied(self, place: int) -> int | None:
        return next((each for each in reversed(self.denials) if place - REACH <= each < place), None)

    def polarity(self) -> str:
        """A concern where any word says so, or where something is denied that is not bad itself; else a strength
        where any word says so.
        """
        used: set[int | None] = set()
        events = self._turned(self.events, used)
        signs = self._turned(self.cues, used)
        moved = {RISING, FALLING} & set(signs)
        signs = [sign for sign in signs if sign not in moved]
        if self.events:
            events = [OPPOSITE[sign] for sign in events] if FALLING in moved else events
        elif moved:
            signs.append(CONCERN if FALLING in moved else STRENGTH)
        if CONCERN in signs or set(self.denials) - used:
            return CONCERN
        if CONCERN in events and STRENGTH not in signs:
            return CONCERN
        return STRENGTH if signs or events else NEUTRAL

    def _turned(self, cues: tuple[Cue, ...], used: set) -> list[str]:
        """The signs, those that are denied turned round; notes the words that deny them."""
        signs = []
        for place, _, sign in cues:
            denial = self._denied(place)
            used.add(denial)
            signs.append(sign if denial is None else OPPOSITE[sign])
        return signs

    @property
    def says(self) -> bool:
        """Whether anything in it is good, bad or denied."""
        return bool(self.cues or self.events or self.denials)


def clauses(row: tuple[str, ...], events: list[Cue]) -> list[Clause]:
    """The clauses of a sentence's words. What stands within an event says nothing besides: a missing episode is not
    missing.
    """
    found = _outermost(
        [
            cue
            for cue in (*CUES.found(row), *_shares(row))
            if not any(first <= cue[0] and cue[1] <= last for first, last, _ in events)
        ]
    )
    spans = [cue for cue in found if cue[0] < cue[1] or cue[2] == HARMLESS]
    denials = [
        place
        for place, word in enumerate(row)
        if word in DENIALS and not any(first <= place <= last for first, last, _ in spans)
    ]
    cues = [cue for cue in found if cue[2] != HARMLESS]
    parts = [_clause(start, end, cues, events, denials) for start, end in _between(row)]
    return [piece for part in parts for piece in _halves(row, part, cues, events, denials)]


def _shares(row: tuple[str, ...]) -> Iterator[Cue]:
    """3 of 11, or 2 out of 5, says that some is wanting; 5 of 5 that nothing is."""
    for place, word in enumerate(row):
        last = place + (3 if row[place + 1 : place + 3] == ("out", "of") else 2)
        if word.isdecimal() and last < len(row) and row[last - 1] == "of" and row[last].isdecimal():
            yield place, last, STRENGTH if word == row[last] else CONCERN


def _outermost(cues: list[Cue]) -> list[Cue]:
    """Without those that stand within a longer one."""
    return [
        cue
        for cue in cues
        if not any(
            other[0] <= cue[0] and cue[1] <= other[1] and other[1] - other[0] > cue[1] - cue[0] for other in cues
        )
    ]


def _between(row: tuple[str, ...]) -> list[tuple[int, int]]:
    turns = [place for place, word in enumerate(row) if word in TURNS]
    if turns and turns[0] == 0 and "," in row:
        turns.append(row.index(","))
    ends = sorted(place for place in turns if place)
    return list(zip([0, *ends], [*ends, len(row)], strict=True))


def _clause(start: int, end: int, cues: list[Cue], events: list[Cue], denials: list[int]) -> Clause:
    return Clause(
        start,
        end,
        tuple(cue for cue in cues if start <= cue[0] < end),
        tuple(cue for cue in events if start <= cue[0] < end),
        tuple(place for place in denials if start <= place < end),
    )


def _halves(row: tuple[str, ...], part: Clause, cues: list[Cue], events: list[Cue], denials: list[int]) -> list[Clause]:
    """The clause parted at each "and" or comma with something said on both sides of it."""
    parted = []
    for place in range(part.first + 1, part.last - 1):
        if row[place] in ("and", ","):
            before, after = (
                _clause(start, end, cues, events, denials) for start, end in ((part.first, place), (place, part.last))
            )
            if before.says and after.says:
                parted.append(before)
                part = after
    return [*parted, part]
