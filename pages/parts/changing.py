"""A change to the store at the press of a button, and what is said where it cannot be kept."""

from collections.abc import Callable

import streamlit as st

from qa_data.scope import OutOfScope
from qa_data.store import StoreUnavailable

NOT_KEPT = "not kept"


def change(does: Callable, *words) -> None:
    """Carries out a change; where the store cannot keep it, or it is about a home that may not be seen, the page drawn
    next says why.
    """
    try:
        does(*words)
    except (StoreUnavailable, OutOfScope) as why:
        st.session_state[NOT_KEPT] = str(why)


def said() -> None:
    """Says why the last change was not kept, once."""
    if why := st.session_state.pop(NOT_KEPT, None):
        st.error(why)
