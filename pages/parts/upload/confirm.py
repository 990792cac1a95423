"""What loading would do, and the bar with the button that does it."""

import streamlit as st
from htpy import p

from loaders.differing import Differences
from loaders.loading import Answer, LookedAt
from loaders.removing import remove
from pages.parts import ask, who
from pages.parts.changing import NOT_KEPT, change
from pages.parts.confirming import confirming
from pages.parts.links import static
from pages.parts.upload import incoming
from pages.parts.upload.files import in_turn
from pages.parts.upload.kept import kept
from pages.parts.upload.next_step import next_step
from pages.parts.upload.problems import folds_of
from pages.parts.upload.steps import done
from qa_data.access import Right
from qa_data.wording import counted


def confirm(files: list, answers: list[dict]) -> list[dict]:
    """What would go in, what is masked, and whether rows that an earlier file had are removed: those rows."""
    ready = [answer for answer in answers if answer["accepted"]]
    static(p[f"{_said(len(ready), len(files), _rows(ready))} You can withdraw an upload at any time."])
    if masked := _masked(ready):
        static(
            p(".small")[
                f"{counted(masked, 'place')} that may identify a child: the words are masked before anything is stored."
                " Names in columns for people, such as Owner or Visitor, are kept as they stand."
            ]
        )
    _met(answers)
    lacking = list({(row["dataset"], row["row_key"]): row for each in ready for row in each["lacking"]}.values())
    if lacking:
        st.checkbox(
            f"Also remove {counted(len(lacking), 'row')} that an earlier file had and this one lacks",
            key="remove lacking",
            help=(
                "Otherwise they are kept. The removal stands in the history as an upload of its own, and withdrawing it"
                " puts them back."
            ),
        )
    return lacking


def _met(answers: list[dict]) -> None:
    """The names in columns for people that are masked in the files' texts, and a way to keep them there."""
    told: dict[str, list] = {}
    for each in (each for answer in answers for each in answer["met"]):
        column, times = told.get(each["name"], (each["column"], 0))
        told[each["name"]] = [column, times + each["masked"]]
    if told:
        static(p(".small")["Some of the names that are masked stand in columns for people too."])
    if told and (who.may(Right.KEEP) or who.may(Right.DECIDE)):
        confirming(
            {name: f"in {column}, masked {counted(times, 'time')}" for name, (column, times) in told.items()},
            "by",
            "upload",
        )


def bar(files: list, answers: list[dict], by: str, lacking: list[dict]) -> None:
    """What is to be done next, and the button that loads: closed while anything must be settled or nobody has said who
    is loading.
    """
    ready = [answer for answer in answers if answer["accepted"]]
    with st.bottom, st.container(key="next", horizontal=True, wrap=False, vertical_alignment="center"):
        next_step(
            [folds_of(file, answer) for file, answer in in_turn(files, answers)],
            _ready(ready) if by else "Give your name in step 1.",
        )
        st.button(
            _label(ready, len(files)),
            type="primary",
            disabled=not (ready and by),
            help=None if by else "Give your name in step 1.",
            on_click=change,
            args=(_load, files, answers, lacking),
        )


def _label(ready: list[dict], every: int) -> str:
    load = "Mask and load" if _masked(ready) else "Load"
    return load if len(ready) == every or not ready else f"{load} the {counted(len(ready), 'file')} without errors"


def _ready(ready: list[dict]) -> str:
    blanked = sum(sheet["blanked"] for answer in ready for sheet in answer["sheets"])
    blanks = f"; {counted(blanked, 'cell')} would be made blank" if blanked else ""
    return f"{counted(_rows(ready), 'row')} to load{blanks}."


def _masked(ready: list[dict]) -> int:
    # What is warned of in a column for people stands in a cell and has no mask to suggest: it is kept.
    every = [each for answer in ready for each in answer["problems"] if each["code"] == "personal-data"]
    return sum(bool(each["suggestion"] or not each["cell"]) for each in every)


def _rows(ready: list[dict]) -> int:
    return sum(sheet["new"] + sheet["changed"] for answer in ready for sheet in answer["sheets"])


def _said(ready: int, every: int, rows: int) -> str:
    if not ready:
        return "Nothing can be loaded yet: a file goes in whole or not at all."
    some = "" if ready == every else f" {counted(ready, 'file')} of {every} can be loaded."
    return (
        f"{counted(rows, 'row goes', 'rows go')} in together, or none of a file does. The earlier version of a changed"
        f" row is kept.{some}"
    )


def _to_load(answers: list[LookedAt]) -> list[list]:
    """What loading them does, and what is wrong with them: not which homes there are to choose from, say, which
    changes whenever anybody loads a home.
    """
    return [[answer[part] for part in (*Answer.__annotations__, *Differences.__annotations__)] for answer in answers]


def _load(files: list, answers: list[dict], lacking: list[dict]) -> None:
    if incoming.forgotten(files):
        return
    if _to_load(incoming.checked(files)) != _to_load(answers):
        st.session_state[NOT_KEPT] = (
            "Somebody else has changed the store meanwhile, so nothing was loaded. Look at what would change now, then"
            " load."
        )
        return
    ready = [file for file, answer in zip(files, answers, strict=True) if answer["accepted"]]
    for file, answer in zip(ready, incoming.loaded(ready, who.name("by")), strict=True):
        if answer["accepted"]:
            done()[file.file_id] = {**answer, "problems": []}
            kept().let_go(file)
    if lacking and st.session_state.get("remove lacking"):
        ask.write(Right.LOAD, remove, who.name("by"), lacking)
