"""The store that the pages' door has open, one a process and path; when it last changed, and the answers kept until it
does.
"""

from datetime import datetime
from importlib import import_module
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit import config

from pages.parts.answers import Answers
from qa_data.commands import Program
from qa_data.errands.carrying import carry_out
from qa_data.store import Store, StoreUnavailable, database_path, open_store

UNGUARDED = "starlette-managed"
"""How Streamlit calls a server that it made for a script which brings no door of its own."""


COMMANDS = {"loaders": "loaders.commands", "metrics": "metrics.commands", "qa_data": "qa_data.kept_safe"}
"""Where the commands are that are carried out for other programs while the dashboard has the store open."""


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    held = open_store(path)
    if config._server_mode:  # served, that is, and not drawn by a test
        carry_out(held, _program)
    return held


def _program(name: str) -> Program:
    return import_module(COMMANDS[name]).PROGRAM


def store() -> Store:
    """The store that QA_DATABASE names. StoreUnavailable when it cannot be opened, and where a page is served by
    itself: nothing then guards it.
    """
    if config._server_mode == UNGUARDED:
        raise StoreUnavailable("Start the dashboard by `make run`: a page by itself is not guarded, and shows nothing.")
    return _opened(database_path())


_ANSWERS: WeakKeyDictionary[Store, Answers] = WeakKeyDictionary()


def answers(held: Store) -> Answers:
    """What is kept of the store's answers until it changes."""
    return _ANSWERS.setdefault(held, Answers())


def forget_answers() -> None:
    """Nothing that was answered before is told again."""
    _ANSWERS.clear()


def change(held: Store) -> datetime | None:
    """When the store last changed: asked once while nothing is written to it."""
    return answers(held).change(held)
