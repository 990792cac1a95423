"""The four steps of an upload, numbered; a filled number is done."""

from pathlib import Path

import streamlit as st
from htpy import Element, h2, p, span, strong

from loaders.corrected import NotMarked, corrected, problems_alone
from loaders.removing import remove
from pages.parts import ask, marks
from pages.parts.changing import NOT_KEPT, change
from pages.parts.links import static
from pages.parts.upload import incoming
from qa_data.wording import counted


def step(number: int, title: str, done: bool) -> None:
    """The head of a step."""
    static(h2[span(class_={"step": True, "done": done})[number], title])


def choose() -> tuple[str, list]:
    """Who is loading, and the files chosen that are not loaded yet."""
    step_head = st.empty()
    by = st.text_input(
        "Your name", key="by", persist_state="session", width=320, help="Stands beside the upload in the history."
    ).strip()
    files = st.file_uploader(
        "Workbooks (.xlsx, .xls, .xlsb, .ods or .csv, up to 50 MB each)",
        accept_multiple_files=True,
        key="files",
    )
    with step_head:
        step(1, "Choose", bool(files))
    return by, [file for file in files if file.file_id not in _done()]


def had_back(file, answer: dict) -> None:
    """The file as a workbook with its problems marked, where it has any."""
    if not any(problem["cell"] for problem in answer["problems"]):
        return
    name = f"{Path(answer['file']).stem} marked.xlsx"
    st.download_button(
        "Your workbook with every problem marked (.xlsx)",
        lambda: _marked(file, answer),
        file_name=name,
        key=f"marked {file.file_id}",
        on_click="ignore",
        help=(
            "Each faulty cell is coloured and has a comment; a first sheet lists them with links. Mend it and choose it"
            " above."
        ),
    )


def _marked(file, answer: dict) -> bytes:
    try:
        return corrected(file.getvalue(), file.name, answer["problems"])
    except NotMarked as why:
        return problems_alone(answer["problems"], str(why))


def confirm(files: list, answers: list[dict], by: str) -> None:
    """The button that loads, closed while anything must be settled or nobody has said who is loading."""
    ready = [file for file, answer in zip(files, answers, strict=True) if answer["accepted"]]
    errors = sum(problem["severity"] == "error" for answer in answers for problem in answer["problems"])
    rows = sum(
        sheet["new"] + sheet["changed"] for answer in answers if answer["accepted"] for sheet in answer["sheets"]
    )
    static(p[f"{_said(len(ready), len(files), rows)} You can withdraw an upload at any time."])
    masked = sum(
        problem["code"] == "personal-data" for answer in answers if answer["accepted"] for problem in answer["problems"]
    )
    load = "Mask and load" if masked else "Load"
    label = (
        load if len(ready) == len(files) or not ready else f"{load} the {counted(len(ready), 'file')} without errors"
    )
    lacking = list(
        {
            (row["dataset"], row["row_key"]): row
            for answer in answers
            if answer["accepted"]
            for row in answer["lacking"]
        }.values()
    )
    if lacking:
        st.checkbox(
            f"Also remove {counted(len(lacking), 'row')} that an earlier file had and this one lacks",
            key="remove lacking",
            help=(
                "Otherwise they are kept. The removal stands in the history as an upload of its own, and withdrawing it"
                " puts them back."
            ),
        )
    st.button(
        label, type="primary", disabled=not (ready and by), on_click=change, args=(_load, files, answers, by, lacking)
    )
    why = (
        [f"{counted(errors, 'problem')} still to settle: in step 3, or in the file, which you then choose again."]
        if errors
        else []
    )
    why += ["Give your name in step 1."] if ready and not by else []
    why += (
        [
            f"{counted(masked, 'place')} that may identify a child: the words are masked before anything is stored, and"
            " nothing unmasked is kept."
        ]
        if masked
        else []
    )
    static(p(".small")[" ".join(why)])


def _said(ready: int, every: int, rows: int) -> str:
    if not ready:
        return "Nothing can be loaded yet: a file goes in whole or not at all."
    some = "" if ready == every else f" {counted(ready, 'file')} of {every} can be loaded."
    return (
        f"{counted(rows, 'row goes', 'rows go')} in together, or none of a file does. The earlier version of a changed"
        f" row is kept.{some}"
    )


def outcome() -> None:
    """What the last load did."""
    for answer in _done().values():
        if answer["accepted"]:
            static(_loaded(answer))


def _loaded(answer: dict) -> Element:
    new, changed, same = (sum(sheet[which] for sheet in answer["sheets"]) for which in ("new", "changed", "unchanged"))
    return p[
        marks.mark("green", 20, "✓", "Done"),
        " ",
        strong[answer["file"]],
        f" is loaded: {counted(new, 'new row')}, {changed:,} changed, {same:,} unchanged.",
    ]


def _load(files: list, answers: list[dict], by: str, lacking: list[dict]) -> None:
    if incoming.checked(files) != answers:
        st.session_state[NOT_KEPT] = (
            "Somebody else has changed the store meanwhile, so nothing was loaded. Look at what would change now, then"
            " load."
        )
        return
    ready = [file for file, answer in zip(files, answers, strict=True) if answer["accepted"]]
    for file, answer in zip(ready, incoming.loaded(ready, by), strict=True):
        if answer["accepted"]:
            _done()[file.file_id] = answer
    if lacking and st.session_state.get("remove lacking"):
        remove(ask.store(), ask.writing_scope(), by, lacking)


def _done() -> dict:
    """What has been loaded in this session, by the uploader's id of the file."""
    return st.session_state.setdefault("loaded", {})
