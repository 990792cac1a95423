"""Verdicts given as colours alone, which are not read."""

from loaders.problems import Problem
from loaders.rows import Rows
from loaders.table import cell_of
from qa_data.wording import some

CHOICES = ("choice", "judgement", "yes/no")
NAMED = 20
FEW = 3
"""So many rows that have one colour in a column say that the column is drawn so."""

SAID = (
    "These cells are blank but filled in colours, which are not read: {cells}. Write the answer in each, for example"
    " {example}."
)


def colours(rows: Rows) -> None:
    """Says once (colours-not-read) which cells of columns of choices are blank and filled in two or more colours."""
    if not rows.sheet.colours:
        return
    found = [(index, *told) for index in rows.placed.below.own for told in _filled(rows, index)]
    if len({colour for _, _, _, colour in found}) > 1 and not _drawn_so(found):
        cells = [cell_of(rows.sheet, index, place) for index, place, _, _ in found]
        column = rows.dataset.column(found[0][2])
        example = column.choices[0] if column.choices else "Yes"
        message = SAID.format(cells=some(cells, NAMED), example=example)
        rows.note_beside(Problem("colours-not-read", message, rows.sheet.name, cells[0], column.name))


def _filled(rows: Rows, index: int) -> list[tuple[int, str, str]]:
    """The place, the column and the colour of each such cell of a row."""
    places, filled = rows.placed.places, rows.sheet.colours
    told = [
        (places[each.name], each.name) for each in rows.dataset.columns if each.type in CHOICES and each.name in places
    ]
    return [(place, name, filled[index, place]) for place, name in sorted(told) if (index, place) in filled]


def _drawn_so(found: list[tuple[int, int, str, str]]) -> bool:
    """Whether each column has one colour of its own, over several rows."""
    by_column: dict[str, list[str]] = {}
    for _, _, name, colour in found:
        by_column.setdefault(name, []).append(colour)
    return all(len(set(each)) == 1 and len(each) >= FEW for each in by_column.values())
