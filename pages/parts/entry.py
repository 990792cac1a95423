"""A page whose file is the first to be run in a new process: only a test opens it so, dashboard.py serves it else."""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager


def through_front_door() -> None:
    """Begins again with dashboard.py where Streamlit has run the page without it.

    Until `st.navigation` has been called once, Streamlit takes a folder called `pages` for its older kind of pages
    and runs the page's file alone: no sidebar, no theme, no title.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()
