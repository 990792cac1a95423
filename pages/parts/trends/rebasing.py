"""The form that works a chart's limits out anew from a month on, and the list of where that was done."""

from datetime import date

import streamlit as st

from metrics.signals.rebasing import NotRebased, Rebase, may_begin, rebase, rebases
from pages.parts import ask, who
from pages.parts.changing import change
from qa_data.access import Right
from qa_data.wording import british, month_name


def rebasing(chart: dict, decides: bool) -> None:
    """Shows where the limits begin anew, with who and why, and lets a person who decides there add a month or take one
    back.
    """
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
        if decides:
            _take_back(series, each)
    if decides:
        _begin_anew(series, months)
    if wrong := st.session_state.pop("rebase wrong", None):
        st.error(wrong)


def _take_back(series: tuple, held: Rebase) -> None:
    st.button(
        f"Take back {month_name(held['month'])}",
        on_click=change,
        args=(_rebase, series, held["month"], held["reason"], False),
    )


def _begin_anew(series: tuple, months: list[date]) -> None:
    with st.expander("Work out the limits anew from a month on"):
        st.caption(
            "Only where something is known to have changed: a new rota, a new form, a new home. Twelve months later"
            " there are limits again."
        )
        st.selectbox("From", months, format_func=month_name, key="rebase month", width=240)
        st.text_input("Reason", key="rebase reason", placeholder="The new rota began in April 2026")
        who.asked_name("rebase by", width=320)
        st.button("Work out new limits", on_click=change, args=(_rebase, series), disabled=not months)


def _plain(text: str) -> str:
    """What a person wrote, so that no mark in it is read as formatting."""
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]()#+-.!<>|~$:" else letter for letter in text)


def _rebase(series: tuple, month=None, reason: str | None = None, holds: bool = True) -> None:
    said = st.session_state
    try:
        ask.write(
            Right.DECIDE,
            rebase,
            who.name("rebase by"),
            *series,
            month or said["rebase month"],
            said["rebase reason"] if reason is None else reason,
            holds,
        )
    except NotRebased as wrong:
        said["rebase wrong"] = str(wrong)
