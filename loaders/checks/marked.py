"""Rows and columns that are marked in the sheet as not counting, and are loaded all the same: struck through, or
hidden.
"""

from loaders.problems import Problem
from loaders.rows import Rows
from loaders.table import cell_of, column_letters
from qa_data.wording import some

STRUCK = (
    "This row is struck through, but it is loaded like the rest. If it does not count (the visit was cancelled, the"
    " action withdrawn), delete it."
)
NAMED = 20

HIDDEN = (
    "{count} hidden here, perhaps by a filter, and loaded like the rest. Show and check what is hidden, or delete it."
)


COLUMNS = "{named} hidden here and loaded like the rest. Show and check what is hidden, or delete it."


def marked(rows: Rows) -> None:
    """Warns of each row with a key struck through (struck-through), and once of the rows and of the columns that are
    hidden (hidden-rows, hidden-columns).
    """
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

    if sheet.hidden_columns and (cells := _in_hidden_columns(rows)):
        letters = list(dict.fromkeys(column for column, _, _ in sorted(cells)))
        are = "Column {} is" if len(letters) == 1 else "Columns {} are"
        said = COLUMNS.format(named=are.format(some([*map(column_letters, letters)], NAMED)))
        _note(rows, "hidden-columns", said, *min(cells)[1:])


def _in_hidden_columns(rows: Rows) -> list[tuple[int, int, int]]:
    """The first value in each hidden column that is asked for: the sheet's column, and its row and place."""
    sheet = rows.sheet
    found: dict[int, tuple[int, int, int]] = {}
    for place in rows.placed.places.values():
        for index in rows.placed.below.own if sheet.origins or place in sheet.hidden_columns else ():
            column = sheet.origins.get((index, place), (place,))[0]
            if column in sheet.hidden_columns and sheet.rows[index][place] is not None:
                found.setdefault(column, (column, index, place))
    return [*found.values()]


def _note(rows: Rows, code: str, message: str, index: int, place: int) -> None:
    rows.note_beside(Problem(code, message, rows.sheet.name, cell_of(rows.sheet, index, place)))
