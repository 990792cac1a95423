"""The next step, always in view at the bottom of the page: how many problems are left, the first of them, and the
button that loads.
"""

import streamlit as st
from htpy import Renderable, button, div, fragment, p, span

from pages.parts.links import LOOK, together
from pages.parts.upload.fold import CHECK, WAIT, Fold
from qa_data.wording import counted

# A problem that is settled is gone from the page, and with it the place of whoever works with the keyboard: they go on
# at the one that stands there now.
SCRIPT = """
export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".qa");
  if (root.dataset.shown === data.html) return;
  root.innerHTML = root.dataset.shown = data.html;
  const kept = (window.qaSettling ??= { tag: "INPUT", place: 0, within: false });
  const reach = (tag) => [...document.querySelectorAll(`[class*="st-key-settle-"] ${tag}:not([disabled])`)]
    .filter((each) => each.offsetParent);
  kept.note ??= document.addEventListener("focusin", ({ target }) => {
    const place = reach(target.tagName).indexOf(target);
    Object.assign(kept, { within: place >= 0, tag: target.tagName, place });
  }) ?? true;
  setTimeout(() => {
    if (!kept.within || document.activeElement !== document.body) return;
    const all = reach(kept.tag);
    const goes = all[Math.min(kept.place, all.length - 1)] ?? document.querySelector(".st-key-next button");
    goes?.focus({ preventScroll: true });
  }, 300);
  const next = root.querySelector("button");
  if (next) next.onclick = () => {
    const folded = () => [...document.querySelectorAll("details:not([open]) > summary")]
      .find((each) => /: \\d+ problem/.test(each.textContent));
    const first = reach("INPUT")[0] ?? reach("BUTTON")[0] ?? folded();
    if (first?.tagName === "SUMMARY") first.click();
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: "center" });
  };
}
"""

_REGISTERED: dict = {}


def next_step(folds: list[dict[str, list[Fold]]], ready: str | None) -> None:
    """Draws the words beside the button: `ready` where nothing is left to settle."""
    if "next" not in _REGISTERED:
        _REGISTERED["next"] = st.components.v2.component(
            "qa_next", html='<div class="qa"></div>', css=LOOK.read_text(encoding="utf-8"), js=SCRIPT
        )
    left = [fold for each in folds for what, told in each.items() if what not in (WAIT, CHECK) for fold in told]
    html = _left(left) if left else p(role="status")[ready]
    _REGISTERED["next"](data={"html": together(fragment[html])}, key="next step")


def _left(folds: list[Fold]) -> Renderable:
    cells = sum(len(fold.problems) for fold in folds)
    first = folds[0]
    decisions = "" if len(folds) == cells else f", in {counted(len(folds), 'decision')}"
    return div(".next")[
        p(role="status")[f"{counted(cells, 'problem')} left{decisions}. ", span(".small")[_first(first)]],
        button(type="button")["Go to the next"],
    ]


def _first(fold: Fold) -> str:
    return f"Next: {f'{fold.place}: ' if fold.place else ''}{fold.first['message']}"
