"""What a newcomer needs to know, in a few sentences: on the front page until it has been read, and always in the
sidebar.
"""

import streamlit as st
from htpy import Element, div, fragment, h2, li, ol

from pages.parts import marks
from pages.parts.links import static

SENTENCES = (
    (
        "Nine columns are the nine quality standards of the Children’s Homes (England) Regulations 2015; each row is a"
        " home. Red, Amber and Green are the council’s own ratings, never Ofsted’s words."
    ),
    (
        "A dashed square is no rating, and never green: a dash in it says that there is no recent evidence, three dots"
        " that there are too few figures. Dots below say how strong the evidence is, an arrow which way it goes since"
        " the month before."
    ),
    (
        "Choose a square to read why, down to the file and the cell in which it stands. “What does this mean?” beside a"
        " number says what is counted."
    ),
    "“Position at” in the sidebar governs every page: choose a day, and all of it is as it was on that day.",
    (
        "Files come in on the Upload page, where every problem is named with its cell before anything is stored, and"
        " any upload can be withdrawn."
    ),
)


def tour() -> None:
    """The sentences on the front page, until the person closes them."""
    if st.session_state.get("toured"):
        return
    with st.container(border=True):
        static(fragment[h2["New here? Five sentences"], _sentences()])
        st.button("I have read this", on_click=lambda: st.session_state.update(toured=True))


def always() -> None:
    """The same in the sidebar, with the key to the marks."""
    with st.expander("How to read this"):
        static(fragment[div(".small")[_sentences()], marks.key()])


def _sentences() -> Element:
    return ol(".tour")[[li[each] for each in SENTENCES]]
