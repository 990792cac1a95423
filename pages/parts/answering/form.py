"""A person's answer to a concern: three to choose from, each with what it does; folded until it is wanted."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from htpy import p

from metrics.signals.answering import ACTING, EXPLAINED, NEW_USUAL, answer
from pages.parts import ask, who
from pages.parts.answering.answered import NAMES
from pages.parts.answering.concerned import Concerned
from pages.parts.answering.held import held_of, said_before
from pages.parts.answering.kept import say, told, write
from pages.parts.changing import change
from pages.parts.links import static
from qa_data.access import Right
from qa_data.wording import month_name

REASONS = {
    ACTING: "Agency staff until two posts are filled",
    EXPLAINED: "Two boys stayed for the summer; both have moved on",
    NEW_USUAL: "The new rota began in April 2026",
}
"""An example for each."""

ENDS = "its months speak for the rate before"


def beside(concerns: Sequence[Concerned], standard: str | None = None) -> None:
    """The form beside concerns of one home, for whoever decides there: below it what became of the last answer, of that
    standard (blank of a home as a whole) or of any."""
    if concerns and ask.those_for(Right.DECIDE, [concerns[0].home]):
        with st.expander("Answer this concern" if len(concerns) == 1 else "Answer a concern"):
            chosen = _which(concerns)
            _form(chosen)
            said_before(held_of(chosen.series), decides=True)
    told(standard)


def _which(concerns: Sequence[Concerned]) -> Concerned:
    if len(concerns) == 1:
        return concerns[0]
    key = f"answer which {concerns[0].home} {concerns[0].standard}"
    of_title = {each.title: each for each in concerns}
    chosen = of_title[st.selectbox("Which", list(of_title), key=key)]
    static(p(".small")[chosen.sentence])
    return chosen


def answer_form(of: Concerned) -> None:
    """What is concerned, what to say of it, why, and who says so; folded until it is wanted."""
    with st.expander("Answer this concern"):
        static(p[of.sentence])
        _form(of)
    told()


def _form(of: Concerned) -> None:
    key = f"answer {' '.join(filter(None, of.series))}"
    said = _choice(of, key)
    month = _month(said, of, key)
    st.text_input("Reason", key=f"{key} reason", placeholder=REASONS.get(said or ACTING), width=520)
    who.asked_name(of.box, width=320)
    st.button("Keep the answer", type="primary", key=f"{key} keep", on_click=change, args=(_keep, of, said, month, key))


def _choice(of: Concerned, key: str) -> str | None:
    return st.radio(
        "Your answer",
        of.choices,
        format_func=NAMES.__getitem__,
        captions=[_does(each, of) for each in of.choices],
        index=None if len(of.choices) > 1 else 0,
        key=f"{key} said",
    )


def _does(said: str, of: Concerned) -> str:
    """What an answer does, in a line."""
    return {
        ACTING: f"It stays and is folded, with your reason, until {ENDS if of.indicator else 'it is over'}.",
        EXPLAINED: f"For what is over: the months from {month_name(of.began)} leave baseline and evidence, and evidence"
        " begins again after them.",
        NEW_USUAL: "For what will stay: limits and evidence begin anew, and the months before no longer count.",
    }[said]


def _month(said: str | None, of: Concerned, key: str) -> date | None:
    """The last month explained, or the first of the new usual."""
    if said == EXPLAINED:
        offered = _back(of.last, of.since)
        return st.selectbox("Explained up to", offered, format_func=month_name, key=f"{key} until", width=240)
    if said == NEW_USUAL:
        offered = _back(of.last, of.began.replace(year=of.began.year - 1))
        first = offered.index(of.began)
        return st.selectbox("The new usual from", offered, first, format_func=month_name, key=f"{key} from", width=240)
    return None


def _back(last: date, first: date) -> list[date]:
    """The months from the last back to the first."""
    numbers = range(12 * last.year + last.month - 1, 12 * first.year + first.month - 2, -1)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def _keep(of: Concerned, said: str | None, month: date | None, key: str) -> None:
    began, until = (of.began, month) if said == EXPLAINED else (month, None)
    reason = st.session_state[f"{key} reason"]
    if write(answer, of.box, of.series, of.since, said or "", reason, began, until):
        st.session_state[f"{key} reason"] = ""
        say("success", f"Kept: {NAMES[said or '']}.", of.standard)
