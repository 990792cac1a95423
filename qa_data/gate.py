"""A gate to what several threads use at once and one, now and then, must have alone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Gate:
    """Lets in every thread until one wants to be alone: that one waits for those within, the others wait for it. Who
    is within may enter again, so that nobody within ever waits at the gate.
    """

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._within, self._shut = 0, False
        self._here = threading.local()

    @property
    def entered(self) -> bool:
        """Whether this thread is within."""
        return getattr(self._here, "within", False)

    @contextmanager
    def within(self) -> Iterator[None]:
        """Nobody else is alone meanwhile."""
        if self.entered:
            yield
            return
        with self._moved:
            self._moved.wait_for(lambda: not self._shut)
            self._within += 1
        self._here.within = True
        try:
            yield
        finally:
            self._here.within = False
            self._count(-1)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody is within meanwhile. RuntimeError for who is within: it would wait for itself."""
        if self.entered:
            raise RuntimeError("who is within cannot be alone")
        with self._moved:
            self._moved.wait_for(lambda: not self._shut)
            self._shut = True
            self._moved.wait_for(lambda: not self._within)
        try:
            yield
        finally:
            with self._moved:
                self._shut = False
                self._moved.notify_all()

    def _count(self, more: int) -> None:
        with self._moved:
            self._within += more
            self._moved.notify_all()
