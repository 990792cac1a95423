"""Who has signed in, for pages: the person, whether the sign-in still stands, and the ways out in the sidebar."""

from collections.abc import Callable
from functools import cache
from typing import Literal

import streamlit as st
from htpy import fragment, p

from pages.parts import claims, sign_in_cookies
from pages.parts.links import static
from pages.parts.sign_in import sign_in
from qa_data.access import Person
from qa_data.access import person as of_roles
from qa_data.sign_ins import SignIns, hashed
from qa_data.store import database_path
from qa_data.wording import listed

NOBODY = of_roles("", ())


def signs_in() -> bool:
    """Whether people sign in here. It stays so while the server runs, whatever becomes of its settings meanwhile."""
    return sign_in() is not None


def person() -> Person:
    """Who has signed in, by what the sign-in says; nobody, who may nothing, for a page without one."""
    signs, told = sign_in(), st.user.to_dict()
    return claims.person(told, signs.rules) if signs and told.get("is_logged_in") else NOBODY


def contact() -> str:
    """Whom to ask for a role."""
    signs = sign_in()
    return signs.rules.contact if signs else claims.Rules().contact


def left_out() -> str | None:
    """The sentence for somebody whose roles or homes the sign-in could not carry; else None."""
    signs = sign_in()
    return claims.left_out(st.user.to_dict(), signs.rules) if signs else None


def standing() -> Callable[[], bool]:
    """What tells, whenever it is asked, whether the sign-in of whoever draws this page still stands."""
    signs = sign_in()
    if not signs:
        return lambda: True
    found, record = sign_in_cookies.key(signs, st.context.cookies), _record(signs.rules.hours)
    return lambda: bool(found and record.person(found))


@cache
def _record(hours: float) -> SignIns:
    return SignIns(database_path(), hours)


def draw() -> None:
    """Draws who has signed in, with what they are here, and the ways out; nothing where nobody signs in."""
    if not signs_in():
        return
    who = person()
    static(fragment[p[f"Signed in as {who.name}"], p(".small")[in_words(who)]])
    ways_out("stretch")


def ways_out(width: Literal["stretch", "content"]) -> None:
    """Draws the buttons that sign out, here and everywhere, as wide as their place or as their words."""
    if not (signs := sign_in()):
        return
    if st.button("Sign out", "sign out", width=width):
        _leave()
    everywhere = "On every browser and machine where you are signed in."
    if st.button("Sign out everywhere", "sign out everywhere", everywhere, width=width):
        # But this one, which leaves as by the other button.
        here = sign_in_cookies.key(signs, st.context.cookies) or ""
        _record(signs.rules.hours).end_all_of(hashed(claims.identity(st.user.to_dict()) or ""), here)
        _leave()


def _leave() -> None:
    st.logout()
    st.stop()


def in_words(person: Person) -> str:
    """Their roles and, where a role is for their own homes only, those: Clinic and manager of Ash House."""
    named = [_of_homes(name, person) if name == "manager" else name for name in sorted(person.roles)]
    words = listed(named) or "No role here yet"
    return words[0].upper() + words[1:]


def _of_homes(name: str, person: Person) -> str:
    homes = sorted(person.homes) if isinstance(person.homes, frozenset) else []
    return f"{name} of {listed(homes)}" if homes else f"{name} of no home yet"
