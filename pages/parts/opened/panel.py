"""What is behind a cell's name or a figure, opened over whatever page is shown: the one place that does so for all."""

import streamlit as st
from htpy import Renderable, fragment, h2, p

from pages.parts import address, ask
from pages.parts.links import LOOK, together
from pages.parts.opened import cells, figure, ready, row
from qa_data.access import Right
from qa_data.store import StoreUnavailable

KINDS = {
    "row": row.row,
    "figure": figure.figure,
    "cells": cells.cells,
    "months": ready.months,
    "evidence": ready.pieces,
}
"""What can be opened: each takes the words of the address (`pages.parts.opening`)."""

UNKNOWN = (
    "It may have been loaded later than the day that is looked at, or be about a home that you may not see. Close this,"
    " and follow the link from the page again."
)

FRAME = """
<div class="qa"><dialog class="opened" aria-labelledby="opened">
  <div class="shut"><button type="button" hidden>Back</button> <button type="button">Close</button></div>
  <div class="told"></div>
</dialog></div>
"""

# What stands open is said in the address, so that a link can be sent and Back leads back. Opening and closing draw
# nothing of the page anew: it stays as it was, with what was typed and unfolded. A step in the history says how many
# there are to the page itself.
SCRIPT = """
export default function ({ parentElement, data, setTriggerValue }) {
  const dialog = parentElement.querySelector("dialog");
  const told = dialog.querySelector(".told");
  const [back, close] = dialog.querySelectorAll("button");
  const open = (href) => new URL(href, location.href).searchParams.get("open");
  const page = (href) => {
    const url = new URL(href, location.href);
    url.searchParams.delete("open");
    return url.href;
  };
  const steps = () => history.state?.open ?? 0;
  // What the server last told is shown at once where it is that: told the same again, it would not draw it anew.
  const tell = () => { setTriggerValue("went", { open: open(location.href) }); show(); };
  const show = () => {
    if (data.open && data.open === open(location.href)) {
      if (told.dataset.shown !== data.html || !dialog.open) {
        told.innerHTML = told.dataset.shown = data.html;
        dialog.page = page(location.href);
        if (!dialog.open) dialog.showModal();
        dialog.scrollTop = 0;
        told.querySelector("h2").focus();
      }
      back.hidden = steps() < 2;
    } else if (dialog.open && !open(location.href)) dialog.close();
  };
  const shut = () => {
    if (open(location.href)) history.replaceState({}, "", page(location.href));
    dialog.close();
    dialog.leaving = false;
    dialog.opener?.focus({ preventScroll: true });
    tell();
  };
  const leave = () => { dialog.leaving = true; if (steps()) history.go(-steps()); else shut(); };
  show();

  dialog.listening?.abort();
  const { signal } = dialog.listening = new AbortController();
  document.addEventListener("click", (event) => {
    const a = event.composedPath().find((each) => each.matches?.("a.opens"));
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!dialog.open) dialog.opener = a;
    history.pushState({ open: dialog.open ? steps() + 1 : 1 }, "", a.href);
    tell();
  }, { capture: true, signal });
  // Before Streamlit hears of it, which would draw the whole page anew.
  addEventListener("popstate", (event) => {
    if (page(location.href) !== dialog.page || !(dialog.open || open(location.href))) return;
    event.stopImmediatePropagation();
    if (open(location.href) && !dialog.leaving) tell(); else shut();
  }, { capture: true, signal });
  dialog.oncancel = (event) => { event.preventDefault(); leave(); };
  dialog.onclick = (event) => { if (event.target === dialog) leave(); };
  dialog.onkeydown = (event) => event.stopPropagation();
  back.onclick = () => history.back();
  close.onclick = leave;
}
"""

_REGISTERED: dict = {}


@st.fragment
def opened(rights: frozenset[Right]) -> None:
    """Draws what the address says stands open, if anything, on a page that is open to those rights; nothing is asked of
    the store until then.
    """
    if "opened" not in _REGISTERED:
        look = LOOK.read_text(encoding="utf-8")
        _REGISTERED["opened"] = st.components.v2.component("qa_opened", html=FRAME, css=look, js=SCRIPT)
    what = address.opened()
    # The panel is drawn anew without the front door, which says this of the page.
    with ask.on_page(rights):
        html = together(_told(*what)) if what else ""
    data = {"html": html, "open": address.said(address.OPEN)}
    _REGISTERED["opened"](data=data, key="opened", on_went_change=_went)


def _went() -> None:
    if went := st.session_state["opened"].went:
        address.say(**{address.OPEN: went["open"]})


def _told(kind: str, *what: str) -> Renderable:
    try:
        told = KINDS[kind](*what)
    except (KeyError, ValueError, TypeError):
        # An address that somebody wrote by hand.
        told = None
    except StoreUnavailable as unavailable:
        return _sentence("It cannot be shown", str(unavailable))
    return told or _sentence("No such row is known here", UNKNOWN)


def _sentence(title: str, text: str) -> Renderable:
    return fragment[h2(id="opened", tabindex="-1")[title], p[text]]
