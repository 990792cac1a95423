"""What every page stands in: its title, the menu of those that are open to whoever draws it, the sidebar, the day asked
of, and what is opened over it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

import streamlit as st

from pages.parts import address, ask, changing, closed, links, newest, noted, sidebar, who
from pages.parts.opened.panel import opened
from pages.parts.registered import REGISTERED, SECTIONS, Registered, open_to
from qa_data.store import StoreUnavailable
from qa_data.telling import since, tell

ARRIVAL = "overview"


def draw(icon: str) -> None:
    """Draws the page that the address asks for, or says why it is not open to whoever asks."""
    st.set_page_config(
        page_title="Children's homes: quality assurance", page_icon=icon, layout="wide", initial_sidebar_state=240
    )
    theirs = open_to(who.person())
    address.OPEN_PAGES.set(frozenset(theirs))
    pages = {name: _page(page, name in theirs) for name, page in REGISTERED.items()}
    page = st.navigation(
        {name: [pages[each.file] for each in section if each.file in pages] for name, section in SECTIONS.items()},
        expanded=True,
    )
    links.look()
    _go_where_a_link_leads(page, pages)
    with _told(page.url_path or ARRIVAL):
        try:
            changing.said()
            ask.store()
            _within(page, pages, theirs)
        except StoreUnavailable as unavailable:
            tell("refusal", code="store", status=503)
            st.error(str(unavailable))


@contextmanager
def _told(page: str) -> Iterator[None]:
    """Tells that the page was drawn, however it ended, and how long that took."""
    begun = perf_counter()
    try:
        yield
    finally:
        tell("drawn", page=page, ms=since(begun))


def _page(page: Registered, is_open: bool):
    # One that is not open is hidden from the menu, not left out: its address is answered with a sentence.
    shown = "visible" if is_open else "hidden"
    return st.Page(
        f"pages/{page.file}.py", title=page.title, url_path=page.file, default=page.file == ARRIVAL, visibility=shown
    )


def _within(page, pages: dict, theirs: list[str]) -> None:
    here = REGISTERED[page.url_path or ARRIVAL]
    if not theirs:
        closed.without_a_role()
    elif here.file in theirs:
        with ask.on_page(here.rights), noted.looking(here.file):
            sidebar.draw()
            newest.follow()
            sidebar.travelled()
            closed.unknown_homes()
            opened(here.rights)
            page.run()
    elif here.file == ARRIVAL:
        # The bare address leads to the first page that is open to them.
        st.switch_page(pages[theirs[0]])
    else:
        noted.refused(here.file)
        tell("refusal", code="page", status=403)
        sidebar.signed_in()
        closed.closed(here)


def _go_where_a_link_leads(page, pages: dict) -> None:
    if (followed := links.followed()) and followed[0] in pages:
        there, asked = followed
        st.session_state["by_link"] = True
        if page.url_path != there:
            st.switch_page(pages[there], query_params=asked)
        st.query_params.from_dict(asked)
    address.keep(page.url_path, by_link=st.session_state.pop("by_link", False))
