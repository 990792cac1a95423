"""Rows on their way out of the child: tidied a stretch at a time, so that no sheet stands in memory twice."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from . import limits, refusals
from .tidy import Errors, tidy

STRETCH = 1000
"""Rows tidied at once; more is slower, since they no longer fit the processor's cache."""


def stretches(
    rows: Iterable[tuple[int, list]], errors: Errors, left: int = 0, right: int = 0
) -> Iterator[tuple[list[int], list[Sequence]]]:
    """Numbers and tidied columns of each stretch, with blank columns to the left and right, without the blank rows at
    the end.

    `rows` are pairs of number and cells, all of one width. Errors that stand in cells as text are added to `errors`,
    and a row with an error is not blank.
    """
    left_over, start = iter(rows), 0
    held: list[int] = []
    while stretch := list(islice(left_over, STRETCH)):
        numbers, cells = zip(*stretch, strict=True)
        columns, shown = tidy(zip(*cells, strict=True))
        errors.update({(start + row, left + column): text for (row, column), text in shown.items()})
        used = _used(columns, len(cells), {row - start for row, _ in errors})
        if used:
            over = [None] * len(held)
            blank = [None] * (len(held) + used)
            ready = [[*over, *column[:used]] if held or used < len(cells) else column for column in columns]
            yield [*held, *numbers[:used]], [*[blank] * left, *ready, *[blank] * right]
            held = []
        held.extend(numbers[used:])
        start += len(cells)


def _used(columns: list[Sequence], height: int, failed: set[int]) -> int:
    """How many of the rows there are up to the last that holds anything."""
    rows = reversed(range(height))
    return next((row + 1 for row in rows if row in failed or any(column[row] is not None for column in columns)), 0)


def filled(columns: list[Sequence]) -> int:
    """How many of the rows hold anything."""
    if any(None not in column for column in columns):
        return len(columns[0])
    return sum(any(cell is not None for cell in row) for row in zip(*columns, strict=True))


def refuse_stretched(height: int, width: int) -> None:
    """Raises Refusal for a sheet of more cells than any table has."""
    if width > limits.COLUMNS or height * width > limits.CELLS:
        raise refusals.stretched()
