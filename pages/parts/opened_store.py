"""The store that the pages' door has open, one a process and path; when it last changed, and the answers kept until it
does.
"""

import os
from datetime import datetime
from threading import Lock, Thread
from time import sleep
from weakref import WeakKeyDictionary

from streamlit import config

from pages.parts.answers import Answers
from pages.parts.beside import AGAIN, do_for_others
from qa_data.environment import WATCHED
from qa_data.store import MEMORY, Store, StoreUnavailable, database_path, open_store, there

UNGUARDED = "starlette-managed"
"""How Streamlit calls a server that it made for a script which brings no door of its own."""


_STORES: dict[str, Store] = {}

_OPENING = Lock()


def _opened(path: str) -> Store:
    # A page asks for it hundreds of times; Streamlit's cache takes a hundred times as long to find it again.
    if path not in _STORES:
        with _OPENING:
            if path not in _STORES:
                _STORES[path] = _begun(path)
    return _STORES[path]


def _begun(path: str) -> Store:
    _close_those_gone()
    held = open_store(path)
    if config._server_mode:  # served, that is, and not drawn by a test
        do_for_others(held)
    return held


def _close_those_gone() -> None:
    """Closes the stores whose files are gone, of which nobody asks anything more: each has a share of the memory."""
    for path in [each for each in _STORES if each != MEMORY and not there(each)]:
        _STORES.pop(path).close()


def store() -> Store:
    """The store that QA_DATABASE names. StoreUnavailable when it cannot be opened, and where a page is served by
    itself: nothing then guards it.
    """
    if config._server_mode == UNGUARDED:
        raise StoreUnavailable("Start the dashboard by `make run`: a page by itself is not guarded, and shows nothing.")
    return _opened(database_path())


def open_from_the_start() -> None:
    """Where a folder is watched the store is opened now, or as soon as it can be: files come whether or not anybody
    looks at a page."""
    if os.environ.get(WATCHED):
        Thread(target=_open_at_last, name="opening", daemon=True).start()


def _open_at_last() -> None:
    while True:
        try:
            store()
            return
        except StoreUnavailable:
            sleep(AGAIN)


def opened_already() -> Store | None:
    """The store that QA_DATABASE names, where it is open; nobody waits for it to be."""
    return _STORES.get(database_path())


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
