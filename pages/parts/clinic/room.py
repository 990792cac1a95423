"""The room: who is here, and the screen without what the room does not need."""

from datetime import date

import streamlit as st
from htpy import style

from metrics.clinic.attendance import attend
from metrics.clinic.lessons import NotRecorded
from pages.parts import ask, who
from pages.parts.changing import change
from qa_data.access import Right
from qa_data.wording import counted

PRESENTING = "presenting"

BARE = (
    "[data-testid=stSidebar],[data-testid=stHeader],[data-testid=stExpandSidebarButton]{display:none!important}"
    "[data-testid=stMainBlockContainer]{padding-top:.25rem!important}"
    ".stMainBlockContainer .stVerticalBlock{gap:.625rem}"
)
"""No menu and no bar: the item has the whole screen."""


def presenter() -> None:
    """A button, and the key F, that leave the menu off the screen and bring it back."""
    is_on = st.session_state.get(PRESENTING, False)
    st.button("Stop presenting" if is_on else "Present", key="present", shortcut="F", on_click=_turn, args=(not is_on,))
    if is_on:
        st.html(str(style[BARE]))


def _turn(on: bool) -> None:
    st.session_state[PRESENTING] = on


def attendance(today: date, present: str | None) -> None:
    """Who is at today's clinic: shown to all, written by whoever decides for every home."""
    here = counted(len(present.split(",")), "person", "people") if present else "not recorded"
    with st.expander(f"Who is here: {here}"):
        if not who.for_every_home(Right.DECIDE):
            st.text(present or "Nobody has recorded it.")
            return
        st.text_area("Names, with commas between them", present or "", key=f"present {today}", height=80)
        who.asked_name("present by", "Recorded by")
        st.button("Keep who is here", on_click=change, args=(_attend, today))
        if wrong := st.session_state.pop("present wrong", None):
            st.error(wrong)


def _attend(today: date) -> None:
    try:
        ask.write(Right.DECIDE, attend, who.name("present by"), today, st.session_state[f"present {today}"])
    except NotRecorded as why:
        st.session_state["present wrong"] = str(why)
