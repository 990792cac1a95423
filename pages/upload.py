"""Upload: choose, see what was found and every problem, settle, confirm; and the history."""

import streamlit as st

from metrics.evidence.homes import last_complete_month
from pages.parts import address, ask, incoming
from pages.parts.differing_shown import differences
from pages.parts.entry import through_front_door
from pages.parts.history import history, returns_in
from pages.parts.links import static
from pages.parts.owed_shown import owed
from pages.parts.problems import found, loaded_before, problems, verdict
from pages.parts.settling_shown import settling
from pages.parts.templates import offered
from pages.parts.steps import choose, confirm, had_back, outcome, step

through_front_door()
headline = st.empty()
left, right = st.columns([1.75, 1], gap="medium")

with left.container(border=True):
    by, files = choose()
    outcome()
answers = incoming.checked(files) if files else []
with headline:
    static(f"<h1>{verdict(answers) if answers else 'Upload a workbook'}</h1>")
if answers:
    settled = all(answer["accepted"] for answer in answers)
    with left.container(border=True):
        step(2, "What was found", done=True)
        static(found(answers) + loaded_before(answers, ask.answer("uploads")) + "".join(map(differences, answers)))
    with left.container(border=True):
        step(3, "Problems", done=settled)
        for file, answer in zip(files, answers):
            static(problems(answer))
            settling(file, answer)
            had_back(file, answer)
    with left.container(border=True):
        step(4, "Confirm", done=False)
        confirm(files, answers, by)

homes = ask.answer("home_facts")
if homes:
    with right.container(border=True):
        static(returns_in(homes, last_complete_month(address.as_at())))
    with right.container(border=True):
        owed(ask.answer("owed"), address.as_at())
with right.container(border=True):
    offered(list(homes))
with right.container(border=True):
    history(ask.answer("uploads"), by)
