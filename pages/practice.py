"""Good practice: strengths by standard and home, findable by words."""

import streamlit as st

from metrics.homes.homes import home_facts
from metrics.visits.strengths import strengths as strengths_asked
from metrics.visits.strengths import strengths_by_home
from pages.parts import ask
from pages.parts.choosing import filters
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.practice_shown import headline, spread, strengths

MOST = 60

through_front_door()
counts = ask.answer(strengths_by_home)
static(headline(counts, ask.answer(strengths_asked, None, None, None, MOST)))
home, standard = filters("practice", list(ask.shared(home_facts)))
words = st.text_input("Words to look for", key="practice words", width=340, placeholder="For example: key-work")
links(strengths(ask.answer(strengths_asked, home, standard, words.strip() or None, MOST), MOST), key="strengths")
links(spread(counts), key="spread")
