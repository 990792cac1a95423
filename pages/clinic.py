"""Clinic: one exception at a time, for the big screen; a decision recorded in the room becomes an action."""

import streamlit as st

from pages.parts import address, ask
from pages.parts.clinic_form import form
from pages.parts.clinic_item import before, big, figures_of, heading, unseen
from pages.parts.clinic_agenda import agenda, chosen, turning
from pages.parts.entry import through_front_door
from pages.parts.figures import figures, leading
from pages.parts.indicator import indicator_over_time
from pages.parts.links import links, static
from pages.parts.packs.offered import offered

through_front_door()
big()
day = address.as_at()
items, past = ask.answer("agenda"), ask.answer("decided")
if not items:
    static("<h1>Nothing on the agenda</h1><p>No standard is red or has changed, and every home can be seen. With nothing loaded yet: upload a workbook with homes, visits and returns first.</p>")
    st.stop()
item, place = chosen(items)
left, right = st.columns([1, 3], gap="large")
with left:
    links(agenda(items, place, day, ask.answer("cells"), past), key="agenda")
with right:
    static(heading(item, place, len(items)))
    said, drawn = st.columns(2, gap="medium")
    if item["standard"]:
        pooled = ask.answer("home_figures", item["home"])
        found = figures(item["standard"], pooled, ask.answer("home_months", item["home"]))
        with said:
            static(figures_of(found, ask.answer("tracked", item["home"], item["standard"])))
        with drawn:
            led = leading(found, None)
            series = item["home"], item["standard"], led.indicator.id
            indicator_over_time(led, next(iter(ask.answer("charts", (series,), homes=[item["home"]])), None))
    else:
        static(unseen(item))
    decided_before, deciding = st.columns(2, gap="medium")
    with decided_before.container(border=True):
        static(before(past, item))
    with deciding.container(border=True):
        form(item, day, items[(place + 1) % len(items)]["key"])
    links(turning(items, place), key="turning")
offered(("Clinic", "Practice learning"))
