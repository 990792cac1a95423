"""The header rows of tables that lie on their side: several months, homes or columns in one row."""

from collections import Counter

from loaders.headers import column_places
from loaders.layouts.axes import MEASURE, Axes
from loaders.layouts.parts import filled
from loaders.reading.book import Sheet
from qa_data.dictionary.returns import RETURNS
from qa_data.plain import plain


def header_rows(sheet: Sheet, axes: Axes, within: int) -> list[int]:
    """The header rows; of those that follow on each other the lowest has the figures right under it."""
    heads = [(index, bool(kind_across(axes, row))) for index, row in enumerate(sheet.rows[:within]) if filled(row)]
    return [
        index
        for place, (index, is_head) in enumerate(heads)
        if is_head and not any(follows for _, follows in heads[place + 1 : place + 2])
    ]


def kind_across(axes: Axes, row: tuple) -> str | None:
    """Of what kind the headings in a row are, where there are several; of one alone what is left of it must be no
    heading, as it is in a form.
    """
    cells = filled(row)
    kinds = Counter(said[0] for _, cell in cells if (said := axes.said(cell)))
    kind, count = max(kinds.items(), key=lambda each: each[1], default=("", 0))
    if count > 1:
        return kind
    last = axes.said(cells[-1][1]) if cells else None
    single = last and last[0] != MEASURE and cells[-1][0] > 0 and not any(is_label(cell) for _, cell in cells[:-1])
    return last[0] if last and single else None


def is_label(cell: object) -> bool:
    return not isinstance(cell, str) or bool(column_places(RETURNS, {0: [plain(cell)]}))
