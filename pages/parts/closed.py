"""What stands in a page's place for those whom it is not open to: a sentence that says who may, and whom to ask."""

import streamlit as st
from htpy import fragment, h1, p

from pages.parts import ask, signed_in, who
from pages.parts.links import static
from pages.parts.registered import Registered
from qa_data.access import ROLES, Person, Right
from qa_data.wording import listed


def without_a_role() -> None:
    """Says to somebody whom the sign-in knows without a role, or without a home of theirs, whom to ask."""
    person = who.person()
    static(
        fragment[
            h1[f"{person.name}: nothing here is open to you yet"],
            p(".lede")[signed_in.left_out() or f"Ask {signed_in.contact()} to give your sign-in {_lacks(person)}."],
            p["Then sign out and in again."],
        ]
    )
    with st.container(horizontal=True):  # On the page itself: there is nothing else that they can do.
        signed_in.ways_out("content")


def _lacks(person: Person) -> str:
    return "the home that you manage" if "manager" in person.roles else "a role in this dashboard"


def closed(page: Registered) -> None:
    """Says that the page is for others, and for whom."""
    static(
        fragment[
            h1[f"{page.title} is for others: {listed(_roles(page))}"],
            p(".lede")[f"Ask {signed_in.contact()} if you need it."],
        ]
    )


def _roles(page: Registered) -> list[str]:
    return [role.name for role in ROLES if role.rights & page.rights]


def unknown_homes() -> None:
    """Says to a manager which of their homes the store does not know."""
    if not who.may(Right.LOAD):
        return
    if unknown := ask.unknown_homes():
        named = listed([f"“{name}”" for name in unknown])
        st.warning(
            f"No home is known by the name {named}, which your sign-in gives you. If it is new, load its sheet of"
            f" homes; if it is spelled otherwise here, ask {signed_in.contact()} to correct it."
        )
