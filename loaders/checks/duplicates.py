"""No two rows that say they are the same one."""

from itertools import repeat

from loaders.checks.sheet_names import SNAPSHOTS
from loaders.rows import Rows
from loaders.sheet_names import only_month
from loaders.values.fault import Fault

Met = dict[tuple, tuple[str, int, frozenset[str]]]
"""The keys met so far in a file: the sheet and row where each was last, and the columns that were told of it."""


def duplicates(rows: Rows, met: Met) -> set[int]:
    """Notes duplicate-key at the first key column of the later row, across every sheet of the file with the dataset;
    adds the keys to those met.

    Two sheets with other columns each tell a part of a row. A tracker with a sheet a month carries its actions forward:
    there the latest month's row holds, whose sheet is met first (loaders.checking). The earlier ones, which are to be
    left out, are what it answers.
    """
    names = [column.name for column in rows.dataset.keys]
    keys = list(zip(repeat(rows.dataset.name), *(rows.values[name] for name in names)))
    told = frozenset(rows.table().had).difference(names)
    places = list(zip(repeat(rows.sheet.name), rows.placed.numbers, repeat(told)))
    if len(set(keys)) == len(keys) and met.keys().isdisjoint(keys):
        met.update(zip(keys, places, strict=True))
        return set()
    carried = set()
    for row, (key, place) in enumerate(zip(keys, places, strict=True)):
        if None in key or not rows.sound(row, *names):
            continue
        if key not in met:
            met[key] = place
        elif told.isdisjoint(others := met[key][2]):
            met[key] = (*place[:2], told | others)
        elif _carried_forward(rows, met[key][0]):
            carried.add(row)
        else:
            rows.note(row, names[0], _twice(rows, names, *met[key][:2]))
    return carried


def _carried_forward(rows: Rows, met_on: str) -> bool:
    own, other = only_month(rows.sheet.name, rows.sheet.year), only_month(met_on, rows.sheet.year)
    return rows.dataset.name == SNAPSHOTS and own is not None and other is not None and own < other


def _twice(rows: Rows, names: list[str], sheet: str, number: int) -> Fault:
    said = ", ".join(rows.dataset.column(name).header for name in names)
    return Fault(
        "duplicate-key",
        f"{rows.dataset.row.capitalize()} with the same {said} stands in row {number} of {sheet}. Keep one of them.",
        other=(sheet, number),
    )
