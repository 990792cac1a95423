"""Search: homes, indicators, findings, visits and actions by words."""

import streamlit as st
from htpy import fragment, h1, p

from metrics.homes.search import search
from pages.parts import address, ask
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.search_shown import found, indicators_of, nothing

through_front_door()
words = tuple((address.said("words") or "").split())
if not words:
    static(
        fragment[
            h1["Search"],
            p(".lede")[
                "Write words into the box in the sidebar, for example: fire drill. What holds all of them is found,"
                " among homes, indicators, findings, visitors’ reports and actions."
            ],
        ]
    )
    st.stop()
told, known = ask.answer(search, words), indicators_of(words)
links(found(words, told, known) if told or known else nothing(words), key="found")
