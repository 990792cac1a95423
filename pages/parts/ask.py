"""How pages ask and write: one store a process and path, answers kept until the store changes, and never of more homes
than whoever draws the page may see. No page holds the store or makes a scope of its own.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from datetime import date, datetime
from time import perf_counter
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from metrics.kept.laying import answered
from pages.parts import address, signed_in, who
from pages.parts.asking import Asking, homes_for, unknown
from pages.parts.opened_store import answers, change, forget_answers, store
from qa_data import audit
from qa_data.access import Right
from qa_data.scope import Every, OutOfScope, Scope, as_utc
from qa_data.store import Store
from qa_data.telling import since, tell

Answer = TypeVar("Answer")


OPEN_TO: ContextVar[frozenset[Right]] = ContextVar("open to", default=frozenset())
"""The rights that the page which is being drawn is open to: said by the front door, never by a page."""

ELSEWHERE: ContextVar[Asking | None] = ContextVar("elsewhere", default=None)
"""Who asks, of which day, where no page is being drawn: a pack is made when its button is pressed, on a thread that
knows no address and nobody.
"""


@contextmanager
def on_page(rights: Iterable[Right]) -> Iterator[None]:
    """All that is asked within is asked on a page that is open to those rights."""
    token = OPEN_TO.set(frozenset(rights))
    try:
        yield
    finally:
        OPEN_TO.reset(token)


def asking() -> Asking:
    """Who asks here: on which page, of the day in the address, by when it was known."""
    if elsewhere := ELSEWHERE.get():
        return elsewhere
    known = address.known_by()
    return Asking(who.person(), OPEN_TO.get(), address.as_at(), as_utc(known.isoformat()) if known else None)


@contextmanager
def of(asked: Asking) -> Iterator[None]:
    """All that is asked within is asked by that person of that day, whoever draws a page and whatever the address
    says.
    """
    token = ELSEWHERE.set(asked)
    try:
        yield
    finally:
        ELSEWHERE.reset(token)


def later(makes: Callable[[], Answer]) -> Callable[[], Answer]:
    """What makes something when a button is pressed, as whoever draws the page now asks now; OutOfScope where their
    access has ended meanwhile.
    """
    asked, stands = asking(), signed_in.standing()

    def made() -> Answer:
        if not stands():
            raise OutOfScope("It was not made: your sign-in has ended. Sign in again, then press the button again.")
        with of(asked):
            return makes()

    return made


@contextmanager
def acting() -> Iterator[Store]:
    """The store, for what is noted of whoever asks here."""
    person = asking().person
    with audit.acting(person.name, person.roles):
        yield store()


def scope(question: Callable | None = None) -> Scope:
    """What that question is asked of on this page, or any that is open to readers alone."""
    held = store()
    return asking().scope(held, change(held), question)


def writing_scope(right: Right) -> Scope:
    """The homes for which whoever draws this page may do that, today and as known now, whatever day is looked at.
    OutOfScope where there is none.
    """
    person, held = who.person(), store()
    homes = homes_for(person, right, held, change(held))
    if not homes:
        raise OutOfScope(f"Nothing was kept: your sign-in does not let you {right.value}. Ask somebody who may.")
    return Scope(date.today(), None, homes)


def those_for(right: Right, homes: Iterable[str]) -> list[str]:
    """Of these homes those for which whoever draws this page may do that."""
    held = store()
    may = homes_for(who.person(), right, held, change(held))
    return [home for home in homes if isinstance(may, Every) or home in may]


def write(right: Right, does: Callable[..., Answer], *words: Any) -> Answer:
    """Writes, or sees what writing would do, for the homes for which whoever draws this page may do that: a function
    that takes a store, what it may write of, and those words. OutOfScope for any other home.
    """
    with acting() as held:
        return does(held, writing_scope(right), *words)


def when_pressed(right: Right, looks: Callable[..., Answer], *words: Any) -> Callable[[], Answer]:
    """What asks that when a button is pressed, on the day looked at, of the homes for which whoever draws this page now
    may do that now: a function that takes a store, what it is asked of, and those words.
    """
    held, asked = store(), writing_scope(right).at(address.as_at())
    return later(lambda: looks(held, asked, *words))


def unknown_homes() -> list[str]:
    """The homes that the sign-in names and the store does not know by that name."""
    held = store()
    return unknown(who.person(), held, change(held))


def answer(question: Callable[..., Answer], *words: Any, homes: list[str] | None = None) -> Answer:
    """The question's answer as the store stands, for these homes or for all that may be seen: a function of `metrics`
    or `qa_data` that takes a store and what is asked of. A copy, which may be changed."""
    asked = scope(question) if homes is None else scope(question).narrowed(homes)
    return pickle.loads(_told(lambda *of: pickle.dumps(answered(*of)), question, asked, words))


def shared(question: Callable[..., Answer], *words: Any) -> Answer:
    """As `answer`, but the same object to all who ask: for what one page asks dozens of times and nobody changes."""
    return _told(answered, question, scope(question), words)


def _told(made: Callable, question: Callable, asked: Scope, words: tuple) -> Any:
    held = store()
    # Two questions of one name in two modules are told apart by where they stand.
    key = made is answered, question.__module__, question.__qualname__, words, asked

    def worked_out() -> Any:
        begun = perf_counter()
        with st.spinner("Working out the figures…") if get_script_run_ctx(suppress_warning=True) else nullcontext():
            told = made(question, held, asked, *words)
        tell("question", name=f"{question.__module__}.{question.__qualname__}", ms=since(begun))
        return told

    return answers(held).told(held, key, worked_out)


def forget() -> None:
    """Nothing that was answered before is told again, to anybody: something was erased."""
    forget_answers()


def state() -> datetime | None:
    """What answers that a page keeps by itself are keyed on."""
    return change(store())


def is_shared() -> bool:
    """Whether other servers write to the store too."""
    return store().shared


def as_of() -> datetime | None:
    """The moment (UTC) up to which a shared store is known, while it cannot be asked; None when it can."""
    return store().as_of
