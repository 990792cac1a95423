"""The store that the pages' door has open, one a process and path, and when it last changed."""

from datetime import datetime
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit import config

from qa_data.scope import of_every_home
from qa_data.store import Store, StoreUnavailable, database_path, open_store
from qa_data.uploads import last_change

UNGUARDED = "starlette-managed"
"""How Streamlit calls a server that it made for a script which brings no door of its own."""


@st.cache_resource(show_spinner=False)
def opened(path: str) -> Store:
    """The store at that path."""
    return open_store(path)


def store() -> Store:
    """The store that QA_DATABASE names. StoreUnavailable when it cannot be opened, and where a page is served by
    itself: nothing then guards it.
    """
    if config._server_mode == UNGUARDED:
        raise StoreUnavailable("Start the dashboard by `make run`: a page by itself is not guarded, and shows nothing.")
    return opened(database_path())


_CHANGES: WeakKeyDictionary[Store, tuple[int, datetime | None]] = WeakKeyDictionary()


def change(held: Store) -> datetime | None:
    """When the store last changed: asked once while nothing is written to it."""
    # The count is read before the question: what is written between the two makes it ask again.
    writes = held.writes
    if _CHANGES.get(held, (None,))[0] != writes:
        _CHANGES[held] = writes, last_change(held, of_every_home())
    return _CHANGES[held][1]
