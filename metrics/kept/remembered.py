"""What was answered of each home of many, remembered by this process: after a change only the homes that it touched are
asked about anew.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import datetime
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from metrics.kept.stands import changed, of_many
from metrics.kept.touched import touched_since
from qa_data.scope import Every, Scope
from qa_data.store import Store

Part = TypeVar("Part")

MOST = 4
"""So often each question is remembered of a store, as of so many days; what was asked longest ago goes first. Those of
one question never push out another's, however many there are."""


class Remembered(NamedTuple):
    """What each home was answered, as the store stood after that change, of the file that it had `opened` then."""

    change: datetime | None
    opened: int
    parts: dict[str, Any]


_REMEMBERED: WeakKeyDictionary[Store, dict[Callable, OrderedDict[Hashable, Remembered]]] = WeakKeyDictionary()


def home_by_home(
    question: Callable[..., dict[str, Part]],
    store: Store,
    scope: Scope,
    homes: Iterable[str] | Every,
    common: str | None,
    *words: Hashable,
) -> dict[str, Part]:
    """What the question answers of these homes at least, or of every home of which it tells anything, by home: a
    function of a store, a scope and the words. What it tells of a home may depend on that home's rows, on what is set
    for all, on the words and on what is `common` to all homes (None: nobody can say what that is), and on nothing else.
    Not to be changed: who asks next is answered the same object."""
    if not of_many(store):
        return question(store, scope, *words)
    asked = homes if isinstance(homes, Every) else list(homes)
    if common is None or not _may_be_remembered(scope, asked):
        return question(store, _of(asked, scope), *words)
    told = _REMEMBERED.setdefault(store, {}).setdefault(question, OrderedDict())
    key = scope, common, words, isinstance(asked, Every)
    now, before = store.once(changed), told.get(key)
    parts, touched = _still(store, before, now) if before else ({}, Every.HOME)
    if unknown := touched if isinstance(asked, Every) else [home for home in asked if home not in parts]:
        parts = parts | question(store, _of(unknown, scope), *words)
    told[key] = Remembered(now, store.opened, parts)
    told.move_to_end(key)
    while len(told) > MOST:
        told.popitem(last=False)
    return parts if isinstance(asked, Every) else {home: parts[home] for home in asked if home in parts}


def by_home(rows: Iterable[Any]) -> dict[str, list[Any]]:
    """Rows by their home, in the order in which they came."""
    told: dict[str, list[Any]] = {}
    for row in rows:
        told.setdefault(row["home"], []).append(row)
    return told


def _may_be_remembered(scope: Scope, asked: list[str] | Every) -> bool:
    """Whether it is asked as the store stands by somebody who may see every home: others are not told the names of
    those that they may not see, which may be more after a change. Of every home of a few the question itself is as
    quick."""
    of_all = scope.homes is Every.HOME or not isinstance(asked, Every)
    return not scope.known_at and scope.may_see is Every.HOME and of_all


def _of(homes: Collection[str] | Every, scope: Scope) -> Scope:
    return scope if isinstance(homes, Every) else scope.narrowed(homes)


def _still(store: Store, before: Remembered, now: datetime | None) -> tuple[dict[str, Any], Collection[str] | Every]:
    """What is remembered and still so, and the homes of which it may not be."""
    if before.opened != store.opened or not before.change or not now or before.change > now:
        return {}, Every.HOME
    if before.change == now:
        return before.parts, ()
    touched = touched_since(before.change, store)
    if touched is None:
        return {}, Every.HOME
    return {home: part for home, part in before.parts.items() if home not in touched}, touched
