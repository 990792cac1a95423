"""Notes in the audit what is looked at, searched for and taken away."""

from contextlib import AbstractContextManager
from datetime import date, datetime
from functools import lru_cache

import streamlit as st

from metrics.indicators.settings import in_force
from pages.parts import address, ask, who
from qa_data.audit import What, acting, forget, hashed, note
from qa_data.scope import of_every_home
from qa_data.store import Store


def as_who_draws() -> AbstractContextManager[None]:
    """All that is noted within is done by whoever draws this page."""
    person = who.person()
    return acting(person.name, person.roles)


def looked(page: str) -> None:
    """Notes the page, and its home, once for as long as the same is looked at."""
    here = (page, address.said("home"), address.said("words") if page == "search" else None)
    if st.session_state.get("looked") == here:
        return
    st.session_state["looked"] = here
    store = ask.store()
    _forgotten(store, date.today())
    with as_who_draws():
        note(store.path, What.LOOKED, page=page, home=here[1])
        if here[2]:
            note(store.path, What.SEARCHED, page=page, words=hashed(store.path, here[2]))


def refused(page: str) -> None:
    """Notes that somebody asked for a page that is not open to them, once for as long as they stand before it."""
    if st.session_state.get("looked") != (page, "refused"):
        st.session_state["looked"] = page, "refused"
        with as_who_draws():
            note(ask.store().path, What.REFUSED, page=page)


def taken(kind: str, home: str | None = None) -> None:
    """Notes that a pack, a template or a workbook of that kind is taken away."""
    with as_who_draws():
        note(ask.store().path, What.DOWNLOADED, home=home, kind=kind)


@lru_cache(maxsize=1)
def _forgotten(store: Store, today: date) -> None:
    """Once a day: entries older than the audit is kept for are dropped."""
    if months := in_force(store, of_every_home())["audit.months"]:
        forget(store.path, _months_before(today, round(months)))


def _months_before(day: date, months: int) -> datetime:
    """The first moment of the month that many before the day's: what is kept for so many months is kept that long."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return datetime(years, month + 1, 1)
