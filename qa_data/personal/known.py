"""Who may stand in a text: homes, and staff and visitors that are confirmed."""

import re
from collections.abc import Collection, Iterable
from functools import cached_property

from qa_data.personal.words import begun, folded

FEW = 200
"""Names whose initials may stand: among more, most pairs of letters are somebody's."""

LONG_NUMBER = re.compile("[0-9]{3,}")
"""No age, no day and no room: which one it is says nothing of a name beside it."""

SHORT_NUMBER = re.compile("(?<![0-9])[0-9]{1,2}(?![0-9])")
NOUGHTS = bytes.maketrans(b"123456789", b"0" * 9)


class Known:
    """Their names, in small letters, and what else they go by."""

    def __init__(self, names: Iterable[str], initials_too: bool = True):
        self.initials_too = initials_too
        self._names: Collection[str] = names if isinstance(names, frozenset | set) else frozenset(names)

    def __contains__(self, told: object) -> bool:
        return told in self._names

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The first of each name's words."""
        return frozenset(folded(name.split()[0]) for name in self._names if name.strip())

    @property
    def begun(self) -> frozenset[str]:
        """What each of the names begins with."""
        return begun(frozenset(self._names))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last of each name's words: who has a title may go by it alone."""
        return frozenset(name.split()[-1] for name in self._names if " " in name)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The first letters of each name's words, in capitals; of more than a council has, any letters would do."""
        if len(self._names) > FEW:
            return frozenset()
        words = (name.replace("-", " ").split() for name in self._names if " " in name)
        return frozenset("".join(word[0] for word in each).upper() for each in words)

    @cached_property
    def numbered(self) -> bool:
        """Whether a long number is part of any of their names."""
        return any(map(LONG_NUMBER.search, self._names))

    def without_numbers(self, lines: list[str]) -> dict[str, str]:
        """Of each of the lines as long a text with noughts for each long number, in which the same words name somebody.
        One that holds no short number is told without looking for the long ones.
        """
        if self.numbered or not lines:
            return dict(zip(lines, lines, strict=True))
        noughts = _all_noughts(lines)
        short = {like for like in set(noughts) if SHORT_NUMBER.search(like)}
        alike = zip(lines, noughts, strict=True)
        return {line: LONG_NUMBER.sub(_noughts, line) if like in short else like for line, like in alike}


def _all_noughts(lines: list[str]) -> list[str]:
    """The lines with a nought for each digit."""
    whole = "\n".join(lines).encode("utf-8", "surrogatepass").translate(NOUGHTS)
    return whole.decode("utf-8", "surrogatepass").split("\n")


def _noughts(number: re.Match[str]) -> str:
    return "0" * len(number[0])
