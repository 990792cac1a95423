"""Home, standard, indicator and date in the address, so that a link opens the same view, and kept from page to page."""

from contextvars import ContextVar
from datetime import date, timedelta
from functools import lru_cache
from time import monotonic
from urllib.parse import quote, quote_plus, unquote, urlencode

import streamlit as st

from qa_data.wording import british

TIME = ("date", "known")
"""What every page's address may say: the day asked of, and the day by which it was known."""

OPEN = "open"
"""What says which row, or the rows behind which figure, stand open over the page (`pages.parts.opened`)."""

KEPT = {
    "home": (*TIME, "home", "standard", "indicator"),
    "trends": (*TIME, "home", "standard", "indicator"),
    "themes": (*TIME, "home", "theme"),
    "inspections": (*TIME, "home", "councils"),
    "ready": (*TIME, "home"),
    "young_people": (*TIME, "home"),
    "clinic": (*TIME, "item"),
    "standards": (*TIME, "standard"),
    "plan": (*TIME, "home", "standard"),
    "practice": (*TIME, "home", "standard"),
    "actions": (*TIME, "home", "standard", "kind", "state", "work"),
    "warnings": TIME,
    "visits": (*TIME, "home"),
    "voice": (*TIME, "home", "standard"),
    "lessons": TIME,
    "search": (*TIME, "words"),
    "upload": TIME,
    "scrutiny": TIME,
    "settings": TIME,
}
"""What the address of a page may say, in the order in which it is written; of any other page, only the date."""

OPEN_PAGES: ContextVar[frozenset[str] | None] = ContextVar("open pages", default=None)
"""The pages that whoever draws this one may open; None where it is not said."""

HEARD = 5
"""Seconds after which a browser has heard what was written into its address."""

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
"""The days that can be asked of, as the commands take them."""


def keep(page: str, by_link: bool = False) -> None:
    """Writes into an address that says nothing but a day what it said when the page was left: the menu leads to a
    bare address, to which Streamlit may still add the day of the page before. What a link says, or no longer says
    while the page stays, holds: Back must lead back.
    """
    kept = st.session_state.setdefault("address", {})
    names = KEPT.get(page, TIME)
    bare = not any(said(name) for name in names if name not in TIME)
    if bare and _arriving(page, by_link):
        _write(**{name: kept[name] for name in names if name in kept and not said(name)})
    else:
        st.session_state["arrived"] = None
    kept.update({name: said(name) for name in names})


def _arriving(page: str, by_link: bool) -> bool:
    """Whether the page is being arrived at by the menu. A click while it is drawn begins it again with the address
    that the browser still had, before it heard what was written: for a moment that is no address without words.
    """
    if st.session_state.get("page") != page:
        st.session_state["page"], st.session_state["arrived"] = page, None if by_link else monotonic()
    arrived = st.session_state.get("arrived")
    return arrived is not None and monotonic() - arrived < HEARD


def said(name: str) -> str | None:
    """What the address says of that name."""
    return st.query_params.get(name)


def say(**words: str | None) -> None:
    """Changes what the address says, at a person's choice; None takes a word out of it."""
    st.session_state["arrived"] = None
    _write(**words)


def _write(**words: str | None) -> None:
    told = {name: word for name, word in (st.query_params.to_dict() | words).items() if word is not None}
    if told != st.query_params.to_dict():
        st.query_params.from_dict(told)


def as_at() -> date:
    """The day that the address asks for; today where it asks for none, or for what is no date that can be chosen."""
    return _day("date", LAST) or date.today()


def _day(name: str, last: date) -> date | None:
    """The day that the address says by that name; None where it says none that can be chosen."""
    try:
        asked = date.fromisoformat(said(name) or "")
    except ValueError:
        return None
    return asked if FIRST <= asked <= last else None


def not_taken() -> list[str]:
    """Of each day in the address that cannot be chosen, why, and what is shown instead."""
    yesterday = date.today() - timedelta(days=1)
    return [
        f"“{said(name)}” in the address is no day from {british(FIRST)} to {british(last)}, written like 2026-10-31."
        f" {instead}"
        for name, last, instead in (
            ("date", LAST, "What is shown is the position today."),
            ("known", yesterday, "What is shown is as known now."),
        )
        if said(name) and _day(name, last) is None
    ]


def known_by() -> date | None:
    """The day by which what is shown was known; None for all that is known now, and for what is no day of the past."""
    return _day("known", date.today() - timedelta(days=1))


def leads(page: str) -> bool:
    """Whether whoever draws this page may open that one."""
    theirs = OPEN_PAGES.get()
    return theirs is None or page in theirs


def link(page: str = "home", **words: str | None) -> str | None:
    """The address of the page that says so, with the day asked of; None, and so no link, to a page that whoever draws
    this one may not open.
    """
    if not leads(page):
        return None
    told = st.query_params.to_dict()
    asked = words | {name: told[name] for name in TIME if told.get(name)}
    return f"{page}?" + urlencode({name: asked[name] for name in KEPT[page] if asked.get(name)})


def opening(*what: str) -> str:
    """The address of this very view with that open over it."""
    return _with(tuple(st.query_params.to_dict().items())) + quote_plus("/".join(quote(each, safe="") for each in what))


@lru_cache(maxsize=50)
def _with(told: tuple[tuple[str, str], ...]) -> str:
    """The address that says so, up to what stands open: hundreds of links of a page begin alike."""
    return "?" + urlencode([*((name, word) for name, word in told if name != OPEN), (OPEN, "")])


def opened() -> list[str]:
    """What the address says stands open, as `opening` was given it; nothing where it says nothing."""
    return [unquote(each) for each in (said(OPEN) or "").split("/") if each]
