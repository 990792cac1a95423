"""The header rows of tables that lie on their side: several months, homes or columns in one row."""

import re
from collections import Counter

from loaders.layouts.axes import MEASURE, Axes, column_of
from loaders.layouts.parts import filled
from loaders.reading.book import Sheet

OF_THE_FORM = re.compile(
    r"\b(?:dated?|day|completed|returned|updated|printed|prepared|submitted|signed|sent|received|due|by|on|as at)\b",
    re.IGNORECASE,
)
"""Words beside a day that is the form's own and no month of its figures: Date completed."""


def header_rows(sheet: Sheet, axes: Axes, within: int) -> list[int]:
    """The header rows; of those that follow on each other the lowest has the figures right under it."""
    heads = [(index, bool(kind_across(axes, row))) for index, row in enumerate(sheet.rows[:within]) if filled(row)]
    return [
        index
        for place, (index, is_head) in enumerate(heads)
        if is_head and not any(follows for _, follows in heads[place + 1 : place + 2])
    ]


def kind_across(axes: Axes, row: tuple) -> str | None:
    """Of what kind the headings in a row are, where there are several, or one month or home right of something that is
    no heading; a form has it right of one.
    """
    cells = filled(row)
    said = [(place, told[0]) for place, cell in cells if (told := axes.said(cell))]
    if _of_forms(axes, row):
        return None
    kinds = Counter(kind for _, kind in said)
    kind, count = max(kinds.items(), key=lambda each: each[1], default=("", 0))
    if count > 1:
        # Columns with a number beside each are a form's.
        return None if kind == MEASURE and any(isinstance(cell, int | float) for _, cell in cells) else kind
    across = [kind for place, kind in said if kind != MEASURE and place > 0]
    others = [cell for _, cell in cells if not axes.said(cell)]
    labels = [cell for cell in others if is_label(axes, cell) or OF_THE_FORM.search(str(cell))]
    return across[0] if len(across) == len(said) == 1 and not labels else None


def _of_forms(axes: Axes, row: tuple) -> bool:
    """Whether a row is one of forms beside each other: Month, Oct 2026, a gap, Month, Oct 2026."""
    named = [(place, str(cell).strip(" :").lower()) for place, cell in filled(row[:-1]) if isinstance(cell, str)]
    own = [place for place, word in named if (said := axes.said(row[place + 1])) and said[0] == word]
    return sum(row[place + 2 : place + 3] in ((), (None,), (row[place],)) for place in own) > 1


def is_label(axes: Axes, cell: object) -> bool:
    """Whether a cell is no title: a heading of a return, or no words."""
    return not isinstance(cell, str) or column_of(cell, axes.mapped) is not None
