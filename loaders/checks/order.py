"""Dates in order, and nothing that has happened dated after today, or counted in a month to come."""

from datetime import date

from loaders.rows import Rows
from loaders.values.fault import Fault
from qa_data.wording import british, month_name


def future_dates(rows: Rows) -> None:
    """Notes future-date where something that has happened is dated after today."""
    today = date.today()
    for column in rows.dataset.columns:
        if column.past and column.name not in rows.kept:
            for row, day in enumerate(rows.values[column.name]):
                if day is not None and day > today:
                    rows.note(
                        row,
                        column.name,
                        Fault(
                            "future-date",
                            f"{british(day)} is after today, {british(today)}. Correct the date, "
                            "or leave the row out until it has happened.",
                        ),
                    )


def future_months(rows: Rows) -> None:
    """Notes future-month at a return for a month that has not begun, whatever its figures are."""
    today = date.today()
    for row, month in enumerate(rows.values["month"]) if rows.dataset.name == "returns" else ():
        if month is not None and month > today:
            message = (
                f"{month_name(month)} has not begun, so nothing can be counted in it. Correct the month, or leave the"
                " row out until then."
            )
            rows.note(row, "month", Fault("future-month", message))


def order(rows: Rows) -> None:
    """Notes dates-out-of-order at the date that should be the later one."""
    for column in rows.dataset.columns:
        if column.not_before:
            first = rows.dataset.column(column.not_before)
            for row, later, earlier in rows.having(column.name, first.name):
                if later < earlier and rows.sound(row, column.name, first.name):
                    rows.note_between(
                        row,
                        (column.name, first.name),
                        Fault(
                            "dates-out-of-order",
                            f"{column.header} ({british(later)}) is before {first.header} "
                            f"({british(earlier)}). Correct the one that is wrong.",
                        ),
                    )
