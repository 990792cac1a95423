"""Dates that a program set to American dates has turned: it takes 11/02/2026 for 2 November, and leaves 14/02/2026,
which is no date to it, as text.
"""

from datetime import date

from loaders.rows import Rows
from loaders.values.fault import Fault
from qa_data.wording import british

SEVERAL = 3
LAST_MONTH = 12


def swapped(rows: Rows) -> None:
    """Warns (dates-swapped) at each real date of a column in which texts alone have days above 12 and real dates alone
    have days up to 12, several of each.
    """
    for column in rows.dataset.columns:
        if column.type == "date" and column.name in rows.placed.places:
            for row, day in _turned(rows, column.name):
                rows.note_at(row, column.name, _fault(day))


def _turned(rows: Rows, name: str) -> list[tuple[int, date]]:
    cells, values = rows.placed.cells(name), rows.values[name]
    if str not in set(map(type, cells)):
        return []
    read = [(row, type(cell) is str, day) for row, (cell, day) in enumerate(zip(cells, values, strict=True)) if day]
    texts = [day for _, written, day in read if written]
    real = [(row, day) for row, written, day in read if not written]
    turned = all(day.day > LAST_MONTH for day in texts) and all(day.day <= LAST_MONTH for _, day in real)
    return real if turned and min(len(texts), len(real)) >= SEVERAL else []


def _fault(day: date) -> Fault:
    other = british(day.replace(month=day.day, day=day.month))
    return Fault(
        "dates-swapped",
        f"{british(day)} may be {other}: every date of this column with a day above {LAST_MONTH} is a text, so a"
        " program set to American dates may have turned the others. Check them against the paper, and set the program"
        " to British dates.",
        other if other != british(day) else None,
    )
