"""Returns that say a home and a month and nothing else."""

from loaders.problems import Problem
from loaders.rows import Rows
from loaders.table import cell_of

BLANK = (
    "This return has a home and a month and no figure, so it does not count as received and nothing of it is stored."
    " Fill in what is known, 0 where nothing happened."
)


def blank_returns(rows: Rows) -> None:
    """Says (blank-return) of each that nothing of it is stored."""
    place = rows.placed.places.get("month", rows.placed.places.get("home", 0))
    for index in rows.placed.below.unfilled:
        cell = cell_of(rows.sheet, index, place)
        rows.note_beside(Problem("blank-return", BLANK, rows.sheet.name, cell, "month"))
