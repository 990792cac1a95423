"""Rows on their way out of the child: tidied a stretch at a time, so that no sheet stands in memory twice."""

from collections.abc import Iterable, Iterator
from itertools import islice

from . import limits, refusals
from .tidy import Errors, tidy

STRETCH = 1000
"""Rows tidied at once; more is slower, since they no longer fit the processor's cache."""


def stretches(
    rows: Iterable[tuple[int, list]], errors: Errors, left: int = 0, right: int = 0
) -> Iterator[tuple[list[int], list[tuple]]]:
    """Numbers and tidied rows of each stretch, with blank columns to the left and right, without the blank rows at the
    end.

    `rows` are pairs of number and cells, all of one width. Errors that stand in cells as text are added to `errors`,
    and a row with an error is not blank.
    """
    left_over, start = iter(rows), 0
    held: list[int] = []
    while stretch := list(islice(left_over, STRETCH)):
        numbers, cells = zip(*stretch, strict=True)
        columns, shown = tidy(zip(*cells, strict=True))
        errors.update({(start + row, left + column): text for (row, column), text in shown.items()})
        empty = [None] * len(cells)
        ready = list(zip(*[empty] * left, *columns, *[empty] * right, strict=True))
        blank = (None,) * len(ready[0])
        used = _used(ready, blank, {row - start for row, _ in errors})
        if used:
            yield [*held, *numbers[:used]], [blank] * len(held) + ready[:used]
            held = []
        held.extend(numbers[used:])
        start += len(cells)


def _used(rows: list[tuple], blank: tuple, failed: set[int]) -> int:
    return next((place + 1 for place in reversed(range(len(rows))) if rows[place] != blank or place in failed), 0)


def refuse_stretched(height: int, width: int) -> None:
    """Raises Refusal for a sheet of more cells than any table has."""
    if width > limits.COLUMNS or height * width > limits.CELLS:
        raise refusals.stretched()
