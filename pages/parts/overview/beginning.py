"""What stands on the front page while the store is empty: two ways on."""

import streamlit as st
from htpy import Renderable, fragment, h1, h2, p

from pages.parts import address, ask, sample, who
from pages.parts.changing import change
from pages.parts.links import static
from qa_data.access import Right
from qa_data.wording import british, listed


def beginning() -> None:
    """Offers the sample data and a first upload; or says that nothing was known yet by the day asked of."""
    own = ask.scope().named
    if known := address.known_by():
        static(_nothing_by(british(known), own))
        return
    static(_nothing_yet() if own is None else _nothing_of(own))
    if not who.may(Right.LOAD):
        static(p["Workbooks are loaded by the homes’ managers."])
        return
    mine, made_up = st.columns(2, gap="medium")
    with mine.container(border=True):
        static(
            fragment[
                h2["Upload a first workbook"],
                p[
                    "Excel, OpenDocument or CSV, as you keep it. Every problem is named with its cell before anything"
                    " is stored."
                ],
            ]
        )
        if st.button("Upload a workbook", type="primary"):
            st.switch_page("pages/upload.py")
    if not who.may(Right.KEEP):
        return
    with made_up.container(border=True):
        static(
            fragment[
                h2["Look round with sample data"],
                p["One click loads it, and one click removes it. It takes a few seconds."],
            ]
        )
        st.button("Load the sample data", on_click=change, args=(ask.write, Right.KEEP, sample.load_sample))


def _nothing_by(day: str, own: list[str] | None) -> Renderable:
    """`own`: the homes of who may not see every home; of others they are told nothing."""
    return fragment[
        h1[f"Nothing had been loaded by {day}" if own is None else f"Nothing of {listed(own)} was known by {day}"],
        p(".lede")[
            "The first upload came later. Choose a later day under Known by, or empty it to see all that is known"
            " today."
        ],
    ]


def _nothing_of(own: list[str]) -> Renderable:
    return fragment[
        h1[f"Nothing of {listed(own)} is known yet"],
        p(".lede")["What is known of other homes is not shown to you."],
    ]


def _nothing_yet() -> Renderable:
    return fragment[
        h1["Nothing has been loaded yet"],
        p(".lede")[
            "Load a workbook of your own, starting with the list of homes, or look round with the sample data first: a"
            " fictional council with five homes and three years of visits, inspections, actions and returns."
        ],
    ]
