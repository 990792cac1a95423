"""Where in the server a request goes, wherever below another address the server stands."""

from starlette.types import Scope
from streamlit import config

UPLOADS = "/_stcore/upload_file/"
FILES = "/media/"
PROGRAM = "/static/"
ANSWERED = frozenset({"_stcore", "media", "static", "component", "auth", "oauth2callback", "sign-in"})
"""What stands below these is no page, and is answered as ever. A page's own address has one part."""


def below(scope: Scope, folder: str) -> str | None:
    """What stands in the path below this folder of the server; None for another path."""
    base = (config.get_option("server.baseUrlPath") or "").strip("/")
    head = f"/{base}{folder}" if base else folder
    return scope["path"].removeprefix(head) if scope["path"].startswith(head) else None


def session_of(scope: Scope) -> str | None:
    """The session that an upload is meant for."""
    told = below(scope, UPLOADS)
    return told.partition("/")[0] if told else None
