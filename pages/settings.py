"""Settings: what the council sets for itself, tried out before it is saved."""

import streamlit as st
from htpy import fragment, h1, h2, p

from metrics.homes.homes import open_homes
from metrics.indicators.settings import SETTINGS, in_force, setting, settings_history
from metrics.rag.status import cells
from pages.parts import address, ask, who
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.settings.form import proposal, save
from pages.parts.settings.people import people
from pages.parts.settings.records import LEDE, setting_records
from pages.parts.settings.shown import changed_cells, history, table, value_said
from qa_data.access import Right

through_front_door()
values = ask.answer(in_force)
past = ask.answer(settings_history)
theirs = [each for each in SETTINGS if values[each.id] != each.default]
said = (
    f"{len(theirs)} of {len(SETTINGS)} targets and local standards"
    f" {'differs' if len(theirs) == 1 else 'differ'} from the default"
    if theirs
    else "Every target and local standard is at its default"
)
static(
    fragment[
        h1[said],
        p(".lede")[
            "Targets, floors and local standards are the council’s own. What the law says is not a setting: a legal"
            " target stays at 100 %."
        ],
    ]
)
left, right = st.columns([1, 1.2], gap="medium")
with left.container(border=True):
    static(h2["Change a setting"])
    chosen = st.selectbox(
        "Setting", [each.id for each in SETTINGS], format_func=lambda id: setting(id).title, key="setting"
    )
    static(
        p[
            f"Now {value_said(setting(chosen), values[chosen])}; the default is"
            f" {value_said(setting(chosen), setting(chosen).default)}."
        ]
    )
    if setting(chosen).means:
        static(p(".small")[setting(chosen).means])
    proposed = proposal(setting(chosen), values[chosen])
with right.container(border=True):
    static(h2["What would change"])
    if proposed is None or proposed == values[chosen]:
        static(
            p(".small")["Give a new value: the cells that would change colour are shown here before anything is saved."]
        )
    elif not who.may(Right.READ):
        static(p(".small")["Which cells would change colour is shown to those who may also see the homes’ figures."])
    else:
        links(
            changed_cells(ask.shared(cells), ask.answer(cells, ((chosen, proposed),)), address.as_at()),
            key="changed_cells",
        )
with left.container(border=True):
    save(chosen, proposed, values)
homes = ask.answer(open_homes)
if homes:
    with st.container(border=True):
        static(fragment[h2["From when visits and reviews count"], LEDE])
        form, theirs = st.columns([1, 1.2], gap="medium")
        with form:
            told = setting_records(homes)
        with theirs:
            static(told)
with st.container(border=True):
    people()
with st.container(border=True):
    static(fragment[h2["All targets and local standards"], table(values)])
with st.container(border=True):
    static(fragment[h2["Who changed a target or a local standard, and why"], history(past)])
