"""How pages ask: one store a process and path, answers kept until the store changes."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from datetime import datetime
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from metrics.kept import answered
from pages.parts import address
from pages.parts.answers import Answers
from qa_data.scope import Scope, as_utc, of_every_home
from qa_data.store import Store, database_path, open_store

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
    """What this page may write of: its homes, today and as known now, whatever day is looked at."""
    return scope().now()


def answer(question: Callable[..., Answer], *words: Any, homes: list[str] | None = None) -> Answer:
    """The question's answer as the store stands, for these homes or for all that may be seen: a function of `metrics`
    or `qa_data` that takes a store and what is asked of. A copy, which may be changed."""
    asked = scope() if homes is None else scope().narrowed(homes)
    return pickle.loads(_told(lambda *of: pickle.dumps(answered(*of)), question, asked, words))


def shared(question: Callable[..., Answer], *words: Any) -> Answer:
    """As `answer`, but the same object to all who ask: for what one page asks dozens of times and nobody changes."""
    return _told(answered, question, scope(), words)


def _told(made: Callable, question: Callable, asked: Scope, words: tuple) -> Any:
    held = store()
    # Two questions of one name in two modules are told apart by where they stand.
    key = made is answered, question.__module__, question.__qualname__, words, asked

    def worked_out() -> Any:
        with st.spinner("Working out the figures…") if get_script_run_ctx(suppress_warning=True) else nullcontext():
            return made(question, held, asked, *words)

    return _answers(held).told(held, key, worked_out)


_ANSWERS: WeakKeyDictionary[Store, Answers] = WeakKeyDictionary()


def _answers(held: Store) -> Answers:
    return _ANSWERS.setdefault(held, Answers())


def change(held: Store) -> datetime | None:
    """When the store last changed: asked once while nothing is written to it."""
    return _answers(held).change(held)
