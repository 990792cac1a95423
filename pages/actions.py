"""Actions: what was asked for, what is late, and what was done with evidence."""

import streamlit as st
from htpy import p

from metrics.actions.repeats import repeats
from metrics.actions.tracker import action_ages, action_counts, actions_by_home, tracked
from metrics.homes.homes import home_facts
from pages.parts import ask
from pages.parts.actions.counts import ages, by_home, headline, summary
from pages.parts.actions.listed import came_back, listed
from pages.parts.actions.taken import chosen, download
from pages.parts.actions.worked import work_on_chosen
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from qa_data.access import Right

MOST = 100

through_front_door()
head = st.empty()
open_homes = ask.shared(home_facts)
home, standard, kind, state = chosen(list(open_homes))
counts = ask.answer(action_counts, home, standard)
at_homes = {row["home"] for row in ask.answer(actions_by_home, standard, None)}
work_on_chosen()
with head:
    static(headline(counts, home, standard, [] if home else sorted(at_homes - set(open_homes))))
if not counts:
    static(
        p["Choose another home or standard above."]
        if home or standard
        else p[
            "Upload a workbook with a sheet of actions, with the columns Home, Source, Source date, Standard, Action,"
            " Raised and Status. For example: Cedar View, Regulation 44 recommendation, 14 Oct 2026, QS12, Review the"
            " fire drill log, 14 Oct 2026, Open."
        ]
    )
    st.stop()
links(summary(counts, home, standard, kind, state), key="counts")
rows = ask.answer(tracked, home, standard, kind, state, MOST)
with st.container(border=True):
    links(listed(rows, kind, state, MOST, ask.those_for(Right.DECIDE, {row["home"] for row in rows})), key="listed")
    download(rows)
beside = st.grid(2, min_column_width=480)
with beside.container(border=True):
    links(ages(ask.answer(action_ages, home, standard), home, standard), key="ages")
with beside.container(border=True):
    links(by_home(ask.answer(actions_by_home, standard, kind)), key="by_home")
with st.container(border=True):
    links(came_back(ask.answer(repeats), home, standard), key="came_back")
