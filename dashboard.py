"""The front door: which pages there are, and the day that governs all of them."""

from base64 import b64encode
from pathlib import Path

import streamlit as st

from pages.parts import address, ask, changing, links, sidebar
from pages.parts.opened.panel import opened
from qa_data.store import StoreUnavailable

# In the page itself: as a file it is gone from the server as soon as a later run has been drawn.
ICON = "data:image/png;base64," + b64encode((Path(__file__).parent / "pages/parts/favicon.png").read_bytes()).decode()

OVERVIEW = st.Page("pages/overview.py", title="Overview", default=True)
HOME = st.Page("pages/home.py", title="Homes", url_path="home")
THEMES = st.Page("pages/themes.py", title="Emerging themes", url_path="themes")
TRENDS = st.Page("pages/trends.py", title="Trends", url_path="trends")
WARNINGS = st.Page("pages/warnings.py", title="Early warnings", url_path="warnings")
LESSONS = st.Page("pages/lessons.py", title="Lessons", url_path="lessons")
UPLOAD = st.Page("pages/upload.py", title="Upload", url_path="upload")
INSPECTIONS = st.Page("pages/inspections.py", title="Inspections", url_path="inspections")
CLINIC = st.Page("pages/clinic.py", title="Clinic", url_path="clinic")
STANDARDS = st.Page("pages/standards.py", title="Standards", url_path="standards")
PLAN = st.Page("pages/plan.py", title="Service plan", url_path="plan")
VISITS = st.Page("pages/visits.py", title="Visits", url_path="visits")
VOICE = st.Page("pages/voice.py", title="Children's voice", url_path="voice")
PRACTICE = st.Page("pages/practice.py", title="Good practice", url_path="practice")
ACTIONS = st.Page("pages/actions.py", title="Actions", url_path="actions")
DEFINITIONS = st.Page("pages/definitions.py", title="Definitions", url_path="definitions")
SETTINGS = st.Page("pages/settings.py", title="Settings", url_path="settings")
SEARCH = st.Page("pages/search.py", title="Search", url_path="search")
SECTIONS = {
    "The clinic": [OVERVIEW, CLINIC, WARNINGS, TRENDS, THEMES, LESSONS],
    "A home": [HOME, STANDARDS, VOICE, VISITS, INSPECTIONS, ACTIONS, PLAN, PRACTICE],
    "Keeping it": [UPLOAD, SEARCH, DEFINITIONS, SETTINGS],
}
PAGES = [each for section in SECTIONS.values() for each in section]

st.set_page_config(
    page_title="Children's homes: quality assurance", page_icon=ICON, layout="wide", initial_sidebar_state=240
)
page = st.navigation(SECTIONS, expanded=True)
links.look()
if followed := links.followed():
    there, asked = followed
    st.session_state["by_link"] = True
    if page.url_path != there:
        st.switch_page(next(each for each in PAGES if each.url_path == there), query_params=asked)
    st.query_params.from_dict(asked)
address.keep(page.url_path, by_link=st.session_state.pop("by_link", False))
try:
    changing.said()
    ask.store()
    sidebar.draw()
    sidebar.travelled()
    opened()
    page.run()
except StoreUnavailable as unavailable:
    st.error(str(unavailable))
