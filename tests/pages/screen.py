"""The dashboard as a person sees it, driven without a browser."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest

from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]

AS_AT = "2026-10-31"

OPENS = re.compile(r'<a class="opens"[^>]*>(.*?)</a>')


class Screen:
    """The dashboard as a person sees it: whoever sits at the machine, or who signed in as `user` says (`st.user`)."""

    def __init__(self, user: dict | None = None):
        self.app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=PATIENCE)
        self.app.user = user or {}

    def go(self, page: str = "overview", **words: str) -> "Screen":
        """Opens a page at an address."""
        self.app.query_params.clear()
        for name, word in words.items():
            self.app.query_params[name] = word
        self.app.switch_page(f"pages/{page}.py")
        return self.run()

    def run(self) -> "Screen":
        """Draws it (again); nothing may go wrong."""
        self.app.run()
        assert not self.app.exception
        return self

    def press(self, label: str) -> "Screen":
        """Presses the first button of that label."""
        next(button for button in self.app.button if button.label == label).click()
        return self.run()

    def button(self, label: str):
        """The first button of that label."""
        return next(button for button in self.app.button if button.label == label)

    @property
    def html(self) -> str:
        """All that the page draws itself, with plain spaces."""
        return "\n".join(filter(None, map(_drawn, _within(self.app._tree)))).replace("\N{NO-BREAK SPACE}", " ")

    @property
    def said(self) -> str:
        """The same as it reads, without the links that open what is behind a figure or a cell's name."""
        return OPENS.sub(r"\1", self.html)

    def opening(self, words: str) -> dict[str, str]:
        """What the address says after the first link of those words that opens something."""
        found = re.search(rf'<a class="opens" href="\?([^"]*)"[^>]*>{re.escape(words)}</a>', self.html)
        return dict(parse_qsl(unescape(found[1])))


def _within(block):
    for child in getattr(block, "children", {}).values():
        yield child
        yield from _within(child)


def _drawn(element) -> str:
    if element.type == "html":
        return "" if element.proto.body.startswith("<style>") else element.proto.body
    return json.loads(element.proto.json).get("html", "") if element.type == "bidi_component" else ""
