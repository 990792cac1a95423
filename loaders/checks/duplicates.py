"""No two rows that say they are the same one."""

from itertools import repeat

from loaders.checks.sheet_names import SNAPSHOTS
from loaders.rows import Rows
from loaders.sheet_names import only_month
from loaders.values.fault import Fault

Part = tuple[Rows, int]
"""A row of a table that tells a part of one."""

Met = dict[tuple, tuple[str, int, frozenset[str], tuple[Part, ...]]]
"""The keys met so far in a file: the sheet and row where each was last, the columns that were told of it, and its
rows."""

DISAGREE = (
    "{row} with the same {said} stands in row {number} of {sheet}, and the two disagree: {columns}. Correct the one"
    " that is wrong; what each says beside that is kept."
)
TWICE = (
    "{row} with the same {said} stands in row {number} of {sheet}. Where both say the same, keep one of them; where"
    " each has a part (a week, a child), put them into one row."
)


def duplicates(rows: Rows, met: Met) -> set[int]:
    """Notes duplicate-key at the first key column of the later row, across every sheet of the file with the dataset;
    adds the keys to those met.

    Two tables with other columns each tell a part of a row, and agree in the columns that both have. A tracker with a
    sheet a month carries its actions forward:
    there the latest month's row holds, whose sheet is met first (loaders.checking). The earlier ones, which are to be
    left out, are what it answers.
    """
    names = [column.name for column in rows.dataset.keys]
    keys = list(zip(repeat(rows.dataset.name), *(rows.values[name] for name in names)))
    told = frozenset(rows.table().had).difference(names)
    parts = zip(zip(repeat(rows), range(len(keys))))
    places = list(zip(repeat(rows.sheet.name), rows.placed.numbers, repeat(told), parts))
    fresh = dict(zip(keys, places, strict=True))
    if len(fresh) == len(keys) and met.keys().isdisjoint(fresh.keys()):
        met.update(fresh)
        return set()
    carried = set()
    for row, (key, place) in enumerate(zip(keys, places, strict=True)):
        if None in key or not rows.sound(row, *names):
            continue
        if key not in met:
            met[key] = place
        elif _carried_forward(rows, met[key][0]):
            carried.add(row)
        else:
            sheet, number, others, before = met[key]
            differs = _differs(rows, row, told, before)
            if told == others or differs:
                rows.note(row, names[0], _twice(rows, names, sheet, number, differs if told != others else []))
            else:
                met[key] = (*place[:2], told | others, (*before, *place[3]))
    return carried


def _carried_forward(rows: Rows, met_on: str) -> bool:
    own, other = only_month(rows.sheet.name, rows.sheet.year), only_month(met_on, rows.sheet.year)
    return rows.dataset.name == SNAPSHOTS and own is not None and other is not None and own < other


def _differs(rows: Rows, row: int, told: frozenset[str], parts: tuple[Part, ...]) -> list[str]:
    """The columns that other tables have too and of which they say something else of the row."""
    shared = [(name, *part) for part in parts for name in told.intersection(part[0].table().had)]
    found = {name for name, other, at in shared if other.values[name][at] != rows.values[name][row]}
    return [name for name in rows.dataset.names if name in found]


def _twice(rows: Rows, names: list[str], sheet: str, number: int, differs: list[str]) -> Fault:
    said, columns = (", ".join(rows.dataset.column(name).header for name in each) for each in (names, differs))
    told = (DISAGREE if differs else TWICE).format(
        row=rows.dataset.row.capitalize(), said=said, number=number, sheet=sheet, columns=columns
    )
    return Fault("duplicate-key", told, other=(sheet, number))
