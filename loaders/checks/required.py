"""Cells that must be filled in: keys, required columns, and what another cell of the row calls for."""

from collections.abc import Callable
from typing import NamedTuple

from loaders.rows import Rows
from loaders.values.fault import Fault
from qa_data.dictionary.actions import REQUIREMENT
from qa_data.dictionary.inspections import FULL
from qa_data.judgements import given


class Called(NamedTuple):
    """A column that must be filled in where another says so, and why; not in the rows that are `spared`."""

    dataset: str
    column: str
    where: str
    says: str
    why: str
    spared: Callable[[Rows, int], bool] = lambda rows, row: False


def _has_no_overall(rows: Rows, row: int) -> bool:
    """Whether Ofsted's scheme of the inspection's day gives no overall judgement."""
    day = rows.values["inspection_date"][row]
    return day is not None and not given("overall", day)


CALLED_FOR = (
    Called(
        "inspections",
        "overall",
        "inspection_type",
        FULL,
        "A full inspection has an overall judgement. Enter it, for example Good.",
        _has_no_overall,
    ),
    Called(
        "actions",
        "regulation",
        "source",
        REQUIREMENT,
        "An Ofsted requirement names its regulation. Enter it, for example 12(2)(a)(i).",
    ),
    Called(
        "actions",
        "due",
        "source",
        REQUIREMENT,
        "An Ofsted requirement has a date by which it must be met. Enter it, for example 14/10/2026.",
    ),
    Called(
        "actions",
        "decision_reason",
        "decision",
        "Not accepted",
        "A recommendation that is not accepted needs a reason. Enter it.",
    ),
    Called(
        "actions",
        "completed",
        "status",
        "Completed",
        "A completed action needs the date. Enter it, for example 14/10/2026.",
    ),
)


def required(rows: Rows) -> None:
    """Notes missing-value at every blank cell that must be filled in."""
    for column in rows.dataset.columns:
        if column.must_stand and column.name in rows.placed.places and None in rows.values[column.name]:
            _note_blanks(rows, column.name, f"{column.header} is blank. Fill it in.", [True] * len(rows))
    for called in CALLED_FOR:
        if called.dataset == rows.dataset.name:
            _note_blanks(rows, called.column, called.why, _wanted(rows, called))


def _wanted(rows: Rows, called: Called) -> list[bool]:
    return [
        value == called.says and not called.spared(rows, row) for row, value in enumerate(rows.values[called.where])
    ]


def _note_blanks(rows: Rows, name: str, why: str, wanted: list[bool]) -> None:
    fault = Fault("missing-value", why)
    for row, (value, needed) in enumerate(zip(rows.values[name], wanted, strict=True)):
        if value is None and needed and rows.blank(row, name):
            rows.note(row, name, fault)
