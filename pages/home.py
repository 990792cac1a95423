"""Home: one home, its nine standards, and the evidence behind the chosen one."""

import streamlit as st
from htpy import div, fragment, h1, h2, p

from metrics.actions.tracker import actions
from metrics.homes.homes import home_facts, last_complete_month
from metrics.homes.plans import plan_lines
from metrics.inspections.inspected import judgement_history
from metrics.months.figures import home_figures, home_months
from metrics.rag.behind import rows_behind
from metrics.rag.cells import month_before
from metrics.rag.spoken import passed_over, spoken_against
from metrics.rag.status import status
from metrics.rag.voices import voices
from metrics.signals.as_whole import wholes
from metrics.signals.charts import charts as charts_asked
from metrics.themes.themes import theme_counts
from metrics.visits.findings import childrens_voice, findings, visits
from metrics.visits.records import unrecorded
from metrics.warnings.warnings import warnings
from pages.packs.offered import DRAFT, READY, offered
from pages.parts import address, ask, figures, marks
from pages.parts.answering.concerned import as_a_whole, concerned
from pages.parts.answering.form import beside
from pages.parts.charts.signal_chart import BESIDE
from pages.parts.choosing import chosen_cell, chosen_home, no_such_home
from pages.parts.entry import through_front_door
from pages.parts.home import behind, folded, portrait
from pages.parts.home.judged import judgements
from pages.parts.home.reasons import heading, pointing, reasons
from pages.parts.home.tiles import tabs, tiles
from pages.parts.home.watched import watched
from pages.parts.indicator import indicator_over_time
from pages.parts.links import links, static
from pages.parts.plan_shown import at_home
from pages.parts.side_by_side import side_by_side
from pages.parts.warnings.reasons import as_whole, of_standard, others_of
from pages.parts.wording import long_day
from qa_data.standards import CODES

through_front_door()
day = address.as_at()
month = last_complete_month(day)
homes = ask.shared(home_facts)
if not homes:
    static(
        fragment[
            h1[f"No home was open on {long_day(day)}"],
            p(".lede")[
                "Load a workbook with a sheet of homes on the Upload page, or choose another day in the sidebar."
            ],
        ]
    )
    st.stop()

in_view = address.said("standard") in CODES
who, right = st.columns([1, 3] if in_view else [1, 1.3], gap="medium", vertical_alignment="top")
with who:
    home = chosen_home(list(homes))
    if home is None:
        static(
            fragment[
                h1[f"No home of that name was open on {long_day(day)}"],
                p(".lede")[f"{no_such_home(list(homes))} Choose one from the list."],
            ]
        )
        st.stop()
stands = ask.answer(status, homes=[home])
cells, whole = stands["cells"], stands["homes"][0]
against = passed_over(ask.answer(spoken_against, homes=[home]), cells)
warning = next(each for each in ask.shared(warnings) if each["home"] == home)
worse = next(iter(ask.answer(wholes, homes=[home])), None)
history = ask.answer(judgement_history, home)
facts = portrait.portrait(homes[home], cells, month)
watch = watched(warning, ask.answer(unrecorded, homes=[home]), ask.answer(theme_counts, homes=[home]), against)
if in_view:
    with right, st.container(key="named"):
        static(folded.heading(home, cells, against, day))
        links(folded.whole(whole, warning, worse, facts, history), key="whole")
        beside(list(filter(None, [as_a_whole(worse)])), "")
else:
    with who:
        static(portrait.heading(home, whole, cells, against, day))
        links(fragment[as_whole(warning, worse)], key="whole")
        beside(list(filter(None, [as_a_whole(worse)])), "")
        links(facts, key="portrait")
    with right:
        judgements(history, day)
    links(watch, key="watched")
cell = chosen_cell(cells)
standard, pooled = cell["standard"], ask.answer(home_figures, home)
static((h2(".hidden") if in_view else h2)["Nine quality standards"])
links(tabs(cells, standard) if in_view else tiles(cells, standard, pooled, warning), key="tiles")
with st.container(border=True):
    told_once = pointing(cell, warning)
    static(heading(told_once, month_before(day)))
    found = figures.figures(standard, pooled, ask.answer(home_months, home))
    charted = {
        each["indicator"]: each for each in ask.answer(charts_asked, homes=[home]) if each["standard"] == standard
    }
    leading = figures.leading(found, address.said("indicator"), charted.values())
    # The chart stays in view beside the figures: the one that is clicked is drawn there.
    sides = st.grid(2, min_column_width=440)
    with sides.cell():
        static(reasons(told_once))
        links(of_standard(warning, standard), key="concerns")
        beside([each for each in map(concerned, charted.values()) if each and each.is_worse], standard)
        links(others_of(warning, standard), key="others")
        links(figures.table(found, leading, home, standard, month, charted), key="figures")
    with sides.cell(), st.container(key="beside"):
        behind_it = ask.answer(rows_behind, home, standard, leading.indicator.id, homes=[home])
        indicator_over_time(leading, charted.get(leading.indicator.id), BESIDE, behind.came_from(behind_it))
    links(side_by_side(ask.answer(voices, standard, homes=[home])), key="voices")
asked = (home, standard)
static(
    div(".grid3")[
        behind.found(ask.answer(findings, *asked), ask.answer(visits, *asked)),
        behind.done_about_it(ask.answer(actions, *asked)),
        behind.voice(ask.answer(childrens_voice, *asked)),
    ]
)
static(at_home(ask.answer(plan_lines, home, standard), marks.rating(cell)))
if in_view:
    links(watch, key="watched")
offered(("Clinic", "Practice learning", READY, DRAFT), home)
