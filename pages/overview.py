"""Overview: which homes need attention, and why."""

import streamlit as st

from metrics.evidence.homes import last_complete_month
from metrics.status import month_before
from pages.parts import address, ask
from pages.parts.beginning import beginning
from pages.parts.changes import changes
from pages.parts.entry import through_front_door
from pages.parts.headline import headline, lede, missing, strapline
from pages.parts.links import links, static
from pages.parts.matrix import matrix
from pages.parts.packs.offered import PACKS, offered
from pages.parts.position import MOST, position
from pages.parts.sample import sample_uploads
from pages.parts.tour import tour
from pages.parts.words import long_day
from qa_data.uploads import ACCEPTED

through_front_door()
day = address.as_at()
month = last_complete_month(day)
if not any(upload.state == ACCEPTED for upload in ask.answer("uploads")):
    beginning()
    st.stop()
if not ask.answer("home_facts"):
    static(f'<h1>No home was open on {long_day(day)}</h1><p class="lede">Choose another day in the sidebar, or upload a workbook with a '
           "sheet of homes.</p>")
    st.stop()

every = position()
static(f'<div class="small">{strapline(every, day, month)}</div><h1>{headline(every)}</h1><p class="lede">{lede(every)}</p>')
drawn = every
if len(every.rags) > MOST:
    wanted = st.text_input(f"Find a home by name (the {MOST} worst of {len(every.rags):,} are shown)", key="wanted")
    drawn = position(wanted) if wanted else every
links(matrix(drawn, month), key="matrix")
links(missing(ask.answer("owed")), key="owed")
if sample_uploads(ask.store(), ACCEPTED):
    tour()
links(changes(every, month_before(day), ask.answer("warnings"), ask.answer("theme_counts")["themes"]), key="changes")
offered(tuple(PACKS))
