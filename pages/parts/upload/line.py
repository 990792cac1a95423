"""One problem, and beside it all that can be done about it: a value chosen or typed, a blank, its row left out."""

from datetime import date

import streamlit as st
from htpy import Element, Node, code, details, div, mark, span, summary

from loaders.values.dates import Dates
from pages.parts import marks
from pages.parts.links import static
from pages.parts.upload import incoming
from pages.parts.upload.fold import SPLIT, Fold
from pages.parts.upload.options import column_of, options
from pages.parts.wording import as_text, local_day
from qa_data.dictionary import Column, Dataset
from qa_data.wording import british, counted

MOST_CELLS = 200

ABSENT = " The sheet has no column {}: add it to your file and choose that again, or leave the row out."

MARKS = {
    "error": marks.mark("red", 20, "!", "Must be settled"),
    "warning": marks.mark("amber", 20, "?", "Please check"),
}

APART = "problems apart"
"""In the session: the places of folded problems that are settled each by itself."""


def line(file, fold: Fold, read_as: dict[str, Dataset], homes: list[str]) -> None:
    """Draws the problem with its ways out; `read_as` has the dataset of each sheet."""
    key = f"{incoming.content_of(file)[:12]} {fold.key}"
    static(_told(fold, column_of(fold.first, read_as)))
    if not (fold.giveable or fold.first["cell"]):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        column = column_of(fold.first, read_as)
        if not fold.absent:
            _value(file, fold, options(fold.first, read_as, homes), column, key)
            _taken(file, fold, key)
        _without(file, fold, column, key)


def _told(fold: Fold, column) -> Element:
    first = fold.first
    shown = first["value"] and first["value"] not in first["message"]
    return div(".problem")[
        MARKS[first["severity"]],
        div[
            _where(fold),
            column and [" ", span(".source")[column.header]],
            shown and [" ", mark[first["value"]]],
            div[first["message"], _earlier(fold.before), column and fold.absent and ABSENT.format(column.header)],
        ],
    ]


def _where(fold: Fold) -> Node:
    if not fold.place:
        return "The whole file"
    if len(fold.problems) == 1:
        return code[fold.place]
    return [
        code[fold.place],
        details(".same")[
            summary[f"the same in {fold.same}"],
            [div[code[f"{sheet}{'!' if cells else ''}{_some(cells)}"]] for sheet, cells in fold.cells.items()],
        ],
    ]


def _some(cells: list[str]) -> str:
    return ", ".join(cells[:MOST_CELLS]) + (" …" if len(cells) > MOST_CELLS else "")


def _earlier(before: dict | None) -> str | None:
    """Who settled the same before, and how."""
    if not before:
        return None
    taken = f"took it as “{before['settled']}”" if before["settled"] else "left it blank"
    return f" {before['by']} {taken} on {local_day(before['moment'])}, in {before['file']}."


def _value(file, fold: Fold, choices: list[str], column: Column | None, key: str) -> None:
    """A list to choose from or to type into where the column has one, else a field; the value is taken as it is
    given.
    """
    # A label that is not shown is read aloud as it stands, and marks nothing up.
    label = f"All rows of {', '.join(fold.cells)} have" if fold.giveable else f"Value for {fold.place}"
    given = {"on_change": _given, "args": (file, fold, column, f"value {key}"), "key": f"value {key}", "width": 230}
    hidden = {"label_visibility": "collapsed"}
    if choices:
        words = {"index": None, "accept_new_options": True, "placeholder": "Choose or type"}
        st.selectbox(label, choices, **words, **hidden, **given)
    else:
        st.text_input(label, placeholder="Type another value", **hidden, **given)


def _given(file, fold: Fold, column: Column | None, key: str) -> None:
    if value := (st.session_state[key] or "").strip():
        incoming.settle(file, fold.valued(_as_written_here(value) if column and column.type == "date" else value))


def _as_written_here(value: str) -> str:
    """A day that is typed on the page is a British one: 09/06/2026 is in June."""
    day = Dates([], day_first=True).day(value)
    return british(day) if isinstance(day, date) else value


def _taken(file, fold: Fold, key: str) -> None:
    """What is suggested, and what was taken before, each in one click."""
    before = [fold.before["settled"]] if fold.before else []
    for value in dict.fromkeys([*before, *fold.suggestions]):
        st.button(
            f"Use “{as_text(value)}”" if value else "Leave the cell blank",
            key=f"use {key} {value}",
            on_click=incoming.settle,
            args=(file, fold.valued(value)),
        )


def _without(file, fold: Fold, column, key: str) -> None:
    """Left blank where the column may be, the rows left out, a cell made into rows; folded ones each by itself."""
    ways = []
    if fold.first["code"] == SPLIT:
        ways.append(("Split into rows", incoming.settle, (file, fold.split())))
    elif not fold.giveable:
        ways += _blank_or_out(file, fold, column)
    if len(fold.problems) > 1:
        ways.append(("Each by itself", _apart, (fold.place,)))
    for label, does, words in ways:
        st.button(label, key=f"{label} {key}", type="tertiary", on_click=does, args=words)


def _blank_or_out(file, fold: Fold, column) -> list[tuple]:
    """What has no value: left blank where it may be. On a sheet that lies on its side a row is of many records, and
    what is blank there is left out.
    """
    ways: list[tuple] = []
    # A month's or a home's heading that is blanked leaves what stands under it out.
    may_be_blank = (fold.turned and fold.in_header) or not (column and column.must_stand)
    if "" not in fold.suggestions and fold.first["value"] and may_be_blank and not fold.absent:
        label = "Leave this out" if column and column.must_stand else "Leave blank"
        ways.append((label, incoming.settle, (file, fold.valued(""))))
    if not (fold.in_header or fold.turned):
        rows = fold.rows
        label = f"Leave row {next(iter(rows))[1]} out" if len(rows) == 1 else f"Leave {counted(len(rows), 'row')} out"
        ways.append((label, incoming.settle, (file, fold.left_out())))
        if "other" in fold.first:
            ways.append((_instead(fold), incoming.settle, (file, fold.others_out())))
    return ways


def _instead(fold: Fold) -> str:
    sheet, number = fold.first["other"]
    return f"Leave row {number} of {as_text(sheet)} out instead"


def _apart(place: str) -> None:
    st.session_state.setdefault(APART, set()).add(place)
