"""What was answered of each home of many, remembered by this process: after a change only the homes that it touched are
asked about anew.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from metrics.kept.stands import changed, of_many
from metrics.kept.touched import touched_since
from qa_data.scope import Every, Scope
from qa_data.store import Store

Part = TypeVar("Part")

MOST = 16
"""So many questions are remembered of a store, four each of as many days or views; what was asked longest ago goes
first."""


class Remembered(NamedTuple):
    """What each home was answered, as the store stood after that change, of the file that it had `opened` then."""

    change: datetime | None
    opened: int
    parts: dict[str, Any]


_REMEMBERED: WeakKeyDictionary[Store, OrderedDict[Hashable, Remembered]] = WeakKeyDictionary()


def home_by_home(
    question: Callable[..., dict[str, Part]],
    store: Store,
    scope: Scope,
    homes: Iterable[str],
    common: str | None,
    *words: Hashable,
) -> dict[str, Part]:
    """What the question answers of these homes at least, by home: a function of a store, a scope and the words. What it
    tells of a home may depend on that home's rows, on what is set for all, on the words and on what is `common` to all
    homes (None: nobody can say what that is), and on nothing else. Not to be changed: who asks next is answered the
    same object."""
    if not of_many(store):
        return question(store, scope, *words)
    asked = list(homes)
    # Who sees a part of the homes is not told the names of the others: these may be more after a change.
    if common is None or scope.known_at or scope.may_see is not Every.HOME:
        return question(store, scope.narrowed(asked), *words)
    told, key = _REMEMBERED.setdefault(store, OrderedDict()), (question, scope, common, words)
    now, before = store.once(changed), told.get(key)
    parts = _still(store, before, now) if before else {}
    if unknown := [home for home in asked if home not in parts]:
        parts = parts | question(store, scope.narrowed(unknown), *words)
    told[key] = Remembered(now, store.opened, parts)
    told.move_to_end(key)
    while len(told) > MOST:
        told.popitem(last=False)
    return {home: parts[home] for home in asked if home in parts}


def _still(store: Store, before: Remembered, now: datetime | None) -> dict[str, Any]:
    """What is remembered and still so."""
    if before.opened != store.opened or not before.change or not now or before.change > now:
        return {}
    if before.change == now:
        return before.parts
    touched = touched_since(before.change, store)
    return {} if touched is None else {home: part for home, part in before.parts.items() if home not in touched}
