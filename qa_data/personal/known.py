"""Who may stand in a text: homes, and staff and visitors that are confirmed."""

from collections.abc import Collection, Iterable
from functools import cached_property

from qa_data.personal.words import folded


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

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last of each name's words: who has a title may go by it alone."""
        return frozenset(name.split()[-1] for name in self._names if " " in name)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The first letters of each name's words, in capitals."""
        words = (name.replace("-", " ").split() for name in self._names if " " in name)
        return frozenset("".join(word[0] for word in each).upper() for each in words)
