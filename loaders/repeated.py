"""A column that is asked for and stands twice in a sheet, matched equally well, with different values."""

from loaders.headers import Recognised
from loaders.problems import Problem
from loaders.table import cell_of
from loaders.values.fault import shown


def repeated(recognised: Recognised, place: int, text: str) -> Problem | None:
    """Two that match a column equally well, of which this one says what the first does not."""
    told = recognised.read.get(place)
    first = recognised.places[told.column] if told and told.column else None
    if first is None or told != recognised.read.get(first):
        return None
    index = _differs(recognised, first, place)
    return _twice(recognised, first, place, text, index) if index is not None else None


def _differs(recognised: Recognised, first: int, second: int) -> int | None:
    rows = recognised.sheet.rows
    below = range(recognised.index + 1, len(rows))
    return next((each for each in below if rows[each][second] not in (None, rows[each][first])), None)


def _twice(recognised: Recognised, first: int, second: int, text: str, index: int) -> Problem:
    sheet, header = recognised.sheet, recognised.dataset.column(recognised.read[second].column or "").header
    one, other = (cell_of(sheet, recognised.index, place) for place in (first, second))
    number, here = sheet.numbers[index], shown(sheet.rows[index][second])
    there = "nothing" if sheet.rows[index][first] is None else shown(sheet.rows[index][first])
    return Problem(
        "repeated-column",
        f"The column {header} stands in {one} and in {other} with different values: row {number} says {there} in the"
        f" first and {here} in the second. Delete the one that is not meant, or give it a heading of its own.",
        sheet.name,
        other,
        recognised.read[second].column,
        text,
    )
