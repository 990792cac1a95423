"""What stands in a page's place for those whom it is not open to: a sentence that says who may, and whom to ask."""

import streamlit as st
from htpy import fragment, h1, p

from pages.parts import ask, who
from pages.parts.links import static
from pages.parts.registered import Registered
from qa_data.access import ROLES, Person, Right
from qa_data.wording import listed


def without_a_role(person: Person) -> None:
    """Says to somebody whom the sign-in knows without a role, or without a home of theirs, whom to ask."""
    named = f"{person.name}: you" if person.name else "You"
    lacks = "the home that you manage" if "manager" in person.roles else "a role in this dashboard"
    static(
        fragment[
            h1[f"{named} are signed in, but nothing here is open to you yet"],
            p(".lede")[f"Ask {who.contact()} to give your sign-in {lacks}. Then sign in again."],
        ]
    )


def closed(page: Registered) -> None:
    """Says that the page is for others, and for whom."""
    static(h1[f"{page.title} is for others: {listed(_roles(page))}. Ask {who.contact()} if you need it."])


def _roles(page: Registered) -> list[str]:
    return [role.name for role in ROLES if role.rights & page.rights]


def unknown_homes() -> None:
    """Says to a manager which of their homes the store does not know."""
    if not who.may(Right.LOAD):
        return
    if unknown := ask.unknown_homes():
        named = listed([f"“{name}”" for name in unknown])
        st.warning(
            f"No home is known by the name {named}, which your sign-in gives you. If it is new, load its sheet of homes;"
            f" if it is spelled otherwise here, ask {who.contact()} to correct it."
        )
