"""Faulty cells whose like was settled before: what was taken then is offered, and never taken by itself."""

from datetime import datetime
from typing import TypedDict

from loaders.checked import Checked
from loaders.problems import Problem
from loaders.settled_rows import stored_as
from qa_data.personal import masked
from qa_data.scope import Scope
from qa_data.settled import Earlier, Said, settled_before
from qa_data.store import Store


class Remembered(TypedDict):
    """A faulty cell of which the same home, column and value was settled in an earlier upload: what stands there, what
    was taken then (blank: an empty text), by whom, when (UTC) and in which file.
    """

    sheet: str
    cell: str
    column: str
    value: str
    settled: str
    by: str
    moment: datetime
    file: str


def remembered(store: Store, scope: Scope, checked: Checked) -> list[Remembered]:
    """What was settled before of cells like those that are faulty in the file, in the order of its problems. Nothing is
    looked up where none is.
    """
    faulty: dict[tuple[str, str, str], Problem] = {
        (each.sheet, each.cell, each.column): each
        for each in checked.problems
        if each.sheet and each.cell and each.column and each.value
    }
    if not faulty:
        return []
    people = checked.council.people if checked.council else ()
    masks = masked([each.value for each in faulty.values()], people)[0]
    values = {place: mask or "" for place, mask in zip(faulty, masks, strict=True)}
    earlier = settled_before(store, scope, sorted({*values.values()}))
    stood = stored_as(checked.tables, {(sheet, cell) for sheet, cell, _ in faulty}) if earlier else {}
    return [
        _told(each, values[place], before)
        for place, each in faulty.items()
        if (told := stood.get(place)) and (before := _before(earlier, *told, values[place]))
    ]


def _before(earlier: dict[Said, Earlier], dataset: str, column: str, home: str | None, value: str) -> Earlier | None:
    """A home that is not known is nobody's row yet: what was taken for that name serves any."""
    return earlier.get((dataset, column, None if column == "home" else home, value))


def _told(problem: Problem, value: str, before: Earlier) -> Remembered:
    return {
        "sheet": problem.sheet or "",
        "cell": problem.cell or "",
        "column": problem.column or "",
        "value": value,
        "settled": before["settled"],
        "by": before["made_by"],
        "moment": before["moment"],
        "file": before["file"],
    }
