"""What happens in the program, for whoever runs it: events of numbers and codes, heard by the log and the counters.

Never a word of the store, of a file or of a person: what is told is a number, or a code that stands in the program.
"""

from collections.abc import Callable
from time import perf_counter

Hears = Callable[[str, dict[str, str | int]], None]

HEARERS: list[Hears] = []
"""Nobody, unless a dashboard is served: a command says by itself what it did."""


def tell(event: str, **about: str | int) -> None:
    """Tells all who hear that this happened."""
    for hears in tuple(HEARERS):
        hears(event, about)


def since(begun: float) -> int:
    """Whole milliseconds since that moment of `perf_counter`."""
    return round((perf_counter() - begun) * 1000)
