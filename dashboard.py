"""The front door: which pages there are, and the day that governs all of them."""

from pathlib import Path

import streamlit as st

from pages.parts import address, ask, links, sidebar
from qa_data.store import StoreUnavailable

PARTS = Path(__file__).parent / "pages" / "parts"

OVERVIEW = st.Page("pages/overview.py", title="Overview", default=True)
HOME = st.Page("pages/home.py", title="Homes", url_path="home")
UPLOAD = st.Page("pages/upload.py", title="Upload", url_path="upload")

st.set_page_config(page_title="Children's homes: quality assurance", page_icon=str(PARTS / "favicon.png"), layout="wide",
                   initial_sidebar_state=240)
page = st.navigation([OVERVIEW, HOME, UPLOAD])
links.look()
if asked := links.followed():
    if page.url_path != HOME.url_path:
        st.switch_page(HOME, query_params=asked)
    st.query_params.from_dict(asked)
address.keep(page.url_path)
try:
    ask.store()
except StoreUnavailable as unavailable:
    st.error(str(unavailable))
    st.stop()
sidebar.draw()
page.run()
