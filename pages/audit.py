"""Audit: who did what and when, and whether anything of that record is missing."""

from datetime import UTC, datetime, timedelta

import streamlit as st

from metrics.indicators.settings import in_force
from pages.parts import ask
from pages.parts.audited import headline, listed, read, with_words
from pages.parts.entry import through_front_door
from pages.parts.links import static
from pages.parts.noted import taken_away
from qa_data.audit import What
from qa_data.audit.kept import kept
from qa_data.store import database_path

EVERYBODY, ANYTHING, DAYS = "Everybody", "Anything", 30

through_front_door()
audit = kept(database_path())
told, gaps = read(database_path())
static(headline(gaps, len(told), ask.answer(in_force)["audit.months"], audit.name))
with st.container(horizontal=True):
    since = st.date_input("Since", datetime.now(UTC).date() - timedelta(days=DAYS), format="DD/MM/YYYY", width=160)
    who = st.selectbox("Who", [EVERYBODY, *sorted({each["person"] for each in told} - {""})], width=240)
    what = st.selectbox("What", [ANYTHING, *What], width=240)
    words = st.text_input("Searched for", help="The audit holds no words, but can tell whether these were.", width=320)
chosen = [
    each
    for each in told
    if each["moment"] >= str(since) and who in (EVERYBODY, each["person"]) and what in (ANYTHING, each["what"])
]
static(listed(with_words(database_path(), chosen, words) if words else chosen))
taken_away(
    "Download the audit (.jsonl)",
    audit.whole,
    "audit",
    file_name="audit.jsonl",
    help="Every entry as it stands: a line of JSON each, with the SHA-256 of the line before.",
    on_click="ignore",
)
