"""How pages ask: one store a process and path, answers kept until the store changes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit import config

from metrics.kept import answered
from pages.parts import address
from qa_data.scope import Scope, as_utc, of_every_home
from qa_data.store import Store, StoreUnavailable, database_path, open_store
from qa_data.uploads import last_change

Answer = TypeVar("Answer")

UNGUARDED = "starlette-managed"
"""How Streamlit calls a server that it made for a script which brings no door of its own."""


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    return open_store(path)


def store() -> Store:
    """The store that QA_DATABASE names. StoreUnavailable when it cannot be opened, and where a page is served by
    itself: nothing then guards it.
    """
    if config._server_mode == UNGUARDED:
        raise StoreUnavailable("Start the dashboard by `make run`: a page by itself is not guarded, and shows nothing.")
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
    """What this page may write of: its homes, today and as known now, whatever day is looked at."""
    return scope().now()


def answer(question: Callable[..., Answer], *words: Any, homes: list[str] | None = None) -> Answer:
    """The question's answer as the store stands, for these homes or for all that may be seen: a function of `metrics`
    or `qa_data` that takes a store and what is asked of."""
    asked = scope() if homes is None else scope().narrowed(homes)
    name = f"{question.__module__}.{question.__qualname__}"
    return _answer(question, name, words, asked, database_path(), change(store()))


def shared(question: Callable[..., Answer], *words: Any) -> Answer:
    """As `answer`, but the same object to all who ask: for what one page asks dozens of times and nobody changes."""
    return _shared(question, words, scope(), database_path(), change(store()))


_CHANGES: WeakKeyDictionary[Store, tuple[int, datetime | None]] = WeakKeyDictionary()


def change(held: Store) -> datetime | None:
    """When the store last changed: asked once while nothing is written to it."""
    # The count is read before the question: what is written between the two makes it ask again.
    writes = held.writes
    if _CHANGES.get(held, (None,))[0] != writes:
        _CHANGES[held] = writes, last_change(held, of_every_home())
    return _CHANGES[held][1]


# The question itself is not part of the key: two of one name in two modules are told apart by where they stand.
@st.cache_data(show_spinner="Working out the figures…", max_entries=500)
def _answer(
    _question: Callable[..., Answer], name: str, words: tuple, asked: Scope, path: str, change: datetime | None
) -> Answer:
    return answered(_question, _opened(path), asked, *words)


@lru_cache(maxsize=8)
def _shared(question: Callable, words: tuple, asked: Scope, path: str, _changed):
    return answered(question, _opened(path), asked, *words)
