"""Cells as the rest of the loaders want them: no blank strings, no 7.0, no error that passes for a value."""

import re
from typing import Iterable

ERROR = re.compile(r"#(REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)"
                   r"|Err:\d{3}")
EXACT = 2**53
"""Beyond it a float no longer holds every whole number."""

Errors = dict[tuple[int, int], str]


def tidy(columns: Iterable[tuple]) -> tuple[list, Errors]:
    """The columns of one stretch of rows, tidied, and the errors that stood in them as text, by (row, column)."""
    tidied, errors = [], {}
    for position, cells in enumerate(columns):
        distinct = set(cells)
        if shown := _shown_errors(distinct):
            errors |= {(row, position): shown[cell] for row, cell in enumerate(cells) if cell in shown}
            cells = [None if cell in shown else cell for cell in cells]
            distinct = set(cells)
        tidied.append(_plain_column(cells, distinct))
    return tidied, errors


def _shown_errors(distinct: set) -> dict[str, str]:
    strings = [cell for cell in distinct if type(cell) is str]
    together = "".join(strings)
    if "#" not in together and "Err:" not in together:
        return {}
    return {cell: cell.strip() for cell in strings if ERROR.fullmatch(cell.strip())}


def _plain_column(cells, distinct: set):
    """Each different value is looked at once, for speed; but True equals 1.0, so a column of both goes cell by cell."""
    kinds = set(map(type, cells))
    if kinds == {str} and 2 * len(distinct) > len(cells) and "" not in distinct and not any(map(str.isspace, distinct)):
        return cells
    if bool in kinds and kinds & {int, float}:
        return [_plain(cell) for cell in cells]
    plain = {cell: _plain(cell) for cell in distinct}
    return [plain[cell] for cell in cells]


def _plain(cell):
    if type(cell) is str:
        return None if not cell or cell.isspace() else cell
    if type(cell) is float and cell.is_integer() and abs(cell) < EXACT:
        return int(cell)
    return cell
