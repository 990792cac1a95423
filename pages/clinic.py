"""Clinic: one exception at a time, for the big screen; a decision recorded in the room becomes an action."""

from datetime import date

import streamlit as st
from htpy import fragment, h1, p

from metrics import clinic
from metrics.actions.tracker import tracked
from metrics.months.figures import home_figures, home_months
from metrics.rag.voices import voices
from metrics.signals.charts import charts
from metrics.signals.concerns import concerns
from pages.packs.offered import offered
from pages.parts import address, ask
from pages.parts.actions.worked import work_on
from pages.parts.answering.form import beside
from pages.parts.charts.signal_chart import LOW
from pages.parts.clinic.agenda import agenda, chosen, concerned_by, decided_about, following, turning
from pages.parts.clinic.form import form
from pages.parts.clinic.item import also, before, big, decided_today, figures_of, heading, heard, unseen
from pages.parts.clinic.room import attendance, presenter
from pages.parts.entry import through_front_door
from pages.parts.figures import figures, leading
from pages.parts.indicator import indicator_over_time
from pages.parts.links import links, static
from pages.parts.position import every_cell
from pages.parts.whole import made_of
from qa_data.access import Right

through_front_door()
big()
day, today = address.as_at(), date.today()
items, past, held = ask.answer(clinic.agenda), ask.answer(clinic.decided), ask.answer(clinic.meeting, today)
if not items:
    static(
        fragment[
            h1["Nothing on the agenda"],
            p[
                "No standard is red, has got better or worse, has an action overdue or a Flag; no home gets"
                " worse as a whole; no decision is undone, no theme is raised more often, and no home has four or more"
                " standards without a rating. With nothing loaded yet: upload a workbook with homes, visits and returns"
                " first."
            ],
            decided_today(held["decided"]),
        ]
    )
    st.stop()
item, place = chosen(items, held["decided"])
left, right = st.columns([1, 3.4], gap="medium")
with left:
    links(agenda(items, place, day, every_cell(), past, held["decided"]), key="agenda")
    links(decided_today(held["decided"]) or p(".small")["Nothing is decided today."], key="today")
    attendance(today, held["present"])
with right:
    with st.container(horizontal=True, vertical_alignment="center"):
        links(turning(items, place), key="turning")
        presenter()
    static(heading(item))
    said, drawn = st.columns(2, gap="medium")
    standing = ask.answer(concerns, homes=[item["home"]])
    if item["standard"]:
        found = figures(item["standard"], ask.answer(home_figures, item["home"]), ask.answer(home_months, item["home"]))
        with said:
            links(
                fragment[
                    figures_of(item, found, ask.answer(tracked, item["home"], item["standard"])),
                    heard(ask.answer(voices, item["standard"], homes=[item["home"]])),
                    also(item),
                ],
                key="figures",
            )
        with drawn:
            led = leading(found, None, [each for each in standing if each["standard"] == item["standard"]])
            series = item["home"], item["standard"], led.indicator.id
            indicator_over_time(led, next(iter(ask.answer(charts, (series,), homes=[item["home"]])), None), LOW)
    else:
        with said:
            static(fragment[item["whole"] and made_of(item["whole"]), unseen(item), also(item)])
    decides = ask.those_for(Right.DECIDE, [item["home"]])
    if decides:
        with st.container(border=True):
            form(item, today, following(items, place, held["decided"]))
    with st.container(border=True):
        about = decided_about(item, held["decided"])
        links(fragment[decided_today(about, with_homes=False), before(past, item)], key="before")
    beside(concerned_by(item, standing))
    if decides:
        work_on(item["home"], item["standard"])
    offered(("Minutes", "Clinic", "Practice learning"))
