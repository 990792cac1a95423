"""Links that open what is behind a cell's name or a figure over the page, without leaving it: drawn by
`pages.parts.opened`.
"""

from collections.abc import Iterable
from datetime import date

from htpy import Element, Node, a

from pages.parts.address import leads, opening

RETURN = ("month",)
"""The column of a return that says that it is in."""

VISIT = ("visit_date", "visitor", "report_received")
"""Those of a visit that say that it took place."""


def row_opens(upload_id: str, sheet: str, row: int, cell: str | None, words: Node, label: str | None = None) -> Element:
    """Opens a row as it was loaded."""
    return _opens(words, label, "row", upload_id, sheet, str(row), cell or "-")


def figure_opens(
    home: str, standard: str, indicator: str, words: Node, month: date | None = None, label: str | None = None
) -> Node:
    """Opens the rows that an indicator's figure is counted from: of the months that it pools, or of one month. The
    words alone for whoever may not see figures.
    """
    if not leads("home"):
        return words
    return _opens(words, label, "figure", home, standard, indicator, *([month.isoformat()] if month else []))


def cells_open(
    dataset: str, columns: Iterable[str], by: str, name: str, words: Node, day: date | None = None
) -> Element:
    """Opens the cells of those columns that a count of 12 months is made of, or of one day or month; `by` home or
    visitor."""
    return _opens(words, None, "cells", dataset, ",".join(columns), by, name, *([day.isoformat()] if day else []))


def months_open(home: str, column: str, words: Node) -> Element:
    """Opens the months of the return that a count since the last full inspection is made of."""
    return _opens(words, None, "months", home, column)


def evidence_opens(home: str, standard: str, side: str, words: Node) -> Element:
    """Opens all that speaks for a standard at a home, or against it, since the last full inspection."""
    return _opens(words, None, "evidence", home, standard, side)


def _opens(words: Node, label: str | None, *what: str) -> Element:
    return a(".opens", href=opening(*what), aria_label=label)[words]
