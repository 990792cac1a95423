"""Finding by words: homes, findings, what visitors wrote, and actions."""

from datetime import date
from typing import TypedDict
from unicodedata import combining, normalize

from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.store import Store

MOST = 20
"""So many of each kind are told, the newest first; all are counted."""

SQL = queries(__file__)


class Found(TypedDict):
    """Something that holds the words."""

    kind: str
    home: str
    day: date
    text: str
    about: str
    source: Source
    of_kind: int


def search(store: Store, scope: Scope, words: tuple[str, ...]) -> list[Found]:
    """What is written that holds every one of the words, whatever its letters' case and accents: kind (home,
    finding, visit or action), home, day, text, about (what sort of thing it is), of_kind (how many of the kind there
    are) and source; the newest 20 of each kind. Nothing for no words.
    """
    if not words:
        return []
    return store.rows(scope, SQL["found"], words=[plain(word) for word in words], most=MOST)


def plain(text: str) -> str:
    """As it is compared: lower case, without accents."""
    return "".join(each for each in normalize("NFD", text.lower()) if not combining(each))
