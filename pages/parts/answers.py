"""Answers kept in memory until the store changes: one of those who ask works an answer out, the others wait for it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock
from typing import Any

from qa_data.scope import of_every_home
from qa_data.store import Store
from qa_data.uploads import last_change

MOST = 500
"""So many answers are kept; what was asked for longest ago goes first."""


@dataclass
class Place:
    """Where an answer is kept, with the turn of the store (how many changes were seen) that it is at least of."""

    lock: RLock = field(default_factory=RLock)
    turn: int = 0
    answer: Any = None


class Answers:
    """What was answered of one store."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._places: OrderedDict[Hashable, Place] = OrderedDict()
        self._seen: tuple[int, datetime | None, int] = -1, None, 0

    def change(self, held: Store) -> datetime | None:
        """When the store last changed: asked once while nothing is written to it."""
        return self._latest(held)[0]

    def told(self, held: Store, key: Hashable, question: Callable[[], Any]) -> Any:
        """The answer to the question of that key, as the store stands now: the same object to all who ask. While many
        upload, whoever waited for another's answer takes that, where it was begun after they asked, and so the
        question is not worked out anew for each change.
        """
        wanted, place = self._latest(held)[1], self._place(key)
        with place.lock:
            if place.turn < wanted:
                turn = self._latest(held)[1]
                place.answer = question()
                place.turn = turn
            return place.answer

    def _latest(self, held: Store) -> tuple[datetime | None, int]:
        """When the store last changed, and the how many-th change that was is, of those that were seen."""
        with self._lock:
            # The count is read before the question: what is written between the two makes it ask again.
            writes, (seen, moment, turn) = held.writes, self._seen
            if seen != writes:
                latest = last_change(held, of_every_home())
                self._seen = writes, latest, turn + (latest != moment or not turn)
            return self._seen[1:]

    def _place(self, key: Hashable) -> Place:
        with self._lock:
            place = self._places[key] = self._places.pop(key, None) or Place()
            while len(self._places) > MOST:
                self._places.popitem(last=False)
            return place
