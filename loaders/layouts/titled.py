"""Tables that lie on their side and are not read for what stands over them: their figures are others, or nothing says
which they are.
"""

from loaders.layouts.axes import MEASURE
from loaders.layouts.left_alone import under_another
from loaders.layouts.lying import Lying
from loaders.layouts.measures import measure_said, says_what
from loaders.problems import Problem
from loaders.table import cell_of

ANOTHER = (
    "A second table begins here, under “{title}”, and nothing says that its figures are {measure} like those over it."
    " Write the column's own name over it, or put it on a sheet of its own."
)


def not_read(table: Lying, titles: list[str], again: bool) -> tuple[Problem, ...]:
    """What is said of it instead of reading it; nothing where it can be read. `again`: it stands under another."""
    sheet, council = table.sheet, table.axes.council
    others = under_another(sheet.name, [sheet.name, *titles], _cells(table), _first(table), council)
    problem = others or (_of_another_measure(table, titles) if again else None)
    if problem:
        return (problem,)
    # Without a column of figures there is nothing but what is said of those that are left alone.
    return () if table.over else tuple(table.said)


def _of_another_measure(table: Lying, titles: list[str]) -> Problem | None:
    """second-table of one whose own title names no measure, where the sheet's name or what stands higher names one."""
    measure, place = table.whole.get(MEASURE, ("", None))
    unknown = [title for title in titles if says_what(title, table.axes)]
    if not measure or place or not unknown or any(measure_said(title, table.axes) for title in titles):
        return None
    return Problem("second-table", ANOTHER.format(title=unknown[-1], measure=measure), table.sheet.name, _first(table))


def _first(table: Lying) -> str:
    header = table.sheet.rows[table.index]
    return cell_of(table.sheet, table.index, next(place for place, cell in enumerate(header) if cell is not None))


def _cells(table: Lying) -> str:
    rows = table.sheet.rows
    filled = [index for index in range(table.index, table.end) if any(cell is not None for cell in rows[index])]
    last = max(place for index in filled for place, cell in enumerate(rows[index]) if cell is not None)
    return f"{_first(table)} to {cell_of(table.sheet, filled[-1], last)}"
