"""A row that says another home or month than the name of its sheet."""

from collections.abc import Callable
from typing import Any

from loaders.rows import Rows
from loaders.sheet_names import stood_under
from loaders.values.fault import Fault
from qa_data.wording import british, month_name

AGAINST = (
    "The sheet is called “{sheet}”, but this row says {said}. Move the row to its own sheet, or mend the name of the"
    " sheet."
)
UNDER = "The row stands under “{sheet}”, but says {said}. Move it under its own heading, or mend that heading."

SNAPSHOTS = "actions"
"""A tracker's sheet of a month has what was open then, whenever it was raised."""


YEAR_MONTH = "{:%Y-%m}".format


def sheet_names(rows: Rows) -> None:
    """Notes each home (unknown-home), and each month and date (not-a-month), that its sheet contradicts."""
    called, month = rows.placed.called, stood_under(rows.sheet)
    if "home" in called:
        _note(rows, "home", called["home"], called["home"], "unknown-home", str, str)
    if "month" in called:
        _note(rows, "month", called["month"], called["month"], "not-a-month", YEAR_MONTH, month_name)
    for column in rows.dataset.keys if month and rows.dataset.name != SNAPSHOTS else ():
        if column.type == "date":
            _note(rows, column.name, month, None, "not-a-month", YEAR_MONTH, british)


Words = Callable[[Any], str]


def _note(
    rows: Rows, name: str, told: str | None, suggestion: str | None, code: str, compared: Words, said: Words
) -> None:
    for row, value in enumerate(rows.values[name]):
        if value is not None and compared(value) != told:
            under = rows.sheet.over[-1] if rows.sheet.part and rows.sheet.over else ""
            message = (UNDER if under else AGAINST).format(sheet=under or rows.sheet.name, said=said(value))
            rows.note(row, name, Fault(code, message, suggestion))
