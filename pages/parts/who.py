"""Who draws this page: whoever signed in; or, on a machine where nobody signs in, whoever sits at it."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from htpy import p
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts.links import static
from qa_data.access import Person, Right, owner
from qa_data.access import person as of_roles

NOBODY = of_roles("", ())


def signs_in() -> bool:
    """Whether people sign in here: without it the machine itself is the door, and only whoever sits at it comes in."""
    return "is_logged_in" in st.user


def person() -> Person:
    """Who draws this page. Nobody, who may nothing, where no page is being drawn or nobody has signed in."""
    if get_script_run_ctx() is None:
        return NOBODY
    return _signed_in(st.user.to_dict()) if signs_in() else owner("")


def _signed_in(claims: Mapping[str, Any]) -> Person:
    if not claims.get("is_logged_in"):
        return NOBODY
    return of_roles(str(claims.get("name") or ""), claims.get("roles") or (), claims.get("homes") or ())


def name(box: str) -> str:
    """The name that stands beside what is written now: that of the sign-in, whatever any box holds; where nobody signs
    in, what the box of that key says.
    """
    return person().name if signs_in() else str(st.session_state.get(box) or "").strip()


def asked_name(box: str, label: str = "Your name", on: DeltaGenerator | None = None, **words: Any) -> str:
    """Draws who it is that writes: the name of the sign-in, or a box for one; the name."""
    with on or st.container():
        if signs_in():
            static(p[f"As {person().name}"])
        else:
            st.text_input(label, key=box, persist_state="session", **words)
    return name(box)


def contact() -> str:
    """Whom to ask for a role."""
    return "whoever keeps this dashboard"


def standing() -> Callable[[], bool]:
    """What tells, whenever it is asked, whether the sign-in of whoever draws this page still stands."""
    return lambda: True


def may(right: Right) -> bool:
    """Whether whoever draws this page may do that for any home."""
    return person().may(right)
