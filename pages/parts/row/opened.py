"""The row behind a cell's name, opened over whatever page is shown: the one place that does so for all of them."""

import streamlit as st
from htpy import Renderable, fragment, h2, p

from pages.parts import address, ask
from pages.parts.links import LOOK, together
from pages.parts.row import shown
from qa_data.as_loaded import row_as_loaded
from qa_data.store import StoreUnavailable

FRAME = """
<div class="qa"><dialog class="row" aria-labelledby="row">
  <button type="button" class="shut">Close</button><div class="told"></div>
</dialog></div>
"""

# The row stands in the address, so that a link can be sent and Back closes it. Opening and closing one draws nothing
# of the page anew: it stays as it was, with what was typed and unfolded.
SCRIPT = """
export default function ({ parentElement, data, setTriggerValue }) {
  const dialog = parentElement.querySelector("dialog");
  const told = dialog.querySelector(".told");
  const row = (href) => new URL(href, location.href).searchParams.get("row");
  const page = (href) => { const url = new URL(href, location.href); url.searchParams.delete("row"); return url.href; };
  const tell = () => setTriggerValue("went", { row: row(location.href) });
  const shut = () => { dialog.close(); dialog.opener?.focus({ preventScroll: true }); dialog.opener = null; };
  const leave = () => {
    if (history.state?.row) return history.back();
    history.replaceState({}, "", page(location.href));
    shut();
    tell();
  };
  if (data.row && data.row === row(location.href)) {
    if (told.dataset.shown !== data.html) told.innerHTML = told.dataset.shown = data.html;
    dialog.page = page(location.href);
    dialog.scrollTop = 0;
    if (!dialog.open) dialog.showModal();
  } else if (dialog.open) shut();

  dialog.listening?.abort();
  const { signal } = dialog.listening = new AbortController();
  document.addEventListener("click", (event) => {
    const a = event.composedPath().find((each) => each.matches?.("a.cell"));
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!dialog.open) dialog.opener = a;
    history[dialog.open ? "replaceState" : "pushState"]({ row: true }, "", a.href);
    tell();
  }, { capture: true, signal });
  // Before Streamlit hears of it, which would draw the whole page anew.
  addEventListener("popstate", (event) => {
    if (!dialog.open || row(location.href) || page(location.href) !== dialog.page) return;
    event.stopImmediatePropagation();
    shut();
    tell();
  }, { capture: true, signal });
  dialog.oncancel = (event) => { event.preventDefault(); leave(); };
  dialog.querySelector(".shut").onclick = leave;
  dialog.onclick = (event) => { if (event.target === dialog) leave(); };
  dialog.onkeydown = (event) => event.stopPropagation();
}
"""

_REGISTERED: dict = {}


@st.fragment
def opened() -> None:
    """Draws the row that the address says stands open, if any; nothing is asked of the store until one does."""
    if "row" not in _REGISTERED:
        look = LOOK.read_text(encoding="utf-8")
        _REGISTERED["row"] = st.components.v2.component("qa_row", html=FRAME, css=look, js=SCRIPT)
    place = address.opened()
    html = together(_row(*place) if place else shown.unknown()) if address.said(address.ROW) else ""
    _REGISTERED["row"](data={"html": html, "row": address.said(address.ROW)}, key="row", on_went_change=_went)


def _went() -> None:
    if went := st.session_state["row"].went:
        address.say(**{address.ROW: went["row"]})


def _row(upload_id: str, sheet: str, row: int, cell: str | None) -> Renderable:
    try:
        return shown.rows(ask.answer(row_as_loaded, upload_id, sheet, row), cell)
    except StoreUnavailable as unavailable:
        return fragment[h2(id="row")["The row cannot be shown"], p[str(unavailable)]]
