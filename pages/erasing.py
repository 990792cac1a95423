"""Erasure: words, an upload or what is past its time goes for good; and for how long records are kept."""

import streamlit as st
from htpy import fragment, h1, h2, p

from pages.parts import ask
from pages.parts.entry import through_front_door
from pages.parts.erasing.form import buttons, keeping, shown, what_should_go
from pages.parts.erasing.shown import before, law, schedule
from pages.parts.links import static
from qa_data.retention import due, erasures, periods
from qa_data.uploads import uploads
from qa_data.wording import counted

through_front_door()
past = ask.answer(due)
rows = sum(each["rows"] for each in past)
static(
    fragment[
        h1[f"{counted(rows, 'row')} {'is' if rows == 1 else 'are'} due for erasure" if rows else "Erasure"],
        p(".lede")[
            "What is erased is gone from every version of every row, from kept answers and from the copies beside the"
            " database. It cannot be taken back. To take an upload out of the figures alone, withdraw it on Upload."
        ],
    ]
)
left, right = st.columns([1, 1.2], gap="medium")
with left.container(border=True):
    static(h2["Erase"])
    asked = what_should_go(ask.answer(uploads), past)
    buttons(asked)
with right.container(border=True):
    shown(asked)
with st.container(border=True):
    static(fragment[h2["For how long records are kept"], law()])
    form, table = st.columns([1, 2], gap="medium")
    with form:
        keeping()
    with table:
        static(schedule(ask.answer(periods), past))
with st.container(border=True):
    static(fragment[h2["What was erased"], before(ask.answer(erasures))])
