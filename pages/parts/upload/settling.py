"""Settle it here: a suggestion taken, or a row left out, fault by fault; and what was settled, with a way back."""

import re
from itertools import groupby

import streamlit as st
from htpy import h3, p

from loaders.settling import Settlement
from pages.parts.links import static
from pages.parts.upload import incoming
from pages.parts.wording import as_text
from qa_data.wording import counted

MOST = 20
"""So many faults are offered at a time."""

SEVERAL = re.compile(r"[,;/&+\n]|\d\D+\d")
"""Several standards in a cell: the suggestion is of one of them alone."""


def settling(file, answer: dict) -> None:
    """Offers to settle the errors of the file here, those that are alike in one go."""
    _settled(file, answer["settled"])
    headers = {sheet["sheet"]: sheet["header_row"] for sheet in reversed(answer["sheets"])}
    faults = [
        each
        for each in answer["problems"]
        if each["severity"] == "error" and each["cell"] and _row(each["cell"]) > headers.get(each["sheet"], 0)
    ]
    alike = [list(same) for _, same in groupby(sorted(faults, key=_alike), _alike)]
    if not alike:
        return
    # Its key keeps it open while its faults become fewer.
    with st.expander(
        "Settle them here, without changing your file",
        expanded=len(alike) <= 3,
        key=f"settle {file.file_id}",
        on_change="rerun",
    ):
        static(
            p(".small")[
                "Your file stays as it is. What stood in it, what you settle, your name and the day are kept, and stand"
                " beside the row wherever it is shown."
            ]
        )
        for number, same in enumerate(alike[:MOST]):
            _fault(file, same, number)
        if len(alike) > MOST:
            static(p(".small")[f"And {counted(len(alike) - MOST, 'fault')} more, once these are settled."])


def _alike(problem: dict) -> tuple:
    return problem["sheet"], problem["column"] or "", problem["message"]


def _row(cell: str) -> int:
    return int(re.sub("[A-Z]", "", cell))


def _fault(file, same: list[dict], number: int) -> None:
    first = same[0]
    with st.container(border=True):
        st.text(f"{first['sheet']}!{_named([each['cell'] for each in same])}: {first['message']}")
        with st.container(horizontal=True):
            for value in _suggested(first):
                st.button(
                    f"Use “{as_text(value)}”" if value else "Leave the cell blank",
                    key=f"use {file.file_id} {number} {value}",
                    on_click=incoming.settle,
                    args=(file, [Settlement(each["sheet"], each["cell"], value) for each in same]),
                )
            rows = {_row(each["cell"]) for each in same}
            label = f"Leave row {rows.pop()} out" if len(rows) == 1 else f"Leave these {len(rows):,} rows out"
            st.button(
                label,
                key=f"leave {file.file_id} {number}",
                on_click=incoming.settle,
                args=(file, [Settlement(each["sheet"], each["cell"]) for each in same]),
            )


def _suggested(problem: dict) -> list[str]:
    """What can be taken instead: the suggestion, or each reading of a date or a number of a standard that has two.
    What stands in no cell has none.
    """
    if (
        problem["suggestion"] is None
        or problem["value"] is None
        or problem["code"].endswith("-standard")
        and SEVERAL.search(problem["value"])
    ):
        return []
    either = problem["code"].startswith("ambiguous") or problem["suggestion"] == "Yes or No"
    return problem["suggestion"].split(" or ") if either else [problem["suggestion"]]


def _settled(file, settled: list[dict]) -> None:
    if settled:
        static(h3[f"{counted(len(settled), 'cell')} settled here"])
    for (sheet, original, stays, taken), same in groupby(sorted(settled, key=_outcome), _outcome):
        cells = [each["cell"] for each in same]
        told, button = st.columns([5, 1], vertical_alignment="center")
        what = (f"taken as “{taken}”" if taken else "left blank") if stays else "left out with its row"
        told.text(f"{sheet}!{_named(cells)}, {f'“{original}”' if original else 'blank'}: {what}.")
        button.button(
            "Undo", key=f"undo {file.file_id} {sheet} {cells[0]}", on_click=incoming.unsettle, args=(file, sheet, cells)
        )


def _outcome(settled: dict) -> tuple:
    return settled["sheet"], settled["original"] or "", settled["settled"] is not None, settled["settled"] or ""


def _named(cells: list[str]) -> str:
    return ", ".join(cells[:4]) + (f" and {len(cells) - 4:,} more" if len(cells) > 4 else "")
