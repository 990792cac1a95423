"""Cells as the rest of the loaders want them: no blank strings, no 7.0, no error that passes for a value."""

import re
from collections.abc import Iterable, Sequence

ERROR = re.compile(
    r"#(REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|ERROR!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!"
    r"|GETTING_DATA)|Err:\d{3}"
)
EXACT = 2**53
"""Beyond it a float no longer holds every whole number."""

UNTIDY = {str, float}
"""Values of any other type stay as they are."""

SAMPLE = 50

Errors = dict[tuple[int, int], str]

Area = tuple[int, int, int, int]
"""Cells that are merged: the top row, the left column, the bottom row and the right column, all of them included."""


class Aside:
    """What calamine does not tell of a sheet, rows and columns from 0.

    `errors`: formulas that failed or have no saved result, and what the cell shows. `merged`: cells that are
    merged, of .xlsb and .ods alone, since calamine tells those of the others. `percent`: cells shown
    as a percentage, of .xlsx and .ods. `hidden`: rows hidden by a filter or by hand, `struck`: cells struck through,
    `colours`: blank cells filled in another colour than their row, `table_totals`: cells of the total rows of
    tables, `hidden_columns`: the first and the last of each run of them, of .xlsx alone.
    """

    def __init__(self, errors: Errors | None = None, merged: Iterable[Area] = ()):
        self.errors, self.merged = {} if errors is None else errors, list(merged)
        self.hidden: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.struck: list[tuple[int, int]] = []
        self.percent: list[tuple[int, int]] = []
        self.colours: dict[tuple[int, int], str] = {}
        self.table_totals: list[tuple[int, int]] = []


def tidy(columns: Iterable[tuple]) -> tuple[list[Sequence], Errors]:
    """The columns of one stretch of rows, tidied, and the errors that stood in them as text, by (row, column)."""
    tidied: list[Sequence] = []
    errors: Errors = {}
    for position, cells in enumerate(columns):
        kinds = set(map(type, cells))
        if kinds.isdisjoint(UNTIDY) or kinds == {str} and _varied(cells) and _clean(cells):
            tidied.append(cells)
            continue
        different = set(cells)
        shown = _shown_errors(different) if str in kinds else {}
        errors.update(
            {(row, position): shown[cell] for row, cell in enumerate(cells) if cell in shown} if shown else {}
        )
        tidied.append(_plain_column(cells, different, kinds, shown))
    return tidied, errors


def _varied(cells: tuple) -> bool:
    """Whether looking at each different value once would gain nothing."""
    return len(set(cells[:SAMPLE])) > SAMPLE // 2


def _clean(cells: tuple) -> bool:
    return all(cells) and not _suspect("".join(cells)) and not any(map(str.isspace, cells))


def _suspect(text: str) -> bool:
    return "#" in text or "Err:" in text


def _shown_errors(different: set) -> dict[str, str]:
    strings = [cell for cell in different if type(cell) is str]
    if not _suspect(" ".join(strings)):
        return {}
    return {cell: cell.strip() for cell in filter(_suspect, strings) if ERROR.fullmatch(cell.strip())}


def _plain_column(cells: tuple, different: set, kinds: set, shown: dict[str, str]) -> list:
    """Each different value is looked at once, for speed; but True equals 1.0, so a column of both goes cell by cell."""
    if bool in kinds and kinds & {int, float}:
        return [None if cell in shown else _plain(cell) for cell in cells]
    plain = {cell: _plain(cell) for cell in different} | dict.fromkeys(shown)
    return list(map(plain.__getitem__, cells))


def _plain(cell: object) -> object:
    if type(cell) is str:
        return None if not cell or cell.isspace() else cell
    if type(cell) is float and cell.is_integer() and abs(cell) < EXACT:
        return int(cell)
    return cell
