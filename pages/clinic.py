"""Clinic: one exception at a time, for the big screen; a decision recorded in the room becomes an action."""

import streamlit as st

from pages.parts import address, ask
from pages.parts.clinic_form import form
from pages.parts.clinic_item import also, before, big, figures_of, heading, unseen
from pages.parts.clinic_agenda import agenda, chosen, turning
from pages.parts.entry import through_front_door
from pages.parts.figures import figures, leading
from pages.parts.indicator import indicator_over_time
from pages.parts.links import links, static
from pages.parts.packs.offered import offered
from pages.parts.signal_chart import LOW

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
        found = figures(item["standard"], ask.answer("home_figures", item["home"]), ask.answer("home_months", item["home"]))
        with said:
            static(figures_of(found, ask.answer("tracked", item["home"], item["standard"])) + also(item))
        with drawn:
            led = leading(found, None)
            series = item["home"], item["standard"], led.indicator.id
            indicator_over_time(led, next(iter(ask.answer("charts", (series,), homes=[item["home"]])), None), LOW)
    else:
        with said:
            static(unseen(item) + also(item))
    with said.container(border=True):
        static(before(past, item))
    with drawn.container(border=True):
        form(item, day, items[(place + 1) % len(items)]["key"])
    with said:
        links(turning(items, place), key="turning")
        offered(("Clinic", "Practice learning"))
