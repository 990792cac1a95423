"""How pages ask: one store a process and path, answers kept until the store changes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

import streamlit as st

from metrics.kept import answered
from pages.parts import address
from qa_data.scope import Scope, as_utc, of_every_home
from qa_data.store import Store, database_path, open_store
from qa_data.uploads import last_change

Answer = TypeVar("Answer")


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    return open_store(path)


def store() -> Store:
    """The store that QA_DATABASE names. StoreUnavailable when it cannot be opened."""
    return _opened(database_path())


ELSEWHERE: ContextVar[Scope | None] = ContextVar("elsewhere", default=None)
"""What is asked of where no page is being drawn: a pack is made when its button is pressed, on a thread that knows
no address.
"""


@contextmanager
def of(asked: Scope) -> Iterator[None]:
    """All that is asked within is asked of that, whatever the address says."""
    token = ELSEWHERE.set(asked)
    try:
        yield
    finally:
        ELSEWHERE.reset(token)


def scope() -> Scope:
    """What this page is asked of: the day in the address, and the day by which it was known."""
    known = address.known_by()
    return ELSEWHERE.get() or of_every_home(address.as_at(), as_utc(known.isoformat()) if known else None)


def writing_scope() -> Scope:
    """The homes of this page, today and as known now: what comes in is judged by what is stored, whatever day is looked
    at.
    """
    return replace(scope(), as_at=date.today(), known_at=None)


def answer(question: Callable[..., Answer], *words: Any, homes: list[str] | None = None) -> Answer:
    """The question's answer as the store stands, for these homes or for all that may be seen: a function of `metrics`
    or `qa_data` that takes a store and what is asked of."""
    asked = scope() if homes is None else scope().narrowed(homes)
    name = f"{question.__module__}.{question.__qualname__}"
    return _answer(question, name, words, asked, database_path(), last_change(store(), of_every_home()))


# The question itself is not part of the key: two of one name in two modules are told apart by where they stand.
@st.cache_data(show_spinner="Working out the figures…", max_entries=500)
def _answer(
    _question: Callable[..., Answer], name: str, words: tuple, asked: Scope, path: str, change: datetime | None
) -> Answer:
    return answered(_question, _opened(path), asked, *words)
