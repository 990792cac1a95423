"""Tables of one figure a row: Home, Month, Indicator, Value."""

from loaders.headers import Recognised
from loaders.layouts.axes import HOME, MEASURE, MONTH, Axes
from loaders.layouts.beside import cannot_be_told, is_left_alone, told
from loaders.layouts.lying import Lying, labels_of
from loaders.layouts.marks import Place
from loaders.layouts.over import Told
from loaders.layouts.parts import filled
from loaders.reading.book import Sheet
from loaders.recognising import HEADER_WITHIN
from qa_data.dictionary.returns import RETURNS


def long_table(sheet: Sheet, axes: Axes, first: Recognised | None) -> Lying | None:
    """The table of one figure a row that a sheet holds; None where it holds none. `first`: what is recognised in it."""
    if first and (first.dataset is not RETURNS or not first.places.keys() <= {HOME, MONTH}):
        return None
    index = next((each for each, row in enumerate(sheet.rows[:HEADER_WITHIN]) if _is_header(row, axes)), None)
    if index is None:
        return None
    header = sheet.rows[index]
    labels = labels_of(sheet, axes, index, len(sheet.rows), len(header), "")
    if MEASURE not in labels or len(labels) < 2:
        return None
    return _table(sheet, axes, index, labels)


def _is_header(row: tuple, axes: Axes) -> bool:
    words = {cell.strip().lower() for cell in row if isinstance(cell, str)}
    return bool(words & {HOME, MONTH}) and all(isinstance(cell, str) and not axes.said(cell) for _, cell in filled(row))


def _table(sheet: Sheet, axes: Axes, index: int, labels: dict[str, int]) -> Lying | None:
    others = [place for place, _ in filled(sheet.rows[index]) if place not in labels.values()]
    cells = {place: cells for place in others if (cells := _numbers(sheet, index, place))}
    heads = {place: str(sheet.rows[index][place]) for place in cells}
    which = told(heads)
    said = [
        is_left_alone(sheet, heads[place], cells[place], word, (index, place)) for place, word in which.left.items()
    ]
    if which.open:
        what = f"What column {sheet.rows[index][labels[MEASURE]]} names"
        said.append(cannot_be_told(sheet, what, heads, {place: cells[place] for place in which.open}))
    over: dict[int, Told] = {} if which.taken is None else {which.taken: {}}
    words = [place for place in others if place not in cells]
    return Lying(sheet, axes, index, over, labels, words, len(sheet.rows), {}, index + 1, said) if heads else None


def _numbers(sheet: Sheet, index: int, place: int) -> list[Place]:
    below = range(index + 1, len(sheet.rows))
    return [(each, place) for each in below if isinstance(sheet.rows[each][place], int | float)]
