"""Home, standard, indicator and date in the address, so that a link opens the same view, and kept from page to page."""

from datetime import date
from urllib.parse import urlencode

import streamlit as st

KEPT = ("date", "home", "standard", "indicator")
"""What an address may say, in the order in which it is written."""


FIRST, LAST = date(2015, 4, 1), date(2099, 12, 31)
"""The days that can be asked of: the quality standards are law from the first on."""


def keep() -> None:
    """Writes into the address what it said on the page before and no longer says."""
    kept = st.session_state.setdefault("address", {})
    asked = st.query_params.to_dict()
    kept.update({name: asked[name] for name in KEPT if name in asked})
    if kept.items() - asked.items():
        st.query_params.from_dict(asked | kept)


def said(name: str) -> str | None:
    """What the address says of that name."""
    return st.query_params.get(name)


def say(**words: str | None) -> None:
    """Changes what the address says; None takes a word out of it."""
    kept = st.session_state.setdefault("address", {})
    for name, word in words.items():
        if word is None:
            kept.pop(name, None)
            st.query_params.pop(name, None)
        else:
            kept[name] = st.query_params[name] = word


def as_at() -> date:
    """The day that the address asks for; today where it asks for none, or for what is no date that can be chosen."""
    try:
        asked = date.fromisoformat(said("date") or "")
    except ValueError:
        return date.today()
    return asked if FIRST <= asked <= LAST else date.today()


def link(**words: str) -> str:
    """The address of the Home page that says so, with the day asked of."""
    asked = words | ({"date": said("date")} if said("date") else {})
    return "home?" + urlencode({name: asked[name] for name in KEPT if asked.get(name)})
