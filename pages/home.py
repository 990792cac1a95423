"""Home: one home, its nine standards, and the evidence behind the chosen one."""

import streamlit as st
from htpy import div, fragment, h1, h2, p

from metrics.actions.tracker import actions
from metrics.homes.homes import home_facts, last_complete_month
from metrics.homes.plans import plan_lines
from metrics.inspections.inspected import judgement_history
from metrics.months.figures import home_figures, home_months
from metrics.rag.behind import rows_behind
from metrics.rag.spoken import passed_over, spoken_against
from metrics.rag.status import month_before, status
from metrics.rag.voices import voices
from metrics.signals.as_whole import wholes
from metrics.signals.charts import charts as charts_asked
from metrics.themes.themes import theme_counts
from metrics.visits.findings import childrens_voice, findings, visits
from metrics.visits.records import unrecorded
from metrics.warnings.warnings import warnings
from pages.packs.offered import offered
from pages.parts import address, ask, figures, marks
from pages.parts.answering.concerned import as_a_whole, concerned
from pages.parts.answering.form import beside
from pages.parts.charts import charts
from pages.parts.charts.drawing import chart
from pages.parts.choosing import chosen_cell, chosen_home, no_such_home
from pages.parts.entry import through_front_door
from pages.parts.home import behind, portrait
from pages.parts.home.reasons import heading, pointing, reasons
from pages.parts.home.tiles import tiles
from pages.parts.home.watched import watched
from pages.parts.indicator import indicator_over_time
from pages.parts.links import links, static
from pages.parts.plan_shown import at_home
from pages.parts.side_by_side import side_by_side
from pages.parts.warnings.reasons import as_whole, of_standard
from pages.parts.wording import long_day

through_front_door()
day = address.as_at()
month = last_complete_month(day)
homes = ask.answer(home_facts)
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

who, judged = st.columns([1, 1.3], gap="medium")
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
    warning = next(each for each in ask.answer(warnings) if each["home"] == home)
    static(portrait.heading(home, whole, cells, against, day))
    whole_now = next(iter(ask.answer(wholes, homes=[home])), None)
    links(fragment[as_whole(warning, whole_now)], key="whole")
    beside(list(filter(None, [as_a_whole(whole_now)])), "")
    links(portrait.portrait(homes[home], cells, month), key="portrait")
with judged:
    history = ask.answer(judgement_history, home)
    with st.container(border=True):
        static(portrait.judgements_heading(history))
        for column, (title, which) in zip(
            st.columns([1.75, 1, 1], gap="small") if history else (), portrait.JUDGED, strict=False
        ):
            with column:
                chart(
                    charts.steps,
                    history,
                    which,
                    title,
                    day,
                    which == "overall",
                    words=f"{title}: {portrait.in_words(history, which)}",
                    key=which,
                )
        if history:
            static(portrait.judgements_table(history))

links(
    watched(warning, ask.answer(unrecorded, homes=[home]), ask.answer(theme_counts, homes=[home]), against),
    key="watched",
)
cell = chosen_cell(cells)
standard, pooled = cell["standard"], ask.answer(home_figures, home)
static(h2["Nine quality standards"])
links(tiles(cells, standard, pooled, warning), key="tiles")
with st.container(border=True):
    told_once = pointing(cell, warning)
    static(heading(told_once, month_before(day)))
    found = figures.figures(standard, pooled, ask.answer(home_months, home))
    charted = {
        each["indicator"]: each for each in ask.answer(charts_asked, homes=[home]) if each["standard"] == standard
    }
    leading = figures.leading(found, address.said("indicator"), charted.values())
    panes = st.grid(2, min_column_width=620)
    with panes.cell():
        static(reasons(told_once))
        links(of_standard(warning, standard), key="concerns")
        beside([each for each in map(concerned, charted.values()) if each and each.is_worse], standard)
    with panes.cell():
        indicator_over_time(leading, charted.get(leading.indicator.id))
        static(behind.came_from(ask.answer(rows_behind, home, standard, leading.indicator.id, homes=[home])))
    links(figures.table(found, leading, home, standard, month, charted), key="figures")
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
offered(("Clinic", "Practice learning"), home)
