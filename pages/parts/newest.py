"""Where many servers share a store: a page that stands open shows what another of them took in, or says as of when it
is.
"""

from datetime import datetime

import streamlit as st

from pages.parts import ask
from pages.parts.wording import moment

EVERY = 3
"""Seconds between two looks of a page that stands open."""


def follow() -> None:
    """Looks from time to time whether there is more than the page shows."""
    if ask.is_shared():
        _looked(ask.state())


@st.fragment(run_every=EVERY)
def _looked(drawn: datetime | None) -> None:
    if ask.state() != drawn:
        st.rerun()
    if as_of := ask.as_of():
        st.warning(
            f"The server that keeps the store cannot be reached. You see what was known on {moment(as_of)};"
            " nothing can be loaded or decided until it can be. Nothing is lost."
        )
