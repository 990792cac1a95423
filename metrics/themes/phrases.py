"""Phrases: words in their order, with alternatives, words that may be there, and gaps; found quickly in a row of
plain words.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar

from metrics.themes.sentences import plain

GAP = ".."
WIDEST = 5
"""So many words a gap may span."""

CLOSE = 2
"""So many small words may stand between two words of a phrase that follow each other: supervision of staff, health
and dental checks.
"""

SMALL = frozenset(
    "the a an of and or for in on at to with is be have his her their its this that any some all both very also".split()
)


Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases with what each stands for; `found` gives what is in a row of plain words."""

    def __init__(self, told: list[tuple[str, Meaning]]):
        self._by_first: dict[str, list[tuple[frozenset, tuple, Meaning]]] = {}
        for phrase, meaning in told:
            steps = tuple(map(_step, phrase.split()))
            needed = next((step for step in steps[1:] if not step & {"", GAP}), frozenset())
            for first in steps[0]:
                self._by_first.setdefault(first, []).append((needed, steps[1:], meaning))

    def found(self, row: tuple[str, ...]) -> Iterator[tuple[int, int, Meaning]]:
        """(first word, last word, meaning) of every phrase that stands in the row; of the same meaning at a place,
        the longest.
        """
        there = set(row)
        for place, word in enumerate(row):
            if not (told := self._by_first.get(word)):
                continue
            longest: dict[Meaning, int] = {}
            for needed, steps, meaning in told:
                # One word that must follow is looked for first: most phrases fail there, and quickly.
                if needed and needed.isdisjoint(there):
                    continue
                if (last := _rest(row, place, steps)) is not None:
                    longest[meaning] = max(last, longest.get(meaning, place))
            yield from ((place, last, meaning) for meaning, last in longest.items())


def _step(words: str) -> frozenset[str]:
    """A step's words in their plain form; the empty word among them where the step may be left out, GAP for a gap."""
    if words == GAP:
        return frozenset({GAP})
    told = words.split("|")
    return frozenset(plain(word.removeprefix("?")) for word in told) | (
        {""} if any(word.startswith("?") for word in told) else frozenset()
    )


def _rest(row: tuple[str, ...], place: int, steps: tuple) -> int | None:
    """The place of the last word when the steps follow on, else None."""
    for number, step in enumerate(steps):
        if GAP in step:
            return next(
                (
                    last
                    for start in range(place, min(place + WIDEST + 1, len(row)))
                    if (last := _rest(row, start, steps[number + 1 :])) is not None
                ),
                None,
            )
        following = place + 1
        while (
            following < len(row)
            and following - place <= CLOSE
            and row[following] not in step
            and row[following] in SMALL
        ):
            following += 1
        if following < len(row) and row[following] in step:
            place = following
        elif "" not in step:
            return None
    return place
