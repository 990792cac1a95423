"""Totals, which are left out; one that is not the sum of the rows above it may tell of a row that is missing."""

from collections.abc import Callable, Iterator

from loaders.problems import Problem
from loaders.rows import Rows
from loaders.table import cell_of

UNEQUAL = (
    "This total is {said:,}, but the rows above it add up to {sum:,}. Check that no row is missing or stands twice. The"
    " total itself is not stored."
)


LEFT_OUT = (
    "“{said}” adds up or compares other rows, so this row is left out and not stored. If it is a row of its own,"
    " correct the cell: {key}."
)
SUM = (
    "This row has no {key} and adds up the rows above it, so it is left out and not stored. If it is a row of its own,"
    " fill in its {key}."
)


def totals(rows: Rows) -> None:
    """Warns (total-differs) of each count of a total row that is the sum neither of all rows above it nor of those
    since the total before nor of those of the same month; and says of every other total that it is left out
    (total-left-out).
    """
    told = rows.placed.below.totals
    adding = [index for index, (_, said) in told.items() if "total" in said.lower()]
    differing = set()
    for column in rows.dataset.columns if adding else ():
        place = rows.placed.places.get(column.name)
        if column.type == "whole number" and place is not None:
            for index, said, whole in _unequal(rows, place, sorted(adding)):
                differing.add(index)
                _note(rows, "total-differs", UNEQUAL.format(said=said, sum=whole), index, place, column.name, str(said))
    for index, (place, words) in sorted(told.items()):
        if index not in differing:
            why = (LEFT_OUT if words else SUM).format(said=words.strip(), key=_key(rows, place))
            _note(rows, "total-left-out", why, index, place, None, words or None)


def _key(rows: Rows, place: int) -> str:
    """The key in whose column the words stand, else the first one."""
    keys = rows.dataset.keys
    return next((key.header for key in keys if rows.placed.places.get(key.name) == place), keys[0].header)


def _note(rows: Rows, code: str, message: str, index: int, place: int, column: str | None, value: str | None) -> None:
    cell = cell_of(rows.sheet, index, place)
    rows.note_beside(Problem(code, message, rows.sheet.name, cell, column, value))


def _unequal(rows: Rows, place: int, adding: list[int]) -> Iterator[tuple[int, float, float]]:
    """Index, total and sum, where all the cells above are numbers or blank."""
    own = [(index, rows.sheet.rows[index][place] or 0) for index in rows.placed.below.own]
    if not all(isinstance(cell, int | float) for _, cell in own):
        return
    before = -1
    for total in adding:
        said, alike = rows.sheet.rows[total][place], _alike(rows, total)
        above = [(index, cell) for index, cell in own if index < total]
        whole, since = (sum(cell for index, cell in above if index > start) for start in (-1, before))
        same = sum(cell for index, cell in above if alike(index)) if alike else since or whole
        if isinstance(said, int | float) and said not in (whole, since, same):
            yield total, said, same
        before = total


def _alike(rows: Rows, total: int) -> Callable[[int], bool] | None:
    """Which rows are of the same month as a total, or whatever other key it has; None where it has none."""
    cells, places = rows.sheet.rows, rows.placed.places
    word, _ = rows.placed.below.totals[total]
    keys = [places[key.name] for key in rows.dataset.keys if key.name in places and places[key.name] != word]
    told = [place for place in keys if cells[total][place] is not None]
    return (lambda index: all(cells[index][place] == cells[total][place] for place in told)) if told else None
