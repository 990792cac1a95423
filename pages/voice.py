"""Children's voice: where it is missing, who was heard, and what changed because of it."""

import streamlit as st

from metrics.homes.homes import home_facts
from metrics.visits.voice import said, voices
from metrics.young_people.answering import progress
from metrics.young_people.issues import issues
from pages.parts import address, ask
from pages.parts.choosing import filters
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.voice_shown import headline, heard, moved, raised, silence, words
from pages.parts.young_people.forms import answer_form
from qa_data.access import Right

MOST = 40

through_front_door()
rows = ask.answer(voices)
static(headline(rows))
if rows:
    home, standard = filters("voice", list(ask.shared(home_facts)))
    shown = [row for row in rows if home in (None, row["home"])]
    links(silence(shown), key="silence")
    links(heard(shown), key="heard")
    told = ask.answer(issues, home, standard, MOST)
    links(raised(told, MOST), key="raised")
    theirs = set(ask.those_for(Right.DECIDE, {each["home"] for each in told}))
    if own := [each for each in told if each["home"] in theirs]:
        with st.expander("Answer something that a child said"):
            answer_form(own, address.as_at())
    static(moved([each for each in ask.answer(progress) if home in (None, each["home"])]))
    links(words(ask.answer(said, home, MOST), MOST), key="words")
