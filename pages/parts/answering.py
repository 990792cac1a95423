"""A person's answer to a concern: three to choose from, each with what it does, and who said what before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st
from htpy import p

from metrics.signals.answering import ACTING, EXPLAINED, NEW_USUAL, OPEN, NotAnswered, answer
from metrics.signals.rebasing import NotRebased, rebase
from metrics.signals.wording import changed
from pages.parts import ask, who
from pages.parts.answered import NAMES, months
from pages.parts.changing import change
from pages.parts.links import static
from pages.parts.wording import as_text, local_day
from qa_data.access import Right
from qa_data.wording import capital, month_name

REASONS = {
    ACTING: "Agency staff until two posts are filled",
    EXPLAINED: "Two boys stayed for the summer; both have moved on",
    NEW_USUAL: "The new rota began in April 2026",
}
"""An example for each."""

NAME_BOX = "answer by"

NAMELESS = "Nothing was taken back: that needs your name. Open the form above and give it, then press again."


@dataclass(frozen=True)
class Concerned:
    """What is answered: the concern in a `sentence`, the months in which it was raised, likeliest began, and was last
    known, as their first days. Of a home as a whole standard and indicator are blank."""

    home: str
    standard: str
    indicator: str
    since: date
    began: date
    last: date
    sentence: str

    @property
    def series(self) -> tuple[str, str, str]:
        """What tells it from others: home, standard, indicator."""
        return self.home, self.standard, self.indicator

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be said of it: a home as a whole has no months of its own."""
        return (ACTING, EXPLAINED, NEW_USUAL) if self.indicator else (ACTING,)


def concerned(signal: Mapping[str, Any]) -> Concerned | None:
    """What is answered of a signal or concern as `metrics.signals` tells it; None where none stands on it."""
    if signal["tier"] == "none":
        return None
    since, began, last = (_day(signal[name]) for name in ("since", "began", "month"))
    series = (signal[name] for name in ("home", "standard", "indicator"))
    return Concerned(*series, since, began, last, capital(changed(signal)))


def _day(month: str | date) -> date:
    return date.fromisoformat(f"{month}-01") if isinstance(month, str) else month


def answer_form(of: Concerned) -> None:
    """What is concerned, what to say of it, why, and who says so; folded until it is wanted."""
    key = f"answer {' '.join(filter(None, of.series))}"
    with st.expander("Answer this concern"):
        static(p[of.sentence])
        said = _choice(of, key)
        month = _month(said, of, key)
        st.text_input("Reason", key=f"{key} reason", placeholder=REASONS.get(said or ACTING), width=520)
        who.asked_name(NAME_BOX, width=320)
        st.button("Keep the answer", type="primary", on_click=change, args=(_keep, of, said, month, key))
    told()


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
        ACTING: "It stays and is folded, with your reason, until its months speak for the rate before.",
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
    if _write(answer, *of.series, of.since, said or "", reason, began, until):
        st.session_state[f"{key} reason"] = ""
        st.session_state["answer told"] = ("success", f"Kept: {NAMES[said or '']}.")


def _write(does: Any, *words: Any) -> bool:
    """Whether it could be kept; what else is said when the page is drawn."""
    try:
        ask.write(Right.DECIDE, does, who.name(NAME_BOX), *words)
    except (NotAnswered, NotRebased) as wrong:
        st.session_state["answer told"] = ("error", str(wrong))
        return False
    return True


def told() -> None:
    """Says once what became of the last answer."""
    if told := st.session_state.pop("answer told", None):
        getattr(st, told[0])(told[1])


def said_before(held: list[dict], decides: bool) -> None:
    """Who said what (`held` as `metrics.signals.answering.answers`), each to be taken back by whoever decides there."""
    for place, each in enumerate(held):
        text, button = st.columns([4, 1], vertical_alignment="center") if decides else (st.container(), None)
        text.markdown(
            f"**{NAMES[each['answer']]}**{months(each)}: {as_text(each['reason'])} ({as_text(each['made_by'])},"
            f" {local_day(each['moment'])})"
        )
        if button:
            button.button("Take it back", key=f"take back {place}", on_click=change, args=(_take_back, each))


def _take_back(held: dict) -> None:
    if not who.name(NAME_BOX):
        st.session_state["answer told"] = ("error", NAMELESS)
        return
    series = held["home"], held["standard"], held["indicator"]
    if held["answer"] == NEW_USUAL:
        _write(rebase, *series, held["began"], held["reason"], False)
    else:
        _write(answer, *series, held["since"], OPEN, held["reason"])
