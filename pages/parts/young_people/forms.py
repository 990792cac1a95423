"""What is kept about what children said: an answer to them, how it stands on their page, and how many moved forward."""

from collections.abc import Callable
from datetime import date

import streamlit as st
from htpy import p

from metrics.clinic.lessons import NotRecorded
from metrics.young_people.answering import answer, moved_on, show, take_back
from metrics.young_people.issues import STATES, Issue, state
from metrics.young_people.page import Item, Page
from metrics.young_people.reading_age import MOST, reading_age, too_hard
from pages.parts import ask, who
from pages.parts.changing import change
from pages.parts.links import static
from pages.parts.young_people.answers import STATED
from pages.parts.young_people.shown import SHOWN
from qa_data.access import Right
from qa_data.wording import cut, month_name

EXAMPLE = "We bought a new router. The wifi is fast now."


def answer_form(rows: list[Issue], day: date) -> None:
    """An answer to one of the issues, as on that day; those without any come first."""
    offered = {_key(each): each for each in sorted(rows, key=lambda each: bool(each["answers"]))}
    key = st.selectbox(
        "What a child said", offered, format_func=lambda key: _named(offered[key]), key="child answer to"
    )
    row = offered[key]
    st.radio("What became of it", STATES, format_func=STATED.get, key=f"child state {key}", horizontal=True, index=None)
    text = st.text_area(
        "Your words to the children", key=f"child words {key}", placeholder=EXAMPLE, height=90, max_chars=600
    )
    static(p(".small", role="status")[measured(text)])
    who.asked_name("child answer by", width=320)
    with st.container(horizontal=True):
        st.button("Keep this answer", type="primary", on_click=change, args=(_answer, row, day))
        if row["answers"] and row["answers"][0]["told_by"] == "screen":
            st.button("Take the answer back", on_click=change, args=(_take_back, row, day))
    said("child answer")


def measured(text: str) -> str:
    """At which age the words can be read, and how to mend them."""
    if not text.strip():
        return f"For a reading age of {MOST} or less. Say what changed, or why not. No names."
    return too_hard(text) or f"It reads at age {max(5, reading_age(text) or 0):g}; {MOST} is the most."


def _named(row: Issue) -> str:
    return f"{row['reference']} · {row['home']} · {STATED[state(row['answers'])]}: {cut(row['finding'], 90)}"


def _key(row: Issue) -> str:
    return f"{row['home']} {row['reference']}"


def _answer(row: Issue, day: date) -> None:
    key = _key(row)
    told = (
        row["home"],
        row["reference"],
        st.session_state[f"child state {key}"] or "",
        st.session_state[f"child words {key}"],
    )
    keep("child answer", "The answer is kept.", answer, "child answer by", *told, day)


def _take_back(row: Issue, day: date) -> None:
    keep("child answer", "The answer is taken back.", take_back, "child answer by", row["home"], row["reference"], day)


def choice_form(page: Page, day: date) -> None:
    """How one of the issues stands on the page: only what the rules allow is offered."""
    offered = {each.issue["reference"]: each for each in page.items}
    named = {name: f"{name} · {cut(each.issue['finding'], 80)}" for name, each in offered.items()}
    item = offered[st.selectbox("What was said", offered, format_func=named.get, key=f"shown which {page.home}")]
    key = f"shown as {item.issue['reference']} {item.shown_as}"
    st.radio("On the page", item.may, item.may.index(item.shown_as), format_func=SHOWN.get, key=key, horizontal=True)
    who.asked_name("shown by", width=320)
    st.button("Keep this choice", on_click=change, args=(_choose, item, key, day))
    said("shown")


def _choose(item: Item, key: str, day: date) -> None:
    told = item.issue["home"], item.issue["reference"], st.session_state[key]
    keep("shown", "It is kept.", show, "shown by", *told, day)


def progress_form(home: str, months: list[date]) -> None:
    """How many plans were looked at in a month, and how many young people moved forward."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        month = st.selectbox("Month", months, format_func=month_name, key=f"moved month {home}", width=140)
        for name, label in (("looked", "Plans looked at"), ("moved", "Moved forward")):
            st.number_input(label, 0, 99, None, key=f"{name} {home} {month}", width=150)
        who.asked_name("moved by", on=st.container(width=220))
    with st.container(horizontal=True):
        st.button("Keep these numbers", on_click=change, args=(_progress, home, month))
    said("moved")


def _progress(home: str, month: date) -> None:
    numbers = [st.session_state[f"{name} {home} {month}"] for name in ("looked", "moved")]
    if keep("moved", "The numbers are kept.", moved_on, "moved by", home, month, *numbers):
        for name in ("looked", "moved"):
            st.session_state[f"{name} {home} {month}"] = None


def keep(key: str, done: str, does: Callable, box: str, *words) -> bool:
    """Whether it could be kept, by the name of that box; what is to be said of it waits until the page is drawn."""
    try:
        ask.write(Right.DECIDE, does, who.name(box), *words)
    except NotRecorded as wrong:
        st.session_state[f"{key} said"] = ("error", str(wrong))
        return False
    st.session_state[f"{key} said"] = ("success", done)
    return True


def said(key: str) -> None:
    """Says once what became of it."""
    if told := st.session_state.pop(f"{key} said", None):
        getattr(st, told[0])(told[1])
