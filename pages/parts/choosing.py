"""Which home and which standard the Home page shows: what the address says, else the worst."""

import streamlit as st

from metrics.status import homes
from pages.parts import address, ask
from pages.parts.position import WORST_FIRST


def chosen_home(names: list[str]) -> str | None:
    """The picker, on the home of the address or the worst one; None where the address names none of the homes."""
    asked = address.said("home")
    home = asked or min(homes(ask.answer("cells")), key=lambda each: WORST_FIRST[each["rag"]])["home"]
    st.session_state["home"] = home if home in names else None
    st.selectbox("Home", names, key="home", placeholder="Choose a home", width=320,
                 on_change=lambda: address.say(home=st.session_state["home"], standard=None, indicator=None))
    return st.session_state["home"]


def chosen_cell(cells: list[dict]) -> dict:
    """The cell of the standard in the address; else the worst, protection first."""
    asked = [cell for cell in cells if cell["standard"] == address.said("standard")]
    return asked[0] if asked else min(cells, key=lambda cell: (WORST_FIRST[cell["rag"]], cell["change"] != "worse", cell["standard"] != "QS12"))
