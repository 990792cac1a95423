"""A total that is not the sum of the rows above it: one of them may be missing, or stand twice."""

from collections.abc import Iterator

from loaders.problems import Problem
from loaders.rows import Rows
from loaders.table import cell_of

UNEQUAL = (
    "This total is {said:,}, but the rows above it add up to {sum:,}. Check that no row is missing or stands twice. The"
    " total itself is not stored."
)


def totals(rows: Rows) -> None:
    """Warns (total-differs) of each count of a total row that is the sum neither of all rows above it nor of those
    since the total before.
    """
    adding = [index for index, said in rows.placed.below.totals.items() if "total" in said.lower()]
    for column in rows.dataset.columns if adding else ():
        place = rows.placed.places.get(column.name)
        if column.type == "whole number" and place is not None:
            for index, said, whole in _unequal(rows, place, sorted(adding)):
                rows.note_beside(
                    Problem(
                        "total-differs",
                        UNEQUAL.format(said=said, sum=whole),
                        rows.sheet.name,
                        cell_of(rows.sheet, index, place),
                        column.name,
                        str(said),
                    )
                )


def _unequal(rows: Rows, place: int, adding: list[int]) -> Iterator[tuple[int, float, float]]:
    """Index, total and sum, where all the cells above are numbers or blank."""
    own = [(index, rows.sheet.rows[index][place] or 0) for index in rows.placed.below.own]
    if not all(isinstance(cell, int | float) for _, cell in own):
        return
    before = -1
    for total in adding:
        said = rows.sheet.rows[total][place]
        whole, since = (sum(cell for index, cell in own if start < index < total) for start in (-1, before))
        if isinstance(said, int | float) and said not in (whole, since):
            yield total, said, since or whole
        before = total
