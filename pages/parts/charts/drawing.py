"""Charts on a page: made and checked once, then kept, since that takes longer than everything else a page does."""

from collections.abc import Callable

import altair as alt
import streamlit as st

from pages.parts.charts import charts

DRAWN = {draw.__name__: draw for draw in (charts.signal, charts.steps)}


def chart(draw: Callable[..., alt.LayerChart], *data, words: str, key: str) -> None:
    """Shows what the function makes of the data; `words` say it for those who cannot see it."""
    st.vega_lite_chart(_specification(draw.__name__, data), theme=None, alt=words, key=key)


@st.cache_data(show_spinner=False, max_entries=500)
def _specification(draw: str, data: tuple) -> dict:
    return DRAWN[draw](*data).to_dict()
