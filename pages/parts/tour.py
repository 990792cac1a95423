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


READ = "qa_tour_read"
"""The cookie by which a browser knows that they were read there; it says nothing else, of nobody."""

REMEMBER = """
export default function ({ data }) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${data.name}=yes; Max-Age=31536000; Path=/; SameSite=Lax${secure}`;
}
"""

_REGISTERED: dict = {}


def tour() -> None:
    """The sentences on the front page, until they were read in this browser."""
    if READ in st.context.cookies.to_dict():
        return
    if st.session_state.get(READ):
        _remember()
        return
    with st.container(border=True):
        static(fragment[h2["New here? Five sentences"], _sentences()])
        st.button("I have read this", on_click=lambda: st.session_state.update({READ: True}))


def _remember() -> None:
    """Has the browser keep that they were read, for a year: the next session there begins without them."""
    if "read" not in _REGISTERED:
        _REGISTERED["read"] = st.components.v2.component("qa_tour_read", js=REMEMBER)
    _REGISTERED["read"](data={"name": READ}, key="tour read", height=1)


def always() -> None:
    """The same in the sidebar, with the key to the marks."""
    with st.expander("How to read this"):
        static(fragment[div(".small")[_sentences()], marks.key()])


def _sentences() -> Element:
    return ol(".tour")[[li[each] for each in SENTENCES]]
