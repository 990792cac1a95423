"""Overview: which homes need attention, and why."""

import streamlit as st
from htpy import div, fragment, h1, p

from metrics.homes.homes import home_facts, last_complete_month
from metrics.rag.cells import month_before
from metrics.signals.as_whole import wholes
from metrics.themes.themes import theme_counts
from metrics.visits.records import unrecorded
from metrics.warnings.owed import owed
from metrics.warnings.warnings import warnings
from pages.packs.offered import SCRUTINY, offered
from pages.parts import address, ask, sample
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.not_begun import not_begun
from pages.parts.overview.beginning import beginning
from pages.parts.overview.changes import changes
from pages.parts.overview.headline import headline, lede, missing, strapline
from pages.parts.overview.matrix import matrix
from pages.parts.position import MOST, position
from pages.parts.tour import tour
from pages.parts.warnings.concerns import chance, concerns
from pages.parts.wording import long_day
from qa_data.uploads import ACCEPTED, uploads

through_front_door()
day = address.as_at()
month = last_complete_month(day)
if not any(upload.state == ACCEPTED for upload in ask.answer(uploads)):
    beginning()
    st.stop()
if not ask.shared(home_facts):
    static(
        fragment[
            h1[f"No home was open on {long_day(day)}"],
            p(".lede")["Choose another day in the sidebar, or upload a workbook with a sheet of homes."],
        ]
    )
    st.stop()

every = position()
static(fragment[div(".small")[strapline(every, day, month)], h1[headline(every)], p(".lede")[lede(every)]])
drawn = every
if len(every.homes) > MOST:
    wanted = st.text_input(f"Find a home by name (the {MOST} worst of {len(every.homes):,} are shown)", key="wanted")
    drawn = position(wanted) if wanted else every
links(matrix(drawn, month), key="matrix")
links(fragment[missing(ask.answer(owed)), not_begun(ask.answer(unrecorded))], key="owed")
if sample.alone():
    tour()
warned = ask.shared(warnings)
links(concerns(warned, ask.answer(wholes), chance(len(warned))), key="concerns")
links(changes(every, month_before(day), warned, ask.answer(theme_counts)), key="changes")
offered(("Clinic", "Practice learning", SCRUTINY))
