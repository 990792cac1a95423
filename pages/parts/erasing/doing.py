"""What would go, and the erasing: in the store that the dashboard itself holds open."""

from functools import partial

import streamlit as st

from pages.parts import ask
from qa_data.access import Right
from qa_data.erasing.backups import Held, copies_beside, held_by, other_backups
from qa_data.erasing.erase import Asked, Done, Found, erase, named_in_audit, would
from qa_data.retention import past_time
from qa_data.scope import Scope
from qa_data.store import Store

Shown = tuple[Found, int, list[Held], list[Held]]
"""What would go, how many entries of the audit name the words, the copies beside the database and the backups."""


def would_go(asked: Asked) -> Shown:
    """What would go. NotErased where it cannot be told."""
    return ask.write(Right.KEEP, _would_go, asked)


def erased(asked: Asked) -> Done:
    """Erases it; nothing that was answered before is told again. NotErased and StoreUnavailable where it cannot be."""
    try:
        return ask.write(Right.KEEP, _erased, asked)
    finally:
        ask.forget()
        st.cache_data.clear()


def due_rows(table: str) -> Asked:
    """What erases the rows of that kind which are past their time. NotAPeriod where none is set."""
    return Asked(table=table, which=ask.write(Right.KEEP, partial(past_time, table)))


def _would_go(held: Store, scope: Scope, asked: Asked) -> Shown:
    scope.must_hold(None)
    database = held.own_file
    with held.reading(scope) as cursor:
        found = would(cursor.run, asked)
    copies = [held_by(each, asked.planned) for each in copies_beside(database)]
    named = named_in_audit(held.path, asked.words) if asked.words else 0
    return found, named, copies, other_backups(database, asked.planned)


def _erased(held: Store, scope: Scope, asked: Asked) -> Done:
    scope.must_hold(None)
    return held.rewritten(lambda: erase(held.own_file, asked, audit=held.path))
