"""Trends: every indicator as a small chart with its signal, new concerns first; one of them in full."""

from dataclasses import replace

import streamlit as st
from htpy import fragment, h2, p

from metrics.homes.homes import home_facts
from metrics.indicators.registry import indicator, titled
from metrics.signals.answering import answers
from metrics.signals.as_whole import wholes
from metrics.signals.charts import charts as charts_asked
from metrics.signals.moving import moving
from pages.parts import address, ask, marks
from pages.parts.answering.answered import answered
from pages.parts.charts.keyed import SMALL
from pages.parts.charts.signal_chart import signal_chart
from pages.parts.choosing import asked_home, filters
from pages.parts.entry import through_front_door
from pages.parts.figures import aim_named
from pages.parts.links import links, static
from pages.parts.trends.grouped import groups
from pages.parts.trends.rebasing import rebasing
from pages.parts.trends.shown import headline, series_of, wholes_said
from qa_data.access import Right
from qa_data.standards import standard

through_front_door()
home, code = asked_home(), address.said("standard")
told = ask.answer(moving, home, code)
static(headline(told))
if not told["series"]:
    st.stop()
homes = list(ask.shared(home_facts))
asked = [each for each in ask.answer(wholes) if each["home"] in ([home] if home else homes)]
links(fragment[wholes_said(told, asked)], key="wholes")
filters("trends", homes)
chosen = home, code, address.said("indicator")
wanted = {series_of(each): each["home"] for each in told["shown"]} | ({chosen: home} if all(chosen) else {})
charts = (
    {
        series_of(chart): chart
        for chart in ask.answer(charts_asked, tuple(sorted(wanted)), homes=sorted(set(wanted.values())))
    }
    if wanted
    else {}
)
if chart := charts.get(chosen):
    with st.container(border=True):
        static(
            fragment[
                h2[titled(chart["indicator"], chart["standard"])],
                p(".small")[f"{chart['home']} · {standard(chart['standard']).name}"],
            ]
        )
        signal_chart(chart, aim_named(replace(indicator(chart["indicator"]), target=chart["target"])))
        rebasing(chart, bool(ask.those_for(Right.DECIDE, [chart["home"]])))
grouped = groups(told, charts, chosen)
static(
    fragment[marks.key_to(grouped), p(".small")[SMALL]] if told["shown"] else p["No series of this choice is known."]
)
links(grouped, key="groups")
links(answered(ask.answer(answers, home)), key="answered")
