"""A question's answer, all of it from one moment of the store, with what is kept laid on its cursor."""

from collections.abc import Callable
from typing import Any, TypeVar

from metrics.kept.keeping import KEEPING, keep
from metrics.kept.kinds import Kept, Query, Rows
from metrics.kept.stands import AFRESH, changed, may_be_kept, stands
from qa_data.cursor import Cursor
from qa_data.program import fingerprint
from qa_data.scope import Scope
from qa_data.store import Store

Answer = TypeVar("Answer")

TRIES = 20
"""So often a question begins again because of what was found to be older than the store; then it is answered from the
rows: it needs more at once than is kept.
"""


class Stale(Exception):
    """What is kept of `kind` and `variant` is older than the snapshot that is read."""

    def __init__(self, kind: Kept, variant: str):
        super().__init__(kind.name, variant)
        self.kind, self.variant = kind, variant


def answered(question: Callable[..., Answer], store: Store, scope: Scope, *words: Any) -> Answer:
    """The question's answer, all of it from one moment of the store. What is kept is brought up to date before that
    moment; where the store changes faster than that is done, what others write waits until it is answered.
    """
    found: set[tuple[str, str]] = set()
    while True:
        try:
            with store.snapshot():
                return question(store, scope, *words)
        except Stale as stale:
            if stale.args in found:
                break
            found.add(stale.args)
            keep(store, stale.kind, stale.variant)
    with KEEPING, store.undisturbed():  # in this order: whoever keeps what is worked out writes it, holding the first
        return _undisturbed(question, store, scope, *words)


def _undisturbed(question: Callable[..., Answer], store: Store, scope: Scope, *words: Any) -> Answer:
    for _ in range(TRIES):
        try:
            with store.snapshot():
                return question(store, scope, *words)
        except Stale as stale:
            keep(store, stale.kind, stale.variant)
    token = AFRESH.set(True)
    try:
        with store.snapshot():
            return question(store, scope, *words)
    finally:
        AFRESH.reset(token)


def lay(store: Store, cursor: Cursor, kind: Kept, variant: str = "", whole_service: bool = False) -> None:
    """Makes the view of the kind's name on the cursor: its rows of the variant, kept or, where it is asked what was
    known earlier, worked out afresh; of the homes of the scope, or of the whole service for what is narrowed later."""
    if may_be_kept(kind, store, cursor.scope):
        if store.once(stands).get((kind.name, variant)) != (store.once(changed), fingerprint()):
            _bring_up_to_date(store, kind, variant)
        rows = f"select * exclude (variant) from qa_kept.{kind.name} where variant = '{variant}'"
    else:
        scope = cursor.scope.of_whole_service() if whole_service else cursor.scope
        with cursor.within(scope):
            _lay_afresh(store, cursor, kind, kind.made(store, scope, variant))
        rows = f"from {kind.name}_afresh"
    seen = "" if whole_service else "where seen(home)"
    cursor.run(f"create or replace temp view {kind.name} as select * from ({rows}) {seen}")


def _lay_afresh(store: Store, cursor: Cursor, kind: Kept, rows: Rows) -> None:
    if not isinstance(rows, Query):
        cursor.lay(f"{kind.name}_afresh", rows, kind.columns)
        return
    for need in kind.needs:
        lay(store, cursor, need, whole_service=True)
    cursor.run(f"create or replace temp table {kind.name}_afresh as {rows.sql}", **rows.parameters)


def _bring_up_to_date(store: Store, kind: Kept, variant: str) -> None:
    # A snapshot would not see what is written beside it: whoever began it brings up to date and begins again.
    if store.in_snapshot:
        raise Stale(kind, variant)
    keep(store, kind, variant)
