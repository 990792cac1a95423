"""Working on an action where it is read: complete, verify, reopen, or give it another owner or date."""

from collections.abc import Callable
from datetime import date

import streamlit as st
from htpy import Element, a, div, p, span, strong

from loaders.references import given
from loaders.worked import complete, reassign, reopen, verify
from metrics.actions.tracker import STATES, workable
from pages.parts import address, ask, who
from pages.parts.address import link
from pages.parts.changing import change
from pages.parts.links import links, static
from qa_data.access import Right
from qa_data.wording import british, capital, cut

KEPT, WRONG = "work kept", "work wrong"

WAYS = {"complete": "Complete it", "verify": "Verify it", "reopen": "Open it again", "reassign": "Owner or date"}

NAME, DAY = 190, 166


def work_on(home: str, standard: str | None) -> None:
    """The home's actions under the standard (None for all), one of them to be worked on."""
    rows = ask.answer(workable, home, date.today(), standard)
    if not rows:
        return
    with st.expander(f"Work on its actions ({len(rows)})", expanded=bool(_waits())):
        named = {row["reference"]: row for row in rows}
        which = st.selectbox("Action", named, format_func=lambda ref: _named(named[ref]), key=f"work {home} {standard}")
        _working(named[which])


def work_on_chosen() -> None:
    """The action that the address names, to be worked on over the list; nothing where it is of no home of theirs."""
    home, _, reference = (address.said("work") or "").partition("~")
    if not reference or not ask.those_for(Right.DECIDE, [home]):
        return
    row = next((row for row in ask.answer(workable, home, date.today()) if row["reference"] == reference), None)
    if row:
        with st.container(border=True, key="working"):
            links(_told(row), key="worked on")
            _working(row)


def _waits() -> bool:
    return KEPT in st.session_state or WRONG in st.session_state


def _named(row: dict) -> str:
    return " · ".join(filter(None, (given(row["reference"]), cut(row["action"], 90), _stands(row))))


def _stands(row: dict) -> str:
    return f"completed {british(row['completed'])}" if _done(row) else STATES[row["state"]]


def _done(row: dict) -> bool:
    return row["completed"] is not None


def _told(row: dict) -> Element:
    kept = {name: address.said(name) for name in ("home", "standard", "kind", "state")}
    due = f"due {british(row['due'])}" if row["due"] else "no due date"
    return div[
        p[strong[f"{row['home']}: "], row["action"]],
        p(".small")[
            f"{row['owner'] or 'No owner'} · {due} · {capital(_stands(row))} · ",
            a(href=link("actions", **kept))["Close"],
        ],
        row["decision_reason"] and p(".small")[f"Reason: {row['decision_reason']}"],
    ]


def _working(row: dict) -> None:
    """What can be done with the action as it stands today, and who does it."""
    ways = ([] if row["verified"] else ["verify"]) + ["reopen"] if _done(row) else ["complete", "reassign"]
    key = f"{row['home']} {row['reference']}"
    way = st.radio("What is to be kept", ways, format_func=WAYS.get, key=f"work way {key}", horizontal=True)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        does, words = FORMS[way](row, key)
        who.asked_name("work by", on=st.container(width=NAME))
        st.button("Keep it", type="primary", key="work keep", on_click=change, args=(_keep, row, does, words, way))
    for wrong in st.session_state.pop(WRONG, ()):
        st.error(wrong)
    if done := st.session_state.pop(KEPT, None):
        st.success(done)


def _complete(row: dict, key: str) -> tuple[Callable, list[str]]:
    today = date.today()
    names = [f"work day {key}", f"work evidence {key}"]
    st.date_input("Completed", today, key=names[0], max_value=today, format="DD/MM/YYYY", width=DAY)
    st.text_input("What shows it", key=names[1], placeholder="The log was read: every week is signed", width="stretch")
    return complete, names


def _verify(row: dict, key: str) -> tuple[Callable, list[str]]:
    with st.container(width="stretch"):
        static(
            p[
                span(".small")["Evidence: "],
                row["evidence"] or "not recorded",
                span(".small")[f" · Owner: {row['owner'] or 'none'}; somebody else verifies it."],
            ]
        )
    return verify, []


def _reopen(row: dict, key: str) -> tuple[Callable, list[str]]:
    st.text_input("Why", key=f"work reason {key}", placeholder="Not signed since June", width="stretch")
    return reopen, [f"work reason {key}"]


def _reassign(row: dict, key: str) -> tuple[Callable, list[str]]:
    st.text_input("Owner", row["owner"] or "", key=f"work owner {key}", width=NAME)
    st.date_input("Due", row["due"], key=f"work due {key}", format="DD/MM/YYYY", width=DAY)
    return reassign, [f"work owner {key}", f"work due {key}"]


FORMS = {"complete": _complete, "verify": _verify, "reopen": _reopen, "reassign": _reassign}


def _keep(row: dict, does: Callable, words: list[str], way: str) -> None:
    said = st.session_state
    told = [said[name] for name in words]
    wrong = ask.write(Right.DECIDE, does, who.name("work by"), row["home"], row["reference"], *told)
    if wrong:
        said[WRONG] = wrong
    else:
        said[KEPT] = "It is kept as a version of the action, and can be withdrawn on the Upload page."
