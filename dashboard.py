"""The front door: who comes in, which pages are open to them, and the day that governs all of them."""

from base64 import b64encode
from pathlib import Path

import streamlit as st

from pages.parts import address, ask, changing, door, links, noted, sidebar, who
from pages.parts.opened.panel import opened
from pages.parts.registered import REGISTERED, SECTIONS, open_to
from qa_data.store import StoreUnavailable

# In the page itself: as a file it is gone from the server as soon as a later run has been drawn.
ICON = "data:image/png;base64," + b64encode((Path(__file__).parent / "pages/parts/favicon.png").read_bytes()).decode()

st.set_page_config(
    page_title="Children's homes: quality assurance", page_icon=ICON, layout="wide", initial_sidebar_state=240
)
person = who.person()
theirs = open_to(person)
address.OPEN_PAGES.set(frozenset(theirs))
# A page that is not open is hidden, not left out: its address is answered with a sentence.
PAGES = {
    name: st.Page(
        f"pages/{name}.py",
        title=page.title,
        url_path=name,
        default=name == "overview",
        visibility="visible" if name in theirs else "hidden",
    )
    for name, page in REGISTERED.items()
}
page = st.navigation(
    {title: [PAGES[each.file] for each in section if each.file in PAGES] for title, section in SECTIONS.items()},
    expanded=True,
)
here = REGISTERED[page.url_path or "overview"]
links.look()
if (followed := links.followed()) and followed[0] in PAGES:
    there, asked = followed
    st.session_state["by_link"] = True
    if page.url_path != there:
        st.switch_page(PAGES[there], query_params=asked)
    st.query_params.from_dict(asked)
address.keep(page.url_path, by_link=st.session_state.pop("by_link", False))
try:
    changing.said()
    ask.store()
    if not theirs:
        door.without_a_role(person)
        st.stop()
    if not here.opens_to(person):
        if not page.url_path:
            st.switch_page(PAGES[theirs[0]])
        noted.refused(here.file)
        door.closed(here)
        st.stop()
    noted.looked(here.file)
    with ask.on_page(here.rights):
        sidebar.draw()
        sidebar.travelled()
        door.unknown_homes()
        opened(here.rights)
        page.run()
except StoreUnavailable as unavailable:
    st.error(str(unavailable))
