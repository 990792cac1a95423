"""What is said beside a chart: the answer to the concern that stands, or from which month its limits begin anew."""

from datetime import date

import streamlit as st

from metrics.signals.rebasing import NotRebased, may_begin, rebase
from pages.parts import ask, who
from pages.parts.answering.concerned import NAME_BOX, concerned
from pages.parts.answering.form import answer_form
from pages.parts.answering.held import held_of, said_before
from pages.parts.answering.kept import told
from pages.parts.changing import change
from qa_data.access import Right
from qa_data.wording import month_name


def rebasing(chart: dict, decides: bool) -> None:
    """Shows what was said of this chart, with who and why, and lets a person who decides there answer its concern, work
    out its limits anew, or take one back.
    """
    series = chart["home"], chart["standard"], chart["indicator"]
    held = held_of(series)
    if decides and (concern := concerned(chart)):
        answer_form(concern)
    elif decides:
        begun = {each["began"] for each in held}
        months = may_begin([each["month"] for each in chart["points"] if each["month"]])
        _begin_anew(series, [month for month in months if month not in begun])
        told()
    said_before(held, decides)


def _begin_anew(series: tuple, months: list[date]) -> None:
    with st.expander("Work out the limits anew from a month on"):
        st.caption(
            "Only where something is known to have changed: a new rota, a new form, a new home. Twelve months later"
            " there are limits again."
        )
        st.selectbox("From", months, format_func=month_name, key="rebase month", width=240)
        st.text_input("Reason", key="rebase reason", placeholder="The new rota began in April 2026")
        who.asked_name(NAME_BOX, width=320)
        st.button("Work out new limits", on_click=change, args=(_rebase, series), disabled=not months)
        if wrong := st.session_state.pop("rebase wrong", None):
            st.error(wrong)


def _rebase(series: tuple) -> None:
    said = st.session_state
    try:
        ask.write(Right.DECIDE, rebase, who.name(NAME_BOX), *series, said["rebase month"], said["rebase reason"])
    except NotRebased as wrong:
        said["rebase wrong"] = str(wrong)
