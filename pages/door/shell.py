"""The document that every page is drawn in: Streamlit's own, told where the server stands."""

import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.door.paths import ANSWERED, below

FILE = Path(streamlit.__file__).parent / "static" / "index.html"
HERE = "<script>window.__streamlit = {BACKEND_BASE_URL: new URL('.', location.href).href}</script>"
"""Else the frontend looks for a server below the page's own address first, and browsers log that there is none."""
PAGE = re.compile(r"[\w-]*", re.ASCII)


@cache
def shell() -> str:
    """The document that is served."""
    return FILE.read_text(encoding="utf-8").replace("<head>", f"<head>\n    {HERE}", 1)


class Shell:
    """Answers it where a page may be; what else is asked for goes on to Streamlit."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        here = scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and _of_a_page(below(scope, "/"))
        await (HTMLResponse(shell()) if here else self.app)(scope, receive, send)


def _of_a_page(path: str | None) -> bool:
    return path is not None and path not in ANSWERED and bool(PAGE.fullmatch(path))
