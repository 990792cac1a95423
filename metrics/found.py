"""How a row of evidence names where it came from."""


def place(column: str) -> str:
    """SQL: the columns that lead back to the row in the file, and to the cell of its most telling column (given by
    name).
    """
    return f"file, sheet, sheet_row, source(row_at, '{column}').cell as cell"
