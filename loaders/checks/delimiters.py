"""Rows of a text file that a comma inside a text has cut into too many values."""

from loaders.problems import Problem
from loaders.rows import Rows
from loaders.table import cell_name
from loaders.values.fault import shown

CUT = (
    "This row has more values than there are headers. A comma, or whatever else separates the columns, probably stands"
    " inside a text: put that text in quotation marks, or save the sheet as an Excel workbook (.xlsx)."
)


def delimiters(rows: Rows) -> None:
    """Notes unreadable-file at the first value to the right of all headers. What else stands in such a row is not
    judged: it has slipped.
    """
    for index, place in rows.placed.below.cut.items():
        value = rows.sheet.rows[index][place]
        rows.note_beside(
            Problem(
                "unreadable-file", CUT, rows.sheet.name, cell_name(place, rows.sheet.numbers[index]), None, shown(value)
            )
        )
