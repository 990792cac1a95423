"""What people see before they are in, and when they are about to leave."""

from collections.abc import Mapping

from htpy import Renderable, a, body, h1, head, html, link, main, meta, p, style, title
from starlette.responses import HTMLResponse

from pages.door.leading import base

NAME = "Children's homes: quality assurance"
WHY: Mapping[str, str] = {
    "out": "You are signed out, on every page of this browser.",
    "failed": "The sign-in did not succeed. Try again; if it fails again, ask {contact}.",
    "unreachable": "The service that people sign in with does not answer. Try again later, or ask {contact}.",
    "not-kept": "Your sign-in could not be kept: the database does not answer. Try again later, or ask {contact}.",
}
"""By a word of ours in the address, never by words from it."""
LOOK = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; min-height: 100vh; place-items: center; }
main { max-width: 34rem; padding: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
a { display: inline-block; padding: .6rem 1.25rem; border-radius: 4px; font-weight: 600; }
a { background: #12436d; color: #fff; }
a:focus-visible { outline: 3px solid; outline-offset: 3px; }
"""


def sign_in(to: str, why: str, contact: str) -> HTMLResponse:
    """The page that asks people to sign in, with a link that begins it."""
    said = WHY.get(why, "Sign in with your work account to see it.").format(contact=contact)
    return _page(NAME, h1[NAME], p(role="status")[said], p[a(href=to)["Sign in"]])


def sign_out(to: str) -> HTMLResponse:
    """The page that asks whether somebody whom another page sent here wants to sign out."""
    return _page("Sign out?", h1["Sign out?"], p["Another page sent you here."], p[a(href=to)["Sign out"]])


def _page(called: str, *drawn: Renderable) -> HTMLResponse:
    top = head[
        meta(charset="utf-8"),
        meta(name="viewport", content="width=device-width, initial-scale=1"),
        link(rel="icon", href=f"{base()}/favicon.png"),  # else a browser asks for one that only a sign-in opens
        title[called],
        style[LOOK],
    ]
    return HTMLResponse(str(html(lang="en-GB")[top, body[main[drawn]]]))
