"""Notes in the audit what is looked at, searched for and taken away."""

import logging
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from metrics.indicators.settings import in_force
from pages.parts import address, ask
from qa_data.audit import What, forget, hashed, note
from qa_data.scope import of_every_home
from qa_data.store import Store, StoreUnavailable

SEARCH = "search"


def looked(page: str) -> None:
    """Notes the page, its home and the words searched for, once for as long as the same is looked at. A disk that is
    full keeps nobody from looking.
    """
    home, words = address.said("home"), address.said("words") if page == SEARCH else None
    if _new(page, home, words):
        with ask.acting() as store:
            try:
                _forgotten(store, date.today())
                note(store.path, What.LOOKED, page=page, home=home)
                if words:
                    note(store.path, What.SEARCHED, page=page, words=hashed(store.path, words))
            except StoreUnavailable as full:
                logging.getLogger(__name__).error("Not noted that a page was looked at: %s", full)


def refused(page: str) -> None:
    """Notes that a page was asked for which is not open to whoever asks."""
    if _new(page, "refused"):
        with ask.acting() as store:
            note(store.path, What.REFUSED, page=page)


def _new(*here: str | None) -> bool:
    before, st.session_state["looked"] = st.session_state.get("looked"), here
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
