"""Recording a decision in the room."""

from datetime import date, timedelta

import streamlit as st

from loaders.decided import decide
from pages.parts import address, ask, who
from pages.parts.changing import change
from pages.parts.clinic.agenda import standards_of
from qa_data.access import Right
from qa_data.wording import listed

WEEKS = timedelta(days=14)
DECISION, NAME, DAY = 300, 140, 166
"""Pixels at the least: a day can be read whole at the size of a clinic, and what has no room beside it stands below."""


def form(item: dict, today: date, following: str) -> None:
    """Decision, owner, due date and who records it, in a row where there is room; then on to the next undecided item.
    An action is raised and its date begins on the day of the meeting, whatever day the figures are of.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key="deciding"):
        st.text_input("The decision", key="decision", placeholder="What will be done", width="stretch")
        st.text_input("Owner", key="decision owner", width=NAME)
        st.date_input(
            "Due", today + WEEKS, key=f"decision due {today}", min_value=today, format="DD/MM/YYYY", width=DAY
        )
        who.asked_name("decision by", "Recorded by", st.container(width=NAME))
        st.button("Record and go on", type="primary", on_click=change, args=(_record, item, today, following))
    for wrong in st.session_state.pop("decision wrong", ()):
        st.error(wrong)
    if done := st.session_state.pop("decision kept", None):
        st.success(done)


def _record(item: dict, today: date, following: str) -> None:
    said = st.session_state
    by = who.name("decision by")
    missing = [
        name
        for name, told in (
            ("what was decided", said["decision"]),
            ("an owner", said["decision owner"]),
            ("who records it", by),
        )
        if not told.strip()
    ]
    if missing:
        said["decision wrong"] = [f"Say {listed(missing)}: an action that is nobody’s is not done."]
        return
    wrong = ask.write(
        Right.DECIDE,
        decide,
        by,
        item["home"],
        standards_of(item),
        said["decision"].strip(),
        said["decision owner"].strip(),
        today,
        said[f"decision due {today}"],
    )
    said["decision wrong"] = wrong
    if not wrong:
        said["decision kept"] = f"Recorded as an action of {item['home']}. It can be withdrawn on the Upload page."
        said["decision"] = said["decision owner"] = ""
        address.say(item=following)
