"""Cells as a spreadsheet program names them."""


def cell_name(place: int, number: int) -> str:
    """The A1 reference of the cell at an index of column and a number of row: (0, 12) is A12, (26, 3) is AA3."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{number}"
