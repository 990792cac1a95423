"""Who has said what the council's headings stand for, and a way to take it back."""

import streamlit as st
from htpy import Element, div, fragment, h2, p, strong

from pages.parts import ask, who
from pages.parts.changing import change
from pages.parts.links import static
from pages.parts.wording import moment
from qa_data.access import Right
from qa_data.dictionary import DATASETS
from qa_data.headings import Decision, forget_heading, headings

LATEST = 12
"""So many decisions are listed until all are asked for."""


TITLES = {each.title for each in DATASETS}


def mapped(decisions: list[Decision], by: str) -> None:
    """Every decision about a heading, newest first; nothing where there is none."""
    if not decisions:
        return
    static(fragment[h2["Your own headings"], p(".small")["What they stand for, in every file."]])
    holds = {each["moment"] for each in ask.answer(headings)}
    newest = decisions[::-1]
    every = len(newest) <= LATEST or st.toggle(f"Show all {len(newest)} decisions", key="all_headings")
    for each in newest if every else newest[:LATEST]:
        _decision(each, each["moment"] in holds, by)


def _decision(decision: Decision, holds: bool, by: str) -> None:
    told, button = st.columns([3, 1.2], vertical_alignment="center")
    told.html(str(_told(decision)))
    if holds and who.may(Right.KEEP):
        button.button(
            "Forget",
            key=f"heading-{decision['moment']}",
            disabled=not by,
            help=None if by else "Give your name first.",
            on_click=change,
            args=(_forget, decision),
        )


def _forget(decision: Decision) -> None:
    ask.write(Right.KEEP, forget_heading, who.name("by"), decision["heading"], decision["sheet"])


def _told(decision: Decision) -> Element:
    kind = "sheets of" if decision["sheet"] in TITLES else "the sheet"
    where = f" on {kind} {decision['sheet']}" if decision["sheet"] else ""
    return div(".qa")[
        strong[decision["heading"]],
        f"{where} {_means(decision)}",
        div(".small")[f"{moment(decision['moment'])} · {decision['made_by']}"],
    ]


def _means(decision: Decision) -> str:
    if not decision["holds"]:
        return "was taken back"
    return f"is {decision['column']}" if decision["column"] else "is left alone"
