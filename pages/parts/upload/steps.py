"""The four steps of an upload, numbered; a filled number is done."""

from pathlib import Path
from typing import Any

import streamlit as st
from htpy import Element, h2, p, span, strong
from streamlit.delta_generator import DeltaGenerator

from loaders.corrected import NotMarked, corrected, not_kept, problems_alone
from loaders.council import Council, known_council
from loaders.settling import Made
from pages.parts import ask, marks, who
from pages.parts.links import static
from pages.parts.noted import taken_away
from pages.parts.upload import incoming, refused
from pages.parts.upload.kept import kept
from qa_data.access import Right
from qa_data.wording import counted, listed

FORGOTTEN = (
    "What you had chosen was not touched for ten minutes, so nothing of it is held any more and nothing was stored."
    " Choose it again."
)

Slot = tuple[DeltaGenerator, Any]
"""A place on the page kept for a file."""


def step(number: int, title: str, done: bool) -> None:
    """The head of a step."""
    static(h2[span(class_={"step": True, "done": done})[number], title])


def choose() -> tuple[str, list]:
    """Who is loading, and the files chosen that are not loaded yet."""
    step_head = st.empty()
    by = who.asked_name("by", width=320, help="Stands beside the upload in the history.")
    files = st.file_uploader(
        "Workbooks (.xlsx, .xls, .xlsb, .ods or .csv, up to 50 MB each)",
        accept_multiple_files=True,
        key=f"files {times}" if (times := kept().times) else "files",
    )
    if why := refused.told():
        st.error(why)
    if kept().forgotten and not files:
        st.info(FORGOTTEN)
    with step_head:
        step(1, "Choose", bool(files))
    return by, [file for file in files if file.file_id not in done()]


def had_back(file, answer: dict) -> list[Slot]:
    """The file as a workbook with its problems marked and what is settled written in, where there is any of it; the
    place over the button for what that cannot keep.
    """
    marked = any(problem["cell"] for problem in answer["problems"])
    if not marked and not answer["settled"]:
        return []
    slot = st.empty()
    made = incoming.settlements(file)
    # Asked here: where the workbook is made, no page is being drawn.
    council = ask.when_pressed(Right.LOAD, known_council)
    taken_away(
        f"Your workbook with {'every problem marked' if marked else 'what is settled written in'} (.xlsx)",
        lambda: _marked(file, answer, made, council()),
        "marked workbook",
        file_name=f"{Path(answer['file']).stem} marked.xlsx",
        key=f"marked {file.file_id}",
        on_click="ignore",
        help=(
            "What is settled here is written into it. Each cell that is still faulty is coloured and has a comment; a"
            " first sheet lists them with links. Mend it and choose it above."
        ),
    )
    return [(slot, file)]


def say_what_is_lost(slots: list[Slot]) -> None:
    """Says over each button what the marked workbook cannot keep. It takes a process of its own: the page is drawn
    first.
    """
    for slot, file in slots:
        if lost := _not_kept(incoming.content_of(file), file):
            with slot:
                static(p(".small")[f"The marked workbook cannot keep all that yours has. It lacks {listed(lost)}."])


@st.cache_data(show_spinner=False, max_entries=50)
def _not_kept(content: str, _file) -> list[str]:
    return not_kept(_file.getvalue())


def _marked(file, answer: dict, made: tuple[Made, ...], council: Council) -> bytes:
    try:
        return corrected(file.getvalue(), file.name, answer["problems"], made, council)
    except NotMarked as why:
        return problems_alone(answer["problems"], str(why))


def outcome() -> None:
    """What the last load did."""
    for answer in done().values():
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


def done() -> dict:
    """What has been loaded in this session, by the uploader's id of the file."""
    return st.session_state.setdefault("loaded", {})
