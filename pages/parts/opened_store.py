"""The store that the pages' door has open, one a process and path; when it last changed, and the answers kept until it
does.
"""

from datetime import datetime
from weakref import WeakKeyDictionary

import streamlit as st

from pages.parts.answers import Answers
from qa_data.store import Store, database_path, open_store


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    return open_store(path)


def store() -> Store:
    """The store that QA_DATABASE names. StoreUnavailable when it cannot be opened."""
    return _opened(database_path())


_ANSWERS: WeakKeyDictionary[Store, Answers] = WeakKeyDictionary()


def answers(held: Store) -> Answers:
    """What is kept of the store's answers until it changes."""
    return _ANSWERS.setdefault(held, Answers())


def change(held: Store) -> datetime | None:
    """When the store last changed: asked once while nothing is written to it."""
    return answers(held).change(held)
