"""The sidebar: the day that governs every page, and what to know about sample data."""

from datetime import date

import streamlit as st

from metrics.homes.homes import begins_later
from pages.parts import address, ask, links, sample, tour, who
from pages.parts import signed_in as who_is_here
from pages.parts.changing import change
from pages.parts.wording import long_day
from qa_data.access import Right
from qa_data.clock import ahead
from qa_data.scope import utc_now
from qa_data.wording import british


def draw() -> None:
    """Draws the sidebar."""
    with st.sidebar:
        who_is_here.draw()
        if address.leads("search"):
            st.session_state["search words"] = address.said("words") or ""
            st.text_input("Search", key="search words", placeholder="Homes, findings, actions …", on_change=_search)
        st.session_state["as_at"] = address.as_at()
        st.date_input(
            "Position at",
            key="as_at",
            format="DD/MM/YYYY",
            min_value=address.FIRST,
            max_value=address.LAST,
            on_change=_choose_day,
            help="Every page shows what was so on this day: facts dated up to it, and months complete by it.",
        )
        st.session_state["known_by"] = address.known_by()
        st.date_input(
            "Known by",
            key="known_by",
            format="DD/MM/YYYY",
            min_value=address.FIRST,
            max_value=date.today(),
            on_change=_choose_known,
            help=(
                "Leave empty for all that is known now. With a day, every page stands as it stood then: uploads that"
                " came later are left out."
            ),
        )
        tour.always()
        if sample.shown():
            st.info("You are looking at sample data: a fictional council with five homes.")
            if who.may(Right.KEEP):
                st.button("Remove the sample data", on_click=change, args=(ask.write, Right.KEEP, sample.remove_sample))


def signed_in() -> None:
    """Draws in the sidebar who has signed in and the ways out, and nothing else."""
    with st.sidebar:
        who_is_here.draw()


def _search() -> None:
    if words := st.session_state["search words"].strip():
        links.follow("search", words=words)


def _choose_day() -> None:
    day = st.session_state["as_at"]
    address.say(date=None if day in (None, date.today()) else day.isoformat())


def _choose_known() -> None:
    day = st.session_state["known_by"]
    address.say(known=None if day in (None, date.today()) else day.isoformat())


def travelled() -> None:
    """Says on the page itself that it is not of now, that a day in the address is none, or that nothing is known of
    it.
    """
    for why in address.not_taken():
        st.warning(why)
    if wrong := ahead(ask.state(), utc_now()):
        st.warning(wrong)
    if first := ask.answer(begins_later):
        st.warning(f"Nothing is known of {long_day(address.as_at())}: the first row is of {long_day(first)}.")
    if known := address.known_by():
        st.warning(
            f"As known on {british(known)}: what was uploaded later is left out. Empty “Known by” in the sidebar to"
            " come back."
        )
