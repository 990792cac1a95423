"""Cells as a spreadsheet program names them."""


def column_letters(place: int) -> str:
    """The letters of a column, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def cell_name(place: int, number: int) -> str:
    """The A1 reference of the cell at an index of column and a number of row: (0, 12) is A12, (26, 3) is AA3."""
    return f"{column_letters(place)}{number}"
