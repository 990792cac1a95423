"""The form that works a chart's limits out anew from a month on, and the list of where that was done."""

import streamlit as st

from metrics.signals.rebasing import NotRebased, may_begin, rebase, rebases
from pages.parts import ask
from pages.parts.changing import change
from qa_data.wording import british, month_name


def rebasing(chart: dict) -> None:
    """Shows where the limits begin anew, with who and why, and lets a person add a month or take one back."""
    series = chart["home"], chart["standard"], chart["indicator"]
    held = ask.answer(rebases, *series)
    months = [
        month
        for month in may_begin([each["month"] for each in chart["points"] if each["month"]])
        if month not in {each["month"] for each in held}
    ]
    for each in held:
        st.markdown(
            f"New limits from **{month_name(each['month'])}**: {_plain(each['reason'])} ({_plain(each['made_by'])},"
            f" {british(each['moment'].date())})"
        )
        st.button(
            f"Take back {month_name(each['month'])}",
            on_click=change,
            args=(_rebase, series, each["month"], each["reason"], False),
        )
    with st.expander("Work out the limits anew from a month on"):
        st.caption(
            "Only where something is known to have changed: a new rota, a new form, a new home. Twelve months later"
            " there are limits again."
        )
        st.selectbox("From", months, format_func=month_name, key="rebase month", width=240)
        st.text_input("Reason", key="rebase reason", placeholder="The new rota began in April 2026")
        st.text_input("Your name", key="rebase by", persist_state="session", width=320)
        st.button("Work out new limits", on_click=change, args=(_rebase, series), disabled=not months)
    if wrong := st.session_state.pop("rebase wrong", None):
        st.error(wrong)


def _plain(text: str) -> str:
    """What a person wrote, so that no mark in it is read as formatting."""
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]()#+-.!<>|~$:" else letter for letter in text)


def _rebase(series: tuple, month=None, reason: str | None = None, holds: bool = True) -> None:
    said = st.session_state
    try:
        rebase(
            ask.store(),
            ask.writing_scope(),
            said["rebase by"],
            *series,
            month or said["rebase month"],
            said["rebase reason"] if reason is None else reason,
            holds,
        )
    except NotRebased as wrong:
        said["rebase wrong"] = str(wrong)
