"""Notes in the audit what is looked at, searched for and taken away."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import lru_cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from metrics.homes.named import meant
from metrics.indicators.settings import in_force
from pages.parts import address, ask
from qa_data.audit import What, forget, hashed, note
from qa_data.scope import of_every_home
from qa_data.store import Store, StoreUnavailable
from qa_data.telling import tell

SEARCH = "search"


DRAWN: ContextVar[list[str | None] | None] = ContextVar("drawn", default=None)
"""The homes that the page has drawn so far, within `looking`."""


def of_home(home: str | None) -> None:
    """Says which home the page draws: what the address asks for may be another's, or nobody's."""
    if (drawn := DRAWN.get()) is not None:
        drawn.append(home)


@contextmanager
def looking(page: str) -> Iterator[None]:
    """Notes the page that is drawn within, with the home that it drew and the words searched for, once for as long as
    the same is looked at; and where the address asks for a home that whoever asks may not see, that it was refused.
    """
    # All that Streamlit knows is asked first: once a page has stopped, it answers nothing.
    seen, asked = _seen(), address.said("home")
    words = address.said("words") if page == SEARCH else None
    is_refused = bool(asked and not ask.answer(meant, asked)["home"])
    drawn: list[str | None] = []
    token = DRAWN.set(drawn)
    with ask.acting() as store:
        try:
            yield
        finally:
            DRAWN.reset(token)
            home = drawn[-1] if drawn else None
            if _new(seen, page, home, asked, words):
                _looked(store, page, home, is_refused, words)


def _looked(store: Store, page: str, home: str | None, is_refused: bool, words: str | None) -> None:
    """A disk that is full keeps nobody from looking."""
    try:
        _forgotten(store, date.today())
        note(store.path, What.LOOKED, page=page, home=home)
        if is_refused:
            note(store.path, What.REFUSED, page=page, asked="a home that is not theirs, or is none")
            tell("refusal", code="home", status=403)
        if words:
            note(store.path, What.SEARCHED, page=page, words=hashed(store.path, words))
    except StoreUnavailable as full:
        logging.getLogger(__name__).error("Not noted that a page was looked at: %s", full)


def refused(page: str) -> None:
    """Notes that a page was asked for which is not open to whoever asks."""
    if _new(_seen(), page, "refused"):
        with ask.acting() as store:
            note(store.path, What.REFUSED, page=page)


def _seen() -> dict[str, tuple]:
    return st.session_state.setdefault("looked", {})


def _new(seen: dict[str, tuple], *here: str | None) -> bool:
    before, seen["here"] = seen.get("here"), here
    return before != here


def taken_away(
    label: str,
    makes: Callable[[], bytes],
    kind: str,
    home: str | None = None,
    on: DeltaGenerator | None = None,
    **words,
) -> None:
    """A button to take away what is made when it is pressed, and is noted as a download of that kind then."""

    def made() -> bytes:
        with ask.acting() as store:
            note(store.path, What.DOWNLOADED, home=home, kind=kind)
        return makes()

    (on.download_button if on else st.download_button)(label, ask.later(made), **words)


@lru_cache(maxsize=1)
def _forgotten(store: Store, today: date) -> None:
    """Once a day what is older than the audit is kept for is dropped."""
    if months := in_force(store, of_every_home())["audit.months"]:
        forget(store.path, _months_before(today, round(months)))


def _months_before(day: date, months: int) -> datetime:
    """The first moment of the month so many before the day's: what is kept for six months is kept that long."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return datetime(year, month + 1, 1)
