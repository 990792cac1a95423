"""Ready for inspection: what a home can show since its last full inspection, and what is missing. It judges nothing."""

import streamlit as st
from htpy import div, fragment, h1, h2, p

from metrics.actions.repeats import repeats
from metrics.actions.tracker import tracked
from metrics.homes.homes import open_homes
from metrics.inspections.inspected import judgement_history
from metrics.readiness.annex import annex, living
from metrics.readiness.evidence import evidence
from metrics.readiness.gaps import gaps
from metrics.readiness.spans import spans
from metrics.visits.records import unrecorded
from metrics.warnings.clocks import clocks
from pages.packs.offered import DRAFT, READY, offered
from pages.parts import address, ask
from pages.parts.choosing import chosen_home, no_such_home
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.ready import asked, form, shown
from pages.parts.wording import long_day

through_front_door()
day, homes = long_day(address.as_at()), ask.answer(open_homes)
if not homes:
    load = "Load a workbook with a sheet of homes on the Upload page, or choose another day in the sidebar."
    static(fragment[h1[f"No home was open on {day}"], p(".lede")[load]])
    st.stop()
home = chosen_home(homes)
if home is None:
    why = f"{no_such_home(homes)} Choose one from the list."
    static(fragment[h1[f"No home of that name was open on {day}"], p(".lede")[why]])
    st.stop()

of_home = [home]
[span] = ask.answer(spans, homes=of_home)
static(
    fragment[
        div(".small")[f"Position at {day}"],
        h1[f"{home}: what it can show an inspector"],
        p(".lede")["It lists what is loaded, each with its rows, and what is missing. It judges nothing: you do."],
    ]
)
static(form.form(span, ask.answer(annex, homes=of_home), next(iter(ask.answer(living, homes=of_home)), None)))
links(
    div(".panels.wide")[
        asked.gaps(
            span,
            ask.answer(gaps, homes=of_home)[0],
            ask.answer(clocks, homes=of_home),
            ask.answer(unrecorded, homes=of_home),
        ),
        asked.asked(
            *(ask.answer(tracked, home, None, kind) for kind in ("requirement", "recommendation")),
            ask.answer(repeats, homes=of_home),
        ),
    ],
    key="asked",
)
static(h2["Evidence for and against"])
rows = ask.answer(evidence, homes=of_home)
for place, panel in enumerate(shown.judgements(ask.answer(judgement_history, home), rows)):
    links(panel, key=f"judgement {place}")
offered((READY, DRAFT), home)
