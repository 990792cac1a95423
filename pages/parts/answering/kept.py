"""Keeps what is said of a concern, and says once what became of it."""

from collections.abc import Callable

import streamlit as st

from metrics.signals.answering import NotAnswered
from metrics.signals.rebasing import NotRebased
from pages.parts import ask, who
from qa_data.access import Right

TOLD = "answer told"


def write(does: Callable, box: str, series: tuple[str, str, str], *words) -> bool:
    """Whether it could be kept of that series by whoever draws the page (`box` holds their name); else `told` says
    why."""
    try:
        ask.write(Right.DECIDE, does, who.name(box), *series, *words)
    except (NotAnswered, NotRebased) as wrong:
        say("error", str(wrong), series[1])
        return False
    return True


def say(how: str, text: str, standard: str) -> None:
    """Has `told` say that below what is answered of that standard."""
    st.session_state[TOLD] = (how, text, standard)


def told(standard: str | None = None) -> None:
    """Says once what became of the last answer: of that standard, blank of a home as a whole, or of any."""
    how, text, about = st.session_state.get(TOLD) or (None, None, None)
    if how and standard in (None, about):
        del st.session_state[TOLD]
        getattr(st, how)(text)
