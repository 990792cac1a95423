"""Rows that are marked in the sheet as not counting, and are loaded all the same: struck through, or hidden."""

from loaders.problems import Problem
from loaders.rows import Rows
from loaders.table import cell_of

STRUCK = (
    "This row is struck through, but it is loaded like the rest. If it does not count (the visit was cancelled, the"
    " action withdrawn), delete it."
)
HIDDEN = (
    "{count} hidden here, perhaps by a filter, and loaded like the rest. Show and check what is hidden, or delete it."
)


def marked(rows: Rows) -> None:
    """Warns of each row with a key struck through (struck-through), and once of those that are hidden (hidden-rows)."""
    sheet = rows.sheet
    keys = {rows.placed.places.get(column.name) for column in rows.dataset.keys}
    struck = {index: place for index, place in sorted(sheet.struck, reverse=True) if place in keys}
    for index in rows.placed.below.own if struck else ():
        if index in struck and sheet.rows[index][struck[index]] is not None:
            _note(rows, "struck-through", STRUCK, index, struck[index])
    if hidden := [index for index in rows.placed.below.own if index in sheet.hidden_rows]:
        _note(
            rows,
            "hidden-rows",
            HIDDEN.format(count="1 row is" if len(hidden) == 1 else f"{len(hidden):,} rows are"),
            hidden[0],
            0,
        )


def _note(rows: Rows, code: str, message: str, index: int, place: int) -> None:
    rows.note_beside(Problem(code, message, rows.sheet.name, cell_of(rows.sheet, index, place)))
