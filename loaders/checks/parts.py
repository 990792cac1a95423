"""No part larger than its whole."""

import calendar

from loaders.rows import Rows
from loaders.values.fault import Fault

CLOCKS = ("restraints_recorded_24h", "restraints_signed_48h", "restraints_child_5d")
"""Regulation 35(3): what must follow each restraint but those planned in an EHC plan, regulation 35(4)."""


def parts(rows: Rows) -> None:
    """Notes part-over-whole at every part that is larger than its whole."""
    for column in rows.dataset.columns:
        if column.part_of:
            whole = rows.dataset.column(column.part_of)
            for row, part, limit in rows.having(column.name, whole.name):
                _compare(rows, row, column.name, part, limit, whole.header, whole.name)
    if rows.dataset.name == "returns":
        _sessions(rows)
        _restraint_clocks(rows)
        _child_nights(rows)


def _compare(rows: Rows, row: int, name: str, part: int, limit: int, whole: str, *involved: str) -> None:
    if part > limit and rows.sound(row, name, *involved):
        header = rows.dataset.column(name).header
        rows.note_between(
            row,
            (name, *involved),
            Fault(
                "part-over-whole", f"{header} ({part}) is more than {whole} ({limit}). Correct the one that is wrong."
            ),
        )


def _sessions(rows: Rows) -> None:
    for row, attended, lost, possible in rows.having("school_attended", "school_lost", "school_possible"):
        if attended + lost > possible and rows.sound(row, "school_attended", "school_lost", "school_possible"):
            rows.note_between(
                row,
                ("school_attended", "school_lost", "school_possible"),
                Fault(
                    "part-over-whole",
                    f"School sessions attended ({attended}) and lost ({lost}) together are more than sessions possible "
                    f"({possible}). Correct the one that is wrong.",
                ),
            )


def _restraint_clocks(rows: Rows) -> None:
    exempt = rows.values["restraints_exempt"]
    for name in CLOCKS:
        for row, done, restraints in rows.having(name, "restraints"):
            limit = restraints - (exempt[row] or 0)
            _compare(
                rows,
                row,
                name,
                done,
                limit,
                "Restraints without those planned in an EHC plan",
                "restraints",
                "restraints_exempt",
            )


def _child_nights(rows: Rows) -> None:
    if "child_nights" in rows.kept:
        return
    for row, home, month, nights in rows.having("home", "month", "child_nights"):
        if (places := rows.council.places.get(home)) is not None:
            most = places * calendar.monthrange(month.year, month.month)[1]
            _compare(
                rows, row, "child_nights", nights, most, f"{places} places on every night of the month", "home", "month"
            )
