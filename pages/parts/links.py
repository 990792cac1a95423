"""HTML with links that change the view without loading the page anew: the matrix, the tiles, the table of
indicators.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import streamlit as st
from htpy import Renderable

from pages.parts.address import link
from qa_data.wording import unbroken

LOOK = Path(__file__).parent / "look.css"

# A click with a key held is left to the browser (open in a new tab). Arrows move among the links of a table or a row of
# tiles; elsewhere in the clinic they follow a link to the next or the previous, as Page Down and Page Up do, which a
# presenter's remote sends; those pressed while the page is drawn wait until the links are those of that page. On a
# phone the item stands below the agenda: what is chosen there is scrolled to.
SCRIPT = """
const WRITTEN = "input, textarea, select, summary, [contenteditable], [role=listbox], [role=radiogroup], [role=grid]";
export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".qa");
  const shown = () => innerWidth <= 640 && requestAnimationFrame(() => window.qaTurns.item?.scrollIntoView());
  if (root.dataset.shown !== data.html) {
    const held = parentElement.activeElement?.getAttribute("href"), before = root.dataset.shown;
    root.innerHTML = root.dataset.shown = data.html;
    if (before && root.querySelector(".turning")) shown();
    if (held) [...root.querySelectorAll("a")].find((a) => a.getAttribute("href") === held)?.focus();
  }
  root.onclick = (event) => {
    const a = event.target.closest("a[href]");
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (a.closest(".agenda [aria-current]")) return shown();
    setTriggerValue("followed", a.getAttribute("href"));
  };
  root.onkeydown = (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const cell = event.target.closest("td, th");
    if (!step) return;
    let next;
    if (cell) {
      const row = cell.closest("table").rows[cell.parentElement.rowIndex + step[1]];
      next = row?.cells[cell.cellIndex + step[0]]?.querySelector("a");
    } else { const all = [...root.querySelectorAll("a")]; next = all[all.indexOf(event.target) + step[0] + step[1]]; }
    if (next) { event.preventDefault(); next.focus(); }
  };
  const turns = (window.qaTurns ??= { waiting: [], from: null, turn: () => {} });
  document.onkeydown = (event) => {
    const way = { PageDown: "next", PageUp: "prev", ArrowRight: "next", ArrowLeft: "prev" }[event.key];
    if (!way || event.defaultPrevented || !location.pathname.endsWith("/clinic")) return;
    if (event.key.startsWith("Arrow") && event.composedPath()[0].closest?.(WRITTEN)) return;
    event.preventDefault();
    turns.waiting.push(way);
    turns.turn();
  };
  if (root.querySelector(".turning")) { turns.item = root; root.style.scrollMarginTop = "4rem"; }
  if (!root.querySelector("a[rel]")) return;
  turns.turn = () => {
    if (!root.isConnected || (turns.from === data.html && Date.now() - turns.at < 10000)) return;
    turns.from = null;
    const a = root.querySelector(`a[rel=${turns.waiting.shift()}]`);
    if (!a) return turns.waiting.length ? turns.turn() : undefined;
    [turns.from, turns.at] = [data.html, Date.now()];
    setTriggerValue("followed", a.getAttribute("href"));
  };
  turns.turn();
}
"""


def _component():
    return st.components.v2.component(
        "qa_links", html='<div class="qa"></div>', css=LOOK.read_text(encoding="utf-8"), js=SCRIPT
    )


def links(html: Renderable | str, key: str) -> None:
    """Draws the HTML; what a link that is followed says is told by `followed` when the page is drawn again. Where there
    is nothing to draw, no gap is left for it.
    """
    if not (drawn := together(html)):
        return
    if "links" not in _REGISTERED:
        _REGISTERED["links"] = _component()
    _REGISTERED["links"](data={"html": drawn}, key=key, on_followed_change=lambda: _follow(key))


_REGISTERED: dict = {}

ENDLESS = re.compile(r"[^\s&;]{18}(?=[^\s&;]{12})")
"""The next letters of a word without end; what is escaped (&amp;) is no part of it."""


def _follow(key: str) -> None:
    if asked := st.session_state[key].followed:
        _go(asked)


def follow(page: str, **words: str) -> None:
    """Goes to that page when the page is drawn again, as a link would, with the day asked of."""
    if there := link(page, **words):
        _go(there)


def _go(href: str) -> None:
    asked = urlsplit(href)
    st.session_state["followed"] = (asked.path, dict(parse_qsl(asked.query)))


def followed() -> tuple[str, dict[str, str]] | None:
    """The page that the link just followed leads to and what its address says; says so once."""
    return st.session_state.pop("followed", None)


def static(html: Renderable | str) -> None:
    """Draws HTML that has no links to follow; nothing where there is none."""
    if drawn := together(html):
        st.html(f'<div class="qa">{drawn}</div>')


def together(html: Renderable | str) -> str:
    """No line ends between a number and its %; a word longer than any real one may end a line within."""
    return unbroken("".join(map(_breakable, _pieces(html))))


def _pieces(html: Renderable | str) -> Iterable[str]:
    """Its tags and its texts, one by one."""
    # A string until every page is made of values.
    return re.split("(<[^>]*>)", html) if isinstance(html, str) else html.iter_chunks()


def _breakable(piece: str) -> str:
    # Text is escaped, so what has a < is a tag.
    return piece if "<" in piece else ENDLESS.sub(r"\g<0><wbr>", piece)


def look() -> None:
    """Puts the look into the page."""
    st.html(LOOK)
