"""The forms of the Lessons page: put a lesson to the other homes, answer one, decide on a recommendation that came
back.
"""

from datetime import date

import streamlit as st

from metrics.actions.repeats import decide
from metrics.clinic.lessons import ANSWERS, NotRecorded, answer, put
from pages.parts import ask, who
from pages.parts.changing import change
from pages.parts.lessons.repeats import named
from qa_data.access import Right

DECISIONS = {"confirmed": "It has come back", "dismissed": "It is another matter"}


def put_form(candidates: list[dict], day: date) -> None:
    """Chooses a theme or a requirement, words it, and puts it to the other homes."""
    offered = {each["of"]: each for each in candidates}
    st.selectbox("What was learnt", list(offered), format_func=lambda of: offered[of]["title"], key="lesson of")
    chosen = offered[st.session_state["lesson of"]]
    st.text_area("What to ask the other homes", chosen["text"], key=f"lesson text {chosen['of']}", height=110)
    who.asked_name("lesson by", width=320)
    st.button("Put it to the other homes", type="primary", on_click=change, args=(_put, chosen, day))
    _said("lesson said")


def _put(chosen: dict, day: date) -> None:
    said = st.session_state
    _kept(
        "lesson said",
        "It has been put to the other homes.",
        lambda: ask.write(
            Right.DECIDE,
            put,
            who.name("lesson by"),
            chosen["home"],
            chosen["about"],
            chosen["of"],
            chosen["standards"],
            said[f"lesson text {chosen['of']}"],
            day,
        ),
    )


def answer_form(rows: list[dict], day: date) -> None:
    """One home's answer to one lesson; those that wait come first."""
    offered = sorted(rows, key=lambda row: row["answer"] is not None)
    st.selectbox(
        "Lesson and home", range(len(offered)), format_func=lambda place: _named(offered[place]), key="answer to"
    )
    st.radio(
        "Does this apply to you?", ANSWERS, format_func=str.capitalize, key="answer said", horizontal=True, index=None
    )
    st.text_input("What was checked", key="answer note", placeholder="All risk assessments were read against it")
    who.asked_name("answer by", width=320)
    st.button("Keep the answer", type="primary", on_click=change, args=(_answer, offered, day))
    _said("answer kept")


def _named(row: dict) -> str:
    return f"{row['asked']}{'' if row['answer'] else ' (waiting)'}: {row['text'][:90]}"


def _answer(offered: list[dict], day: date) -> None:
    said = st.session_state
    row = offered[said["answer to"]]
    if _kept(
        "answer kept",
        f"The answer of {row['asked']} is kept.",
        lambda: ask.write(
            Right.DECIDE,
            answer,
            who.name("answer by"),
            row["lesson"],
            row["asked"],
            said["answer said"],
            said["answer note"],
            day,
        ),
    ):
        said["answer note"], said["answer to"] = "", 0


def repeat_form(pairs: list[dict]) -> None:
    """A person's decision on a pair; one that was made before can be changed."""
    st.selectbox("Pair", range(len(pairs)), format_func=lambda place: named(pairs[place]), key="repeat pair")
    st.radio("Decision", list(DECISIONS), format_func=DECISIONS.get, key="repeat decision", horizontal=True, index=None)
    st.text_input(
        "Reason", key="repeat reason", placeholder="The same drill log, asked for in June and again in September"
    )
    who.asked_name("repeat by", width=320)
    st.button("Keep the decision", type="primary", on_click=change, args=(_decide, pairs))
    _said("repeat kept")


def _decide(pairs: list[dict]) -> None:
    said = st.session_state
    pair = pairs[said["repeat pair"]]

    def kept():
        if said["repeat decision"] is None:
            raise ValueError("Choose whether it has come back or is another matter.")
        ask.write(
            Right.DECIDE,
            decide,
            who.name("repeat by"),
            pair["home"],
            pair["first"]["reference"],
            pair["later"]["reference"],
            said["repeat decision"],
            said["repeat reason"],
        )

    if _kept("repeat kept", "The decision is kept.", kept):
        said["repeat reason"], said["repeat pair"] = "", 0


def _kept(key: str, done: str, keep) -> bool:
    """Whether it could be kept; what is to be said of it waits until the page is drawn."""
    try:
        keep()
    except (NotRecorded, ValueError) as wrong:
        st.session_state[key] = ("error", str(wrong))
        return False
    st.session_state[key] = ("success", done)
    return True


def _said(key: str) -> None:
    if said := st.session_state.pop(key, None):
        getattr(st, said[0])(said[1])
