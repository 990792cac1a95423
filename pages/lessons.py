"""Lessons: what one home learns is put to the others; and recommendations that come back."""

import streamlit as st
from htpy import h2, p

from metrics.actions.repeats import repeats as repeats_asked
from metrics.clinic import lessons as learnt
from metrics.clinic.candidates import candidates as may_be_put
from pages.parts import address, ask, who
from pages.parts.entry import through_front_door
from pages.parts.lessons.forms import answer_form, put_form, repeat_form
from pages.parts.lessons.repeats import repeats
from pages.parts.lessons.shown import answers, by_home, headline
from pages.parts.links import links, static
from qa_data.access import Right

NOTHING_TO_PUT = p[
    "No theme emerges at a home and no requirement of Ofsted’s in 12 months waits to be put. Both are found in what is"
    " loaded on the Upload page: visits, findings and actions."
]

through_front_door()
day = address.as_at()
rows, pairs, candidates = ask.answer(learnt.lessons), ask.answer(repeats_asked), ask.answer(may_be_put)
told = learnt.loop(rows)
static(headline(told))
about = {row["home"] for row in [*candidates, *pairs]} | {row["asked"] for row in rows}
theirs = set(ask.those_for(Right.DECIDE, about))
own = [row for row in candidates if row["home"] in theirs]
asked = [row for row in rows if row["asked"] in theirs]
if who.may(Right.DECIDE):
    put, given = st.columns(2, gap="medium")
    with put.container(border=True):
        static(h2["Put a lesson to the other homes"])
        put_form(own, day) if own else static(NOTHING_TO_PUT)
    with given.container(border=True):
        static(h2["Answer a lesson"])
        answer_form(asked, day) if asked else static(p["Nothing waits for an answer."])
if rows:
    links(answers(rows), key="answers")
    static(by_home(told))
links(repeats(pairs), key="repeats")
if pairs := [pair for pair in pairs if pair["home"] in theirs]:
    with st.container(border=True):
        static(h2["Decide on a pair"])
        repeat_form(sorted(pairs, key=lambda pair: pair["decision"] != "suggested"))
