"""From when the records of a home's visits and reviews count: the day, then a name and a reason."""

from datetime import date

import streamlit as st
from htpy import Element, p

from metrics.visits.records import KINDS, NotRecordable, records, set_records
from pages.parts import ask, who
from pages.parts.address import FIRST
from pages.parts.changing import change
from pages.parts.tables import Cell, cell, scrolled
from pages.parts.wording import moment
from qa_data.access import Right
from qa_data.wording import british


def setting_records(homes: list[str]) -> Element:
    """Draws the form for one home and kind, and answers the table of the home's three kinds."""
    home = st.selectbox("Home", homes, key="records home")
    kind = st.selectbox("Kind of visit or review", KINDS, key="records kind")
    begins = st.date_input(
        "Counts from", None, FIRST, date.today(), format="DD/MM/YYYY", key="records begins", width=240
    )
    who.asked_name("records by", width=320)
    st.text_input("Reason", key="records reason", placeholder="The log before January 2026 is on paper")
    st.button("Save the day", disabled=begins is None, on_click=change, args=(_set, home, kind, begins))
    st.button("Back to the rule", key="records back", on_click=change, args=(_set, home, kind, None))
    if wrong := st.session_state.pop("records wrong", None):
        st.error(wrong)
    return table([row for row in ask.answer(records, homes=[home]) if row["home"] == home])


def _set(home: str, kind: str, begins: date | None) -> None:
    said = st.session_state
    try:
        ask.write(Right.KEEP, set_records, who.name("records by"), home, kind, begins, said["records reason"])
    except NotRecordable as wrong:
        st.session_state["records wrong"] = str(wrong)


def table(rows: list[dict]) -> Element:
    """From when each kind counts at the home, and why."""
    return scrolled(("Visit or review", "Counts from", "Why"), [(row["kind"], _day(row), _why(row)) for row in rows])


def _day(row: dict) -> Cell:
    return cell(british(row["begins"]) if row["begins"] else "Not recorded", class_="nowrap")


def _why(row: dict) -> Cell:
    if row["moment"]:
        return cell(f"Set by {row['made_by']}, {moment(row['moment'])}: {row['reason']}", class_="small")
    if row["begins"] is None:
        return cell("None is loaded, and no day is set: nothing is due and nothing is missed.", class_="small")
    if row["first"] and row["begins"] == row["first"].replace(day=1):
        return cell(f"The month of the first that is loaded, of {british(row['first'])}.", class_="small")
    return cell("The day on which the home opened: the log goes back as far.", class_="small")


LEDE = p(".small")[
    "What was never told is no breach. Without a day set here, visits and reviews count from the day on which a home"
    " opened, where the log of any home goes back as far; else from the month of the home’s own first one."
]
