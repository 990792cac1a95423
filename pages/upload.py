"""Upload: choose, see what was found and every problem, settle, confirm; and the history."""

import streamlit as st
from htpy import fragment, h1, p

from metrics.homes.homes import home_facts, last_complete_month
from metrics.visits.records import unrecorded
from metrics.warnings.owed import owed as owed_asked
from pages.parts import address, ask, who
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.not_begun import not_begun
from pages.parts.upload import incoming
from pages.parts.upload.confirm import bar, confirm
from pages.parts.upload.differing import differences
from pages.parts.upload.files import each_file
from pages.parts.upload.found import found, loaded_before, verdict
from pages.parts.upload.history import history, returns_in
from pages.parts.upload.mapped import mapped
from pages.parts.upload.owed import owed
from pages.parts.upload.steps import choose, outcome, say_what_is_lost, step
from pages.parts.upload.templates import offered
from qa_data.access import Right
from qa_data.headings import heading_decisions
from qa_data.uploads import uploads

through_front_door()
loads = who.may(Right.LOAD)
headline = st.empty()
left, right = st.columns([1.75, 1], gap="medium")

with left.container(border=True):
    if loads:
        by, files = choose()
        outcome()
    else:
        by, files = who.asked_name("by", width=320), []
        static(p["A home’s workbooks are loaded by its manager. What has been loaded stands in the history."])
answers = incoming.checked(files) if files else []
with headline:
    static(h1[verdict(answers) if answers else "Upload a workbook" if loads else "What has been loaded"])
homes = ask.shared(home_facts)
if answers:
    with left.container(border=True):
        step(2, "What was found", done=True)
        static(fragment[found(answers), loaded_before(answers, ask.answer(uploads)), map(differences, answers)])
    with left.container(border=True):
        step(3, "Problems", done=all(answer["accepted"] for answer in answers))
        slots = each_file(files, answers, by, ask.those_for(Right.LOAD, homes))
    with left.container(border=True):
        step(4, "Confirm", done=False)
        lacking = confirm(files, answers)

if homes:
    with right.container(border=True):
        static(returns_in(homes, last_complete_month(address.as_at())))
    with right.container(border=True):
        owed(ask.answer(owed_asked), address.as_at())
        links(fragment[not_begun(ask.answer(unrecorded))], key="not_begun")
if loads:
    with right.container(border=True):
        offered(ask.those_for(Right.LOAD, homes))
with right.container(border=True):
    history(ask.answer(uploads), by)
    mapped(ask.answer(heading_decisions), by)
if answers:
    bar(files, answers, by, lacking)
    say_what_is_lost(slots)
