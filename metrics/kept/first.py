"""The first of many homes' rows, without looking at every home's."""

from collections.abc import Callable
from heapq import nsmallest
from typing import Any

from metrics.kept.remembered import home_by_home
from metrics.kept.stands import of_many
from qa_data.scope import Every, Scope
from qa_data.store import Store


def of_first(first: Callable[[Store, Scope], dict[str, Any]], store: Store, scope: Scope, most: int) -> Scope:
    """The scope; of many homes narrowed to those that can have a row among the first `most`. `first` answers by home
    what its first row sorts by, as `home_by_home` asks it: where so many homes' first rows stand before a home's own,
    none of its rows is among them."""
    asked_of_few = not isinstance(scope.homes, Every) and len(scope.homes) <= most
    if asked_of_few or not of_many(store):
        return scope
    told = home_by_home(first, store, scope, Every.HOME, "")
    return scope.narrowed(nsmallest(most, told, key=lambda home: (told[home], home)))
