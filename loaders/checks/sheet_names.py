"""A row that says another home or month than the name of its sheet."""

from loaders.rows import Rows
from loaders.sheet_names import only_month
from loaders.values.fault import Fault
from qa_data.wording import british, month_name

AGAINST = (
    "The sheet is called “{sheet}”, but this row says {said}. Move the row to its own sheet, or mend the name of the"
    " sheet."
)

SNAPSHOTS = "actions"
"""A tracker's sheet of a month has what was open then, whenever it was raised."""


def sheet_names(rows: Rows) -> None:
    """Notes each home (unknown-home), and each month and date (not-a-month), that its sheet contradicts."""
    for name, told in rows.placed.called.items():
        _noted(
            rows,
            name,
            told,
            *(("unknown-home", str, str) if name == "home" else ("not-a-month", "{:%Y-%m}".format, month_name)),
        )
    month = only_month(rows.sheet.name)
    for column in rows.dataset.keys if month and rows.dataset.name != SNAPSHOTS else ():
        if column.type == "date":
            _noted(rows, column.name, month, "not-a-month", "{:%Y-%m}".format, british)


def _noted(rows: Rows, name: str, told: str, code: str, compared, said) -> None:
    for row, value in enumerate(rows.values[name]):
        if value is not None and compared(value) != told:
            rows.note(
                row,
                name,
                Fault(
                    code, AGAINST.format(sheet=rows.sheet.name, said=said(value)), told if name in rows.placed.called else None
                ),
            )
