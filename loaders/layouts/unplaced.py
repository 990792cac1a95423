"""Sheets with figures of homes or of columns that are known, of which something else is not."""

from loaders.layouts.axes import HOME, MEASURE, MONTH, Axes
from loaders.layouts.parts import filled
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.sheet_names import home_of, is_summary, month_of, only_month
from loaders.table import cell_of
from loaders.values.fault import shown
from qa_data.wording import listed

MOST_ROWS = 200
"""No such table is longer."""

FEW = 3
"""So many headings are named."""

UNPLACED = (
    "This sheet is left alone: it has figures of {what}{under}, and nothing says of which {lacks} they are. Write the"
    " {lacks} over them, for example {example}, if they are to be loaded."
)
EXAMPLES = {HOME: "Beech House", MONTH: "Oct 2026", MEASURE: "Restraints"}
CALLED = {HOME: "home", MONTH: "month", MEASURE: "column"}


def unplaced(sheet: Sheet, axes: Axes) -> Problem | None:
    """sheet-left-alone of a sheet with numbers right of a home or a column, which lacks the month, home or column."""
    rows = range(min(MOST_ROWS, len(sheet.rows)))
    found = next((each for index in rows if (each := _figures(sheet, axes, index))), None)
    if not found or is_summary(sheet.name):
        return None
    index, label, columns = found
    kind, _ = axes.said(sheet.rows[index][label]) or ("", "")
    heads = [cell for place in columns if (cell := _over(sheet, index, place)) is not None]
    told = {kind, *(said[0] for head in heads if (said := axes.said(head))), *_by_name(sheet, axes)}
    lacks = next((each for each in (MONTH, HOME, MEASURE) if each not in told), None)
    # Homes beside numbers alone may be anything: a budget, a rota.
    if not lacks or told.isdisjoint({MONTH, MEASURE}):
        return None
    under = f" under {listed([f'“{shown(head)}”' for head in heads[:FEW]])}" if heads else ""
    message = UNPLACED.format(
        what=shown(sheet.rows[index][label]), under=under, lacks=CALLED[lacks], example=EXAMPLES[lacks]
    )
    return Problem("sheet-left-alone", message, sheet.name, cell_of(sheet, index, label))


def _figures(sheet: Sheet, axes: Axes, index: int) -> tuple[int, int, list[int]] | None:
    """The row, the place of its label, and those of the numbers right of it."""
    cells = filled(sheet.rows[index])
    label = next((place for place, cell in cells if (said := axes.said(cell)) and said[0] != MONTH), None)
    numbers = [place for place, cell in cells if label is not None and place > label and isinstance(cell, int | float)]
    return (index, label, numbers) if label is not None and numbers else None


def _over(sheet: Sheet, index: int, place: int) -> object:
    """The nearest word or month over a number."""
    above = (sheet.rows[each][place] for each in range(index - 1, -1, -1))
    return next((cell for cell in above if cell is not None and not isinstance(cell, int | float)), None)


def _by_name(sheet: Sheet, axes: Axes) -> set[str]:
    """What the sheet's name tells."""
    told = {
        HOME: home_of(sheet.name, axes.council),
        MONTH: only_month(sheet.name, sheet.year) or month_of(sheet.name),
        MEASURE: axes.measure_of(sheet.name),
    }
    return {kind for kind, said in told.items() if said}
