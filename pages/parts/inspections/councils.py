"""Which councils the council compares itself with: what the address says."""

import streamlit as st

from pages.parts import address

BETWEEN = ";"


def asked_councils() -> tuple[str, ...]:
    """The councils of the address, in its order."""
    return tuple(each for each in (address.said("councils") or "").split(BETWEEN) if each)


def compare_with(known: list[str]) -> None:
    """The picker of councils that Ofsted publishes; what is chosen stands in the address."""
    st.session_state["councils"] = [each for each in asked_councils() if each in known]
    st.multiselect(
        "Councils to compare with",
        known,
        key="councils",
        placeholder="Choose councils",
        on_change=lambda: address.say(councils=BETWEEN.join(st.session_state["councils"]) or None),
        width=700,
    )
