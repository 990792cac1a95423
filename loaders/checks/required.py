"""Cells that must be filled in: keys, required columns, and what another cell of the row calls for."""

from dataclasses import dataclass

from loaders.conversion import Conversion
from loaders.values.fault import Fault


@dataclass(frozen=True)
class Called:
    """A column that must be filled in where another says so, and why."""

    dataset: str
    column: str
    where: str
    says: str
    why: str


CALLED_FOR = (
    Called("inspections", "overall", "inspection_type", "Full", "A full inspection has an overall judgement. Enter it, for example Good."),
    Called("actions", "regulation", "source", "Ofsted requirement",
           "An Ofsted requirement names its regulation. Enter it, for example 12(2)(a)(i)."),
    Called("actions", "due", "source", "Ofsted requirement",
           "An Ofsted requirement has a date by which it must be met. Enter it, for example 14/10/2026."),
    Called("actions", "decision_reason", "decision", "Not accepted", "A recommendation that is not accepted needs a reason. Enter it."),
    Called("actions", "completed", "status", "Completed", "A completed action needs the date. Enter it, for example 14/10/2026."),
)


def required(rows: Conversion) -> None:
    """Notes missing-value at every blank cell that must be filled in."""
    for column in rows.dataset.columns:
        if column.must_stand and column.name in rows.recognised.places:
            fault = Fault("missing-value", f"{column.header} is blank. Fill it in.")
            for row in _blanks(rows, column.name):
                rows.note(row, column.name, fault)
    for called in CALLED_FOR:
        if called.dataset == rows.dataset.name:
            _called_for(rows, called)


def _blanks(rows: Conversion, name: str) -> list[int]:
    return [row for row, value in enumerate(rows.values[name]) if value is None and rows.blank(row, name)]


def _called_for(rows: Conversion, called: Called) -> None:
    calling = rows.values[called.where]
    for row, value in enumerate(rows.values[called.column]):
        if value is None and calling[row] == called.says and (rows.blank(row, called.column) or rows.take_back_warning(row, called.column)):
            rows.note(row, called.column, Fault("missing-value", called.why))
