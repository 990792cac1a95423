"""Returns on a sheet that says it adds up or compares others, though its rows say home and month."""

from collections.abc import Iterator

from loaders.heading_words import GUIDE, changing
from loaders.layouts.parts import alone, line
from loaders.problems import Problem
from loaders.rows import Rows
from loaders.table import cell_of

SAYING = 6
"""So many words at the most say what a table holds; more are a guide to filling it in."""

SAID = (
    "“{name}” says “{word}”, but each row says its home and month and is loaded as that month's own figures. If they"
    " add up, average or compare several, take the sheet out of the file."
)


def named(rows: Rows) -> None:
    """Warns (named-as-sum) once of a sheet of returns whose name, or a title over it, says average, total and such."""
    recognised = rows.placed.recognised
    if rows.dataset.name != "returns" or rows.sheet.origins or not len(rows):
        return
    over = [line(row) for row in rows.sheet.rows[: recognised.index] if row and alone(row)]
    titles = [text for text in (*rows.sheet.over, *over) if not GUIDE.search(text)]
    for name, word in _changed([rows.sheet.name, *titles]):
        cell = cell_of(rows.sheet, recognised.index, min(recognised.places.values()))
        rows.note_beside(Problem("named-as-sum", SAID.format(name=name, word=word), rows.sheet.name, cell))
        return


def _changed(names: list[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        word = changing(name.replace("_", " "))
        if word and word.lower() != "per" and len(name.split()) <= SAYING:
            yield name, word
