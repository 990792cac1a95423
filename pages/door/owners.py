"""Who a session and a file to take away belong to: whoever signed in, or without sign-in the browser that opened it.

An address that holds a session's id or a file's digest may stand in a proxy's log: it is worth nothing to others.
"""

import secrets

from starlette.requests import HTTPConnection
from starlette.types import Scope

COOKIE = "qa_browser"
LETTERS = 43
SUBJECT = "qa.subject"
"""Where in a scope the guard says who has signed in."""

_OWNERS: dict[str, str] = {}
_FILES: dict[str, set[str]] = {}


def owner(scope: Scope) -> str | None:
    """Who asks: the person that the guard found, else the browser by its cookie; None for a browser not yet known."""
    if subject := scope.get(SUBJECT):
        return f"person {subject}"
    known = HTTPConnection(scope).cookies.get(_name(scope), "")
    return f"browser {known}" if len(known) == LETTERS else None


def new_cookie(scope: Scope) -> str:
    """A cookie for a browser not yet known: kept from scripts, never sent from another's page."""
    secure = "; Secure" if _name(scope) != COOKIE else ""
    return f"{_name(scope)}={secrets.token_urlsafe(32)}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict{secure}"


def _name(scope: Scope) -> str:
    return f"__Host-{COOKIE}" if scope["scheme"] in ("https", "wss") else COOKIE


def belongs(session: str, whose: str | None) -> bool:
    """Whether the session is theirs; one that is not known is nobody's."""
    return whose is not None and _OWNERS.get(session) == whose


def known(session: str) -> bool:
    """Whether the session is anybody's."""
    return session in _OWNERS


def opened(session: str, whose: str) -> None:
    """Notes whose session it is."""
    _OWNERS[session] = whose


def made(session: str, file: str) -> None:
    """Notes a file that the session was given to take away, by the last part of its address, or by the id under which
    a button has it made.
    """
    _FILES.setdefault(session, set()).add(file)


def given(session: str, file: str) -> bool:
    """Whether the session was given the file, or the button that makes it."""
    return file in _FILES.get(session, ())


def may_take(whose: str | None, file: str) -> bool:
    """Whether one of their sessions was given the file."""
    return any(file in files and belongs(session, whose) for session, files in _FILES.items())


def sessions(whose: str) -> list[str]:
    """Their sessions."""
    return [session for session, each in _OWNERS.items() if each == whose]


def gone(session: str) -> None:
    """Forgets a session that has ended."""
    _OWNERS.pop(session, None)
    _FILES.pop(session, None)
