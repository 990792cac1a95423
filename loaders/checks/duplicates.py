"""No two rows that say they are the same one."""

from itertools import repeat

from loaders.checks.sheet_names import SNAPSHOTS
from loaders.rows import Rows
from loaders.sheet_months import only_month
from loaders.values.fault import Fault


def duplicates(rows: Rows) -> None:
    """Notes duplicate-key at the first key column of the later row, across every sheet of the file with the dataset.

    A tracker with a sheet a month carries its actions forward: there the latest month's row holds, whose sheet is
    met first (loaders.checking), and the earlier ones are left out.
    """
    names = [column.name for column in rows.dataset.keys]
    keys = list(zip(repeat(rows.dataset.name), *(rows.values[name] for name in names)))
    places = list(zip(repeat(rows.sheet.name), rows.numbers))
    if len(set(keys)) == len(keys) and rows.met.keys().isdisjoint(keys):
        rows.met.update(zip(keys, places, strict=True))
        return
    for row, (key, place) in enumerate(zip(keys, places, strict=True)):
        if None not in key and rows.sound(row, *names) and rows.met.setdefault(key, place) != place:
            if _carried_forward(rows, rows.met[key][0]):
                rows.leave_out(row)
            else:
                rows.note(row, names[0], _twice(rows, names, *rows.met[key]))


def _carried_forward(rows: Rows, met_on: str) -> bool:
    months = only_month(rows.sheet.name), only_month(met_on)
    return rows.dataset.name == SNAPSHOTS and None not in months and months[0] < months[1]


def _twice(rows: Rows, names: list[str], sheet: str, number: int) -> Fault:
    said = ", ".join(rows.dataset.column(name).header for name in names)
    return Fault(
        "duplicate-key",
        f"{rows.dataset.row.capitalize()} with the same {said} stands in row {number} of {sheet}. Keep one of them.",
    )
