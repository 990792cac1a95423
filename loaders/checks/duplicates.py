"""No two rows that say they are the same one."""

from loaders.conversion import Conversion
from loaders.values.fault import Fault


def duplicates(rows: Conversion) -> None:
    """Notes duplicate-key at the first key column of the later row, across every sheet of the file with the dataset."""
    names = [column.name for column in rows.dataset.keys]
    for row, *key in rows.rows(*names):
        if rows.sound(row, *names):
            earlier = rows.met.setdefault((rows.dataset.name, *key), (rows.sheet.name, rows.numbers[row]))
            if earlier != (rows.sheet.name, rows.numbers[row]):
                said = ", ".join(rows.dataset.column(name).header for name in names)
                rows.note(row, names[0], Fault("duplicate-key", f"{rows.dataset.row.capitalize()} with the same {said} stands in row {earlier[1]} "
                                               f"of {earlier[0]}. Keep one of them."))
