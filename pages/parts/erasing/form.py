"""What should go, who erases and why; shown first, done when the word is typed."""

from dataclasses import replace

import streamlit as st
from htpy import h2, p

from pages.parts import ask, who
from pages.parts.changing import change
from pages.parts.erasing import doing
from pages.parts.erasing.shown import kind, went, would_go
from pages.parts.links import static
from pages.parts.wording import moment
from qa_data.access import Right
from qa_data.erasing.erase import Asked, NotErased
from qa_data.retention import PERIODS, NotAPeriod, keep_for
from qa_data.uploads import ERASED, Upload

WORDS, UPLOAD, DUE = "Words, wherever they stand", "An upload", "What is past its time"

CONFIRMED = "ERASE"


def what_should_go(uploads: list[Upload], past: list[dict]) -> Asked | None:
    """Draws the choice of what should go; None while nothing is chosen."""
    chosen = st.radio("What should go?", (WORDS, UPLOAD, DUE), key="erase what")
    if chosen == WORDS:
        words = st.text_area(
            "Words", key="erase words", help="One name a line: each goes wherever it stands.", height=90
        )
        lines = tuple(line.strip() for line in words.splitlines() if line.strip())
        return Asked(words=lines) if lines else None
    if chosen == UPLOAD:
        left = {each.upload_id: each for each in reversed(uploads) if each.state != ERASED}
        id = st.selectbox("Upload", list(left), None, format_func=lambda id: _named(left[id]), key="erase upload")
        return Asked(upload_id=id) if id else None
    kinds = list(dict.fromkeys(each["table"] for each in past))
    table = st.selectbox("Kind of record", kinds, None, format_func=kind, key="erase due")
    return doing.due_rows(table) if table else None


def _named(upload: Upload) -> str:
    return f"{upload.file}, {moment(upload.moment)} by {upload.made_by}"


def shown(asked: Asked | None) -> None:
    """Draws what would go, worked out when the button is pressed and until something changes."""
    done = st.session_state.pop("erase done", None)
    static(h2["What went" if done else "What would go"])
    if done:
        st.success("Erased, and the database written anew without it.")
        static(went(done))
    if wrong := st.session_state.pop("erase wrong", None):
        st.error(wrong)
    if told := _told(asked):
        static(would_go(told))
    elif not done:
        static(p(".small")["Choose what should go and press Show what would go: nothing is erased by that."])


def _told(asked: Asked | None) -> doing.Shown | None:
    of, state, told = st.session_state.get("erase shown", (None, None, None))
    return told if asked and (of, state) == (asked, ask.state()) else None


def buttons(asked: Asked | None) -> None:
    """Draws the button that shows what would go; then who erases, why, the typed word and the button that erases."""
    st.button("Show what would go", disabled=asked is None, on_click=change, args=(_show, asked))
    if not _told(asked):
        return
    who.asked_name("erase by", width=320)
    st.text_input("Reason", key="erase reason", help="It is kept: write it without the words themselves.")
    typed = st.text_input(f"Type {CONFIRMED} to confirm: it cannot be taken back", key="erase typed", width=320)
    ready = typed.strip() == CONFIRMED and st.session_state["erase reason"].strip() and who.name("erase by")
    st.button("Erase for good", type="primary", disabled=not ready, on_click=change, args=(_erase, asked))


def _show(asked: Asked) -> None:
    try:
        st.session_state["erase shown"] = asked, ask.state(), doing.would_go(asked)
    except NotErased as wrong:
        st.session_state["erase wrong"] = str(wrong)


def _erase(asked: Asked) -> None:
    said = st.session_state
    try:
        said["erase done"] = doing.erased(replace(asked, by=who.name("erase by"), reason=said["erase reason"]))
    except NotErased as wrong:
        said["erase wrong"] = str(wrong)
        return
    said.pop("erase shown", None)
    said["erase words"] = said["erase reason"] = said["erase typed"] = ""


def keeping() -> None:
    """Draws the form that sets for how long a kind of record is kept."""
    table = st.selectbox("Kind of record", [each.table for each in PERIODS], format_func=kind, key="keep table")
    years = st.number_input("Kept for (years)", 0.5, 100.0, None, step=0.5, format="%g", key="keep years", width=240)
    who.asked_name("keep by", width=320)
    st.text_input("Reason", key="keep reason", placeholder="The council’s retention schedule of 2026, line 14")
    st.button("Save the period", disabled=years is None, on_click=change, args=(_keep, table, years))
    st.button("Set no period", on_click=change, args=(_keep, table, None))
    if wrong := st.session_state.pop("keep wrong", None):
        st.error(wrong)


def _keep(table: str, years: float | None) -> None:
    try:
        ask.write(Right.KEEP, keep_for, who.name("keep by"), table, years, st.session_state["keep reason"])
    except NotAPeriod as wrong:
        st.session_state["keep wrong"] = str(wrong)
