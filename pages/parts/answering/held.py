"""What was said of a concern before, with who and why, to be taken back by whoever decides there."""

from datetime import date

import streamlit as st

from metrics.signals.answering import NEW_USUAL, OPEN, answer, answers
from metrics.signals.rebasing import rebase
from pages.parts import ask, who
from pages.parts.answering.answered import NAMES, months
from pages.parts.answering.concerned import name_box
from pages.parts.answering.kept import say, write
from pages.parts.changing import change
from pages.parts.wording import as_text, local_day

NAMELESS = "Nothing was taken back: that needs your name. Open the form above and give it, then press again."


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
            button.button("Take it back", key=f"take back {_key(each)}", on_click=change, args=(_take_back, each))


def _key(held: dict) -> str:
    about = [held[name] for name in ("home", "standard", "indicator", "answer")]
    return " ".join([*about, str(_of(held))])


def _of(held: dict) -> date:
    """The month that tells it from others of its series: of a new usual its first, else the one of raising."""
    return held["began"] if held["answer"] == NEW_USUAL else held["since"]


def _take_back(held: dict) -> None:
    series, box = (held["home"], held["standard"], held["indicator"]), name_box(held["standard"])
    if not who.name(box):
        say("error", NAMELESS, held["standard"])
    elif held["answer"] == NEW_USUAL:
        write(rebase, box, series, _of(held), held["reason"], False)
    else:
        write(answer, box, series, _of(held), OPEN, held["reason"])
