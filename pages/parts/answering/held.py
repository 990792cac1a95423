"""What was said of a concern before, with who and why, to be taken back by whoever decides there."""

from datetime import date

import streamlit as st

from metrics.signals.answering import NEW_USUAL, OPEN, answer, answers
from metrics.signals.rebasing import rebase
from pages.parts import ask, who
from pages.parts.answering.answered import NAMES, months
from pages.parts.answering.kept import say, write
from pages.parts.changing import change
from pages.parts.wording import as_text, local_day

WHY = "It was said of the wrong months"
"""An example of a reason to take an answer back."""


def held_of(series: tuple[str, str, str]) -> list[dict]:
    """What holds of a series (home, standard, indicator), as `metrics.signals.answering.answers`."""
    return [
        each for each in ask.answer(answers, series[0]) if (each["home"], each["standard"], each["indicator"]) == series
    ]


def said_before(held: list[dict], decides: bool) -> None:
    """Who said what (`held` as `held_of`), each to be taken back by whoever decides there."""
    for each in held:
        text, button = st.columns([4, 1], vertical_alignment="center") if decides else (st.container(), None)
        text.markdown(
            f"**{NAMES[each['answer']]}**{months(each)}: {as_text(each['reason'])} ({as_text(each['made_by'])},"
            f" {local_day(each['moment'])})"
        )
        if button:
            with button.popover("Take it back"):
                _form(each, f"take back {_key(each)}")


def _form(held: dict, key: str) -> None:
    """Who takes it back, and why."""
    st.text_input("Reason", key=f"{key} reason", placeholder=WHY)
    who.asked_name(f"{key} by")
    st.button("Take back", type="primary", key=key, on_click=change, args=(_take_back, held, key))


def _key(held: dict) -> str:
    about = [held[name] for name in ("home", "standard", "indicator", "answer")]
    return " ".join([*about, str(_of(held))])


def _of(held: dict) -> date:
    """The month that tells it from others of its series: of a new usual its first, else the one of raising."""
    return held["began"] if held["answer"] == NEW_USUAL else held["since"]


def _take_back(held: dict, key: str) -> None:
    series, reason = (held["home"], held["standard"], held["indicator"]), st.session_state[f"{key} reason"]
    does, words = (rebase, (reason, False)) if held["answer"] == NEW_USUAL else (answer, (OPEN, reason))
    if write(does, f"{key} by", series, _of(held), *words):
        say("success", f"Taken back: {NAMES[held['answer']]}.", held["standard"])
