"""Who draws this page: whoever signed in; or, on a machine where nobody signs in, whoever sits at it."""

from typing import Any

import streamlit as st
from htpy import p
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts import signed_in
from pages.parts.links import static
from qa_data.access import Person, Right, owner


def person() -> Person:
    """Who draws this page. Nobody, who may nothing, where no page is being drawn or nobody has signed in."""
    if get_script_run_ctx() is None:
        return signed_in.NOBODY
    return signed_in.person() if signed_in.signs_in() else owner("")


def name(box: str) -> str:
    """The name that stands beside what is written now: that of the sign-in, whatever any box holds; where nobody signs
    in, what the box of that key says.
    """
    return person().name if signed_in.signs_in() else str(st.session_state.get(box) or "").strip()


def asked_name(box: str, label: str = "Your name", on: DeltaGenerator | None = None, **words: Any) -> str:
    """Draws who it is that writes: the name of the sign-in, or a box for one; the name."""
    with on or st.container():
        if signed_in.signs_in():
            static(p[f"As {person().name}"])
        else:
            st.text_input(label, key=box, persist_state="session", **words)
    return name(box)


def may(right: Right) -> bool:
    """Whether whoever draws this page may do that for any home."""
    return person().may(right)


def for_every_home(right: Right) -> bool:
    """Whether whoever draws this page may do that for every home."""
    return person().may_everywhere(right)
