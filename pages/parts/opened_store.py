"""The store that the pages' door has open, one a process and path; when it last changed, and the answers kept until it
does.
"""

import logging
import os
import threading
from datetime import datetime
from importlib import import_module
from pathlib import Path
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit import config

from loaders.watch_commands import watch
from loaders.watching import taken
from pages.parts.answers import Answers
from qa_data.commands import Program, WrongCommand, account
from qa_data.errands.carrying import carry_out
from qa_data.scope import of_every_home
from qa_data.store import Store, StoreUnavailable, database_path, open_store

WATCHED = "QA_WATCH"
"""Names a folder: what is dropped into it is loaded while the dashboard runs."""

UNGUARDED = "starlette-managed"
"""How Streamlit calls a server that it made for a script which brings no door of its own."""


COMMANDS = {"loaders": "loaders.commands", "metrics": "metrics.commands", "qa_data": "qa_data.kept_safe"}
"""Where the commands are that are carried out for other programs while the dashboard has the store open."""


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    held = open_store(path)
    if config._server_mode:  # served, that is, and not drawn by a test
        carry_out(held, _program)
        if folder := os.environ.get(WATCHED):
            threading.Thread(target=_watch, args=(held, Path(folder)), name="watch", daemon=True).start()
    return held


def _watch(held: Store, folder: Path) -> None:
    """Loads what is dropped into the folder, until the dashboard ends."""
    try:
        watch(folder, lambda files: taken(held, of_every_home(), files, account()))
    except (WrongCommand, StoreUnavailable) as wrong:
        logging.getLogger(__name__).error("%s is %s, and is not watched: %s", WATCHED, folder, wrong)


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
