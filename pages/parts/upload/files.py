"""The files chosen and what is to be done about each: one as it is, several each in a fold of its own."""

import streamlit as st

from pages.parts.upload import incoming
from pages.parts.upload.fold import WAIT, to_settle, what_to_do
from pages.parts.upload.problems import problems
from pages.parts.upload.steps import Slot, had_back
from pages.parts.wording import as_text
from qa_data.wording import counted

OPENED = "file opened"
"""In the session: the file whose fold was opened last, as the first that has something to do."""


def in_turn(files: list, answers: list[dict]) -> list[tuple]:
    """Each file with its answer, those with most to do first."""
    return sorted(zip(files, answers, strict=True), key=lambda each: _urgency(each[1]))


def each_file(files: list, answers: list[dict], by: str, homes: list[str]) -> list[Slot]:
    """Draws each file's problems, those with most to do first; the first of them is open. The places for what is lost
    in the marked workbooks.
    """
    every = in_turn(files, answers)
    if len(every) == 1:
        return _file(*every[0], by, homes)
    slots: list[Slot] = []
    drawn: set[str] = set()
    _open_first([_key(file) for file, answer in every if _urgency(answer) < 3])
    for file, answer in every:
        title = f"{as_text(answer['file'])}: {_told(answer)}"
        # What it is called changes with what is settled in it, and a fold of another name would be shut.
        st.session_state[_key(file)] = st.session_state.get(_key(file), False)
        with st.expander(title, key=_key(file), on_change="rerun") as shown:
            if shown.open and incoming.content_of(file) in drawn:
                st.text("The same workbook stands above: what is settled there is settled here too.")
            elif shown.open:
                drawn.add(incoming.content_of(file))
                slots += _file(file, answer, by, homes)
    return slots


def _file(file, answer: dict, by: str, homes: list[str]) -> list[Slot]:
    problems(file, answer, by, sorted({*homes, *answer["homes"]}))
    return had_back(file, answer)


def _key(file) -> str:
    return f"file {incoming.content_of(file)[:12]} {file.file_id}"


def _open_first(to_do: list[str]) -> None:
    """Opens the next file once the one before is done, and shuts that."""
    first, last = (to_do or [None])[0], st.session_state.get(OPENED)
    if first != last:
        st.session_state.update({last: False} if last in st.session_state else {}, **{first: True} if first else {})
        st.session_state[OPENED] = first


def _urgency(answer: dict) -> int:
    """0 what must be settled, 1 what waits for another file, 2 headings that may be columns, 3 what may be checked,
    4 nothing.
    """
    if not answer["accepted"]:
        return int(any(what_to_do(each) == WAIT for each in answer["problems"]))
    if any(each["suggestion"] for each in answer["headings"]):
        return 2
    return 3 if answer["problems"] else 4


def _told(answer: dict) -> str:
    if errors := to_settle(answer["problems"]):
        return f"{counted(errors, 'problem')} to settle"
    if not answer["accepted"]:
        return "waits for another file"
    said = f"{counted(len(answer['problems']), 'thing')} to check" if answer["problems"] else "nothing to settle"
    blanked = sum(sheet["blanked"] for sheet in answer["sheets"])
    return f"{counted(blanked, 'cell')} would be made blank" if blanked else said
