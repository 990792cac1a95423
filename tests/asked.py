"""Whoever asks what in a test: as at the machine itself, or as somebody who signed in."""

from datetime import date

from pages.parts import ask
from pages.parts.asking import Asking
from qa_data.access import Person, owner

EVERYBODY = owner("Jo")


def by(person: Person = EVERYBODY, day: date | None = None, known_at=None, rights=()):
    """All that is asked within is asked by that person of that day."""
    return ask.of(Asking(person, frozenset(rights), day or date.today(), known_at))


def signed_in(name: str, *roles: str, homes: tuple[str, ...] = ()) -> dict:
    """What the sign-in tells of somebody, as `st.user` has it."""
    return {"is_logged_in": True, "name": name, "roles": list(roles), "homes": list(homes)}
