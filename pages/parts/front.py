"""What every page stands in: its title, the sidebar, the day asked of, and what is opened over it."""

import streamlit as st

from pages.parts import address, ask, changing, links, sidebar
from pages.parts.opened.panel import opened
from qa_data.store import StoreUnavailable

ARRIVAL = "overview"


def draw(sections: dict[str, dict[str, str]], icon: str) -> None:
    """Draws the page that the address asks for: one of the sections, each of which says files and their titles."""
    st.set_page_config(
        page_title="Children's homes: quality assurance", page_icon=icon, layout="wide", initial_sidebar_state=240
    )
    pages = {name: [_page(*each) for each in section.items()] for name, section in sections.items()}
    page = st.navigation(pages, expanded=True)
    links.look()
    _go_where_a_link_leads(page, [each for section in pages.values() for each in section])
    try:
        changing.said()
        ask.store()
        sidebar.draw()
        sidebar.travelled()
        opened()
        page.run()
    except StoreUnavailable as unavailable:
        st.error(str(unavailable))


def _page(file: str, title: str):
    return st.Page(f"pages/{file}.py", title=title, url_path=file, default=file == ARRIVAL)


def _go_where_a_link_leads(page, pages: list) -> None:
    if followed := links.followed():
        there, asked = followed
        st.session_state["by_link"] = True
        if page.url_path != there:
            st.switch_page(next(each for each in pages if each.url_path == there), query_params=asked)
        st.query_params.from_dict(asked)
    address.keep(page.url_path, by_link=st.session_state.pop("by_link", False))
