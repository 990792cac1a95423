"""A row that says another home or month than the name of its sheet."""

from loaders.rows import Rows
from loaders.sheet_names import MONTH, home_of, month_of
from loaders.values.fault import Fault
from qa_data.plain import plain_home
from qa_data.words import month_name

AGAINST = "The sheet is called “{sheet}”, but this row says {said}. Move the row to its own sheet, or mend the name of the sheet."


def sheet_names(rows: Rows) -> None:
    """Notes each home (unknown-home) and each month of a return (not-a-month) that its sheet contradicts."""
    home = home_of(rows.sheet.name, rows.council) if plain_home(rows.sheet.name) in rows.council.names else None
    month = month_of(rows.sheet.name) if MONTH.fullmatch(rows.sheet.name.strip()) else None
    for name, told, code, said in (("home", home, "unknown-home", str), ("month", month, "not-a-month", month_name)):
        if told and name in rows.recognised.places and rows.dataset.column(name).type == name:
            for row, value in enumerate(rows.values[name]):
                if value is not None and (value if name == "home" else f"{value:%Y-%m}") != told:
                    rows.note(row, name, Fault(code, AGAINST.format(sheet=rows.sheet.name, said=said(value)), told))
