"""Changing a setting: the value, then a name and a reason."""

import streamlit as st

from metrics.indicators.settings import NotSettable, Setting, change_setting, check, in_force
from pages.parts import ask, who
from pages.parts.changing import change
from qa_data.access import Right


def proposal(known: Setting, now: float | None) -> float | None:
    """The value that is tried out; None while it is none that can be set."""
    value = st.number_input(
        f"New value ({known.unit})",
        float(known.least),
        float(known.most),
        float(now or known.least),
        step=float(known.step),
        format="%g",
        key=f"value {known.id}",
        width=240,
    )
    try:
        check(known.id, value, ask.answer(in_force))
    except NotSettable as wrong:
        st.error(str(wrong))
        return None
    return value


def save(id: str, value: float | None, values: dict) -> None:
    """Who changes it and why, and the buttons that save it or go back to the default."""
    who.asked_name("setting by", width=320)
    st.text_input("Reason", key="setting reason", placeholder="Agreed at the clinic of 14 Oct 2026")
    st.button(
        "Save the new value",
        type="primary",
        disabled=value is None or value == values[id],
        on_click=change,
        args=(_change, id, value),
    )
    st.button("Back to the default", on_click=change, args=(_change, id, None))
    if wrong := st.session_state.pop("setting wrong", None):
        st.error(wrong)


def _change(id: str, value: float | None) -> None:
    said = st.session_state
    try:
        ask.write(Right.KEEP, change_setting, who.name("setting by"), id, value, said["setting reason"])
    except NotSettable as wrong:
        st.session_state["setting wrong"] = str(wrong)
