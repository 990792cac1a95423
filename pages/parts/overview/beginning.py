"""What stands on the front page while the store is empty: two ways on."""

import streamlit as st

from pages.parts import address, ask, sample
from pages.parts.changing import change
from pages.parts.links import static
from qa_data.words import british


def beginning() -> None:
    """Offers the sample data and a first upload; or says that nothing was known yet by the day asked of."""
    if known := address.known_by():
        static(
            f'<h1>Nothing had been loaded by {british(known)}</h1><p class="lede">The first upload came later. Choose a'
            " later day under Known by, or empty it to see all that is known today.</p>"
        )
        return
    static(
        '<h1>Nothing has been loaded yet</h1><p class="lede">Load a workbook of your own, starting with the list of'
        " homes, or look round with the sample data first: a fictional council with five homes and three years of"
        " visits, inspections, actions and returns.</p>"
    )
    mine, made_up = st.columns(2, gap="medium")
    with mine.container(border=True):
        static(
            "<h2>Upload a first workbook</h2><p>Excel, OpenDocument or CSV, as you keep it. Every problem is named with"
            " its cell before anything is stored.</p>"
        )
        if st.button("Upload a workbook", type="primary"):
            st.switch_page("pages/upload.py")
    with made_up.container(border=True):
        static(
            "<h2>Look round with sample data</h2><p>One click loads it, and one click removes it. It takes a few"
            " seconds.</p>"
        )
        st.button("Load the sample data", on_click=change, args=(sample.load_sample, ask.store()))
