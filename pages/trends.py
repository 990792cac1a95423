"""Trends: every indicator as a small chart with its signal, concerns first; one of them in full."""

from dataclasses import replace
from html import escape

import streamlit as st

from metrics.registry import indicator
from pages.parts import address, ask, marks
from pages.parts.choosing import filters
from pages.parts.entry import through_front_door
from pages.parts.figures import aim_named
from pages.parts.links import links, static
from pages.parts.rebasing import rebasing
from pages.parts.signal_chart import signal_chart
from pages.parts.trends_shown import GROUPS, drawn_first, finding, groups
from qa_data.standards import standard

through_front_door()
told = ask.answer("signals")
every = told["signals"]
static(finding(every, told["expected_false_flags"]))
if not every:
    st.stop()
home, code = filters("trends", list(ask.answer("home_facts")))
wanted = [each for each in every if home in (None, each["home"]) and code in (None, each["standard"])]
shown = [each for name in GROUPS for each in drawn_first(wanted, name)]
charts = ask.answer("charts", homes=sorted({each["home"] for each in shown})) if shown else []
chosen = home, code, address.said("indicator")
for chart in charts:
    if (chart["home"], chart["standard"], chart["indicator"]) == chosen:
        with st.container(border=True):
            static(f'<h2>{indicator(chart["indicator"]).title}</h2><p class="small">{escape(chart["home"])} · {standard(chart["standard"]).name}</p>')
            signal_chart(chart, aim_named(replace(indicator(chart["indicator"]), target=chart["target"])))
            rebasing(chart)
static(marks.ring_key())
if not wanted:
    static("<p>No series of this choice is known.</p>")
links(groups(charts, wanted, chosen), key="groups")
