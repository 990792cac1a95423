"""How a row of evidence names where it came from."""

from qa_data.current import FILE, cell

FROM = FILE
"""SQL: joins the file's name to current rows."""


def place(column: str) -> str:
    """SQL: the columns that lead back to the row in the file, and to the cell of its most telling column (given by
    name).
    """
    return f"file, sheet, sheet_row, {cell(repr(column))} as cell"
