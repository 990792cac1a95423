"""The three judgements of a home through time, drawn side by side."""

from datetime import date

import streamlit as st
from htpy import p, strong

from pages.parts.charts import charts
from pages.parts.charts.drawing import chart
from pages.parts.home import portrait
from pages.parts.links import static
from qa_data.judgements import JUDGED, told


def judgements(history: list[dict], day: date) -> None:
    """A chart a judgement, and every inspection behind them; `history` as `judgement_history`."""
    with st.container(border=True):
        static(portrait.judgements_heading(history))
        columns = st.columns([1.75, 1, 1], gap="small") if history else ()
        for column, (title, which) in zip(columns, JUDGED, strict=False):
            with column:
                words = f"{title}: {portrait.in_words(history, which)}"
                if not any(each[which] for each in history):
                    static(p[strong[title], " ", told(history[-1], which)])
                    continue
                chart(charts.steps, history, which, title, day, which == "overall", words=words, key=which)
        if history:
            static(portrait.judgements_table(history))
