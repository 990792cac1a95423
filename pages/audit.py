"""Audit: who did what and when, and whether anything of that record is missing."""

from datetime import UTC, datetime, timedelta

import streamlit as st
from htpy import p

from metrics.indicators.settings import in_force
from pages.parts import ask
from pages.parts.audited import headline, listed
from pages.parts.entry import through_front_door
from pages.parts.links import static
from qa_data.audit import What, entries, gaps, hashed
from qa_data.audit.entries import audit_file

EVERYBODY, ANYTHING, DAYS = "Everybody", "Anything", 30

through_front_door()
database = ask.store().path
told = entries(database)
static(headline(gaps(database), len(told), ask.answer(in_force)["audit.months"], audit_file(database).name))
with st.container(horizontal=True):
    since = st.date_input("Since", datetime.now(UTC).date() - timedelta(days=DAYS), format="DD/MM/YYYY", width=160)
    people = sorted({entry["person"] for entry in told if entry["person"]})
    who = st.selectbox("Who", [EVERYBODY, *people], width=240)
    what = st.selectbox("What", [ANYTHING, *What], width=240)
    words = st.text_input("Searched for", help="The audit holds no words, but can tell whether these were.", width=320)
chosen = [
    entry
    for entry in told
    if entry["moment"] >= str(since)
    and who in (EVERYBODY, entry["person"])
    and what in (ANYTHING, entry["what"])
    and (not words or entry["about"].get("words") == hashed(database, words))
]
static(listed(chosen) if chosen or told else p["Nothing has been noted yet."])
st.download_button(
    "Download the audit (.jsonl)",
    audit_file(database).read_bytes,
    file_name="audit.jsonl",
    help="Every entry as it stands: a line of JSON each, with the SHA-256 of the line before.",
    on_click="ignore",
)
