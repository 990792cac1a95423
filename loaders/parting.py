"""Actions that a person has made out of one cell of several recommendations: a row each, the other cells repeated."""

from collections.abc import Iterator
from dataclasses import replace

from loaders.headers import Recognised
from loaders.layouts.marks import marked, with_marks
from loaders.numbered import recommendations
from loaders.reading.book import Sheet
from loaders.table import cell_of
from qa_data.dictionary.actions import ACTIONS

Row = tuple[int, int, tuple]
"""Which row of the sheet it was, which of its recommendations it has, and its cells."""


def parted(recognised: Recognised) -> Recognised:
    """The table with a row for each recommendation of the cells that are to be split. The first keeps the row's
    reference: it is the action that earlier files had; each other has one that is made of it.
    """
    sheet = recognised.sheet
    if not sheet.splits or recognised.dataset is not ACTIONS or "action" not in recognised.places:
        return recognised
    return replace(recognised, sheet=_of_rows(sheet, list(_rows(recognised))))


def _rows(recognised: Recognised) -> Iterator[Row]:
    sheet, place, reference = recognised.sheet, recognised.places["action"], recognised.places.get("reference")
    for at, row in enumerate(sheet.rows):
        text, split = row[place], at > recognised.index and cell_of(sheet, at, place) in sheet.splits
        for number, part in enumerate(recommendations(text) if split and isinstance(text, str) else [text]):
            made = {place: part} | ({reference: part_of(row[reference], number)} if reference is not None else {})
            yield at, number, tuple(made.get(each, cell) for each, cell in enumerate(row))


def part_of(reference: object, number: int) -> object:
    """The reference of a recommendation, counted from 0, by that of the cell: R12, R12 part 2. A number stays one."""
    return f"{reference} part {number + 1}" if reference is not None and number else reference


def _of_rows(sheet: Sheet, rows: list[Row]) -> Sheet:
    now: dict[int, list[int]] = {}
    for at, (was, _, _) in enumerate(rows):
        now.setdefault(was, []).append(at)
    cells = [((at, place), (was, place)) for was, place in marked(sheet) for at in now[was]]
    return replace(
        with_marks(sheet, cells),
        rows=[row for _, _, row in rows],
        numbers=[sheet.numbers[was] for was, _, _ in rows],
        hidden_rows={at for was in sheet.hidden_rows for at in now[was]},
        origins={(at, place): stood for (was, place), stood in sheet.origins.items() for at in now[was]},
    )
