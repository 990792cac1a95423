"""Emerging themes: which concerns independent visits mention more than expected, and in which words."""

import streamlit as st
from htpy import div, fragment, h1, p

from metrics.homes.homes import home_facts
from metrics.themes.linked import theme_actions
from metrics.themes.others import said_by_others
from metrics.themes.sources import theme_findings
from metrics.themes.strengths import theme_strengths
from metrics.themes.themes import theme_counts
from pages.parts import address, ask
from pages.parts.choosing import filters
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.themes.chosen import chosen
from pages.parts.themes.listed import ranked
from pages.parts.themes.months import at_one_home, by_month, last_months, praised
from pages.parts.themes.others import others
from pages.parts.themes.said import headline, lede, service, strapline

through_front_door()
head = st.empty()
home, _ = filters("themes", list(ask.shared(home_facts)), ("home",))
homes = [home] if home else None
answer = ask.answer(theme_counts, homes=homes)
shown = service(answer, home)
with head:
    static(
        fragment[
            div(".small")[strapline(answer, shown)],
            h1[headline(answer, shown, home)],
            p(".lede")[lede(answer, shown)],
        ]
    )
if not shown:
    links(others(ask.answer(said_by_others, homes=homes)), key="others")
    st.stop()
asked = next((each for each in shown if each["theme"] == address.said("theme")), shown[0])
left, right = st.columns([1.75, 1], gap="medium")
with left:
    links(ranked(shown, asked, home), key="ranked")
with right:
    found = ask.answer(theme_findings, asked["theme"], homes=homes)
    linked = ask.answer(theme_actions, asked["theme"], tuple(asked["homes"]))
    links(chosen(asked, shown.index(asked) + 1, len(shown), found, linked), key="chosen")
links(others(ask.answer(said_by_others, homes=homes)), key="others")
links(by_month(shown, last_months(address.as_at()), home), key="months")
beside = st.grid(1 if home else 2, min_column_width=380)
if not home:
    with beside.container():
        links(at_one_home(answer["themes"]), key="homes")
with beside.container():
    static(praised(ask.answer(theme_strengths, homes=homes)))
