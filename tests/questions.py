"""Every question that there is: the public functions of `metrics` and `qa_data` that take a store and a scope first
and do not write, which needs a name (`by`).

They are found, not listed, so that a new question cannot be forgotten by the tests that ask them all.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import Any

from pandas import DataFrame

import loaders
import metrics
import qa_data
from metrics.rag.status import cells
from metrics.signals.signals import lay_signals, signals
from qa_data.scope import Scope, of_every_home
from qa_data.settled import settlements
from qa_data.store import Store

ARGUMENTS: dict[str, Callable[[Store, Scope], Any]] = {
    "cells": cells,
    "columns": lambda store, scope: ("children_spoken_to", "visit_date"),
    "day": lambda store, scope: scope.as_at,
    "dataset": lambda store, scope: "visits",
    "home": lambda store, scope: _homes(store, scope)[0],
    "homes": lambda store, scope: tuple(_homes(store, scope)),
    "id": lambda store, scope: "missing",
    "indicator": lambda store, scope: "STD2",
    "month": lambda store, scope: date(2026, 9, 1),
    "moments": lambda store, scope: [scope.as_at, date(2026, 6, 30)],
    "name": lambda store, scope: _homes(store, scope)[0].upper(),
    "named": lambda store, scope: _homes(store, scope)[0],
    "of_homes": lambda store, scope: 5,
    "originals": lambda store, scope: [row["original"] or "" for row in settlements(store, scope)],
    "report_days": lambda store, scope: 10,
    "row": lambda store, scope: _stored(store)["row"],
    "rows": lambda store, scope: _signals(store, scope),
    "sheet": lambda store, scope: _stored(store)["sheet"],
    "signals": lambda store, scope: signals(store, scope)["signals"],
    "standard": lambda store, scope: "QS12",
    "theme": lambda store, scope: "missing",
    "upload_id": lambda store, scope: _stored(store)["upload_id"],
    "who": lambda store, scope: "home",
    "words": lambda store, scope: ("the",),
}
"""What is given to a parameter of that name, where it has no default: an example that the sample data answers."""


def answers(store: Store, scope: Scope, **given: Any) -> Iterator[tuple[str, Any]]:
    """The name and the answer of every question, asked of that scope; `given` stands in place of the examples. Frames
    are rows as dictionaries, and what comes one by one is a list.
    """
    for question in questions():
        answer = question(store, scope, **_arguments(question, store, scope, given))
        yield f"{question.__module__}.{question.__name__}", _plain(answer)


def questions() -> list[Callable]:
    """Every question."""
    return [
        function
        for module in modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_") and _is_question(function)
    ]


def writes() -> list[Callable]:
    """Every function that writes: it takes a store, a scope, and who does it (`by`)."""
    return [
        function
        for module in modules(loaders, metrics, qa_data)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_") and _is_write(function)
    ]


def modules(*packages: ModuleType) -> Iterator[ModuleType]:
    """Every module of those rooms; of `metrics` and `qa_data` where none is said."""
    for package in packages or (metrics, qa_data):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield import_module(found.name)


def _is_question(function: Callable) -> bool:
    signature = inspect.signature(function)
    kinds = [each.annotation for each in signature.parameters.values()]
    return kinds[:2] == [Store, Scope] and "by" not in signature.parameters


def _is_write(function: Callable) -> bool:
    signature = inspect.signature(function)
    kinds = [each.annotation for each in signature.parameters.values()]
    return kinds[:2] == [Store, Scope] and "by" in signature.parameters


def _arguments(question: Callable, store: Store, scope: Scope, given: dict[str, Any]) -> dict[str, Any]:
    wanted = [
        each
        for each in list(inspect.signature(question).parameters.values())[2:]
        if each.kind is not each.VAR_KEYWORD and (each.default is each.empty or each.name in given)
    ]
    missing = [each.name for each in wanted if each.name not in {*ARGUMENTS, *given}]
    assert not missing, (
        f"{question.__module__}.{question.__name__} takes {', '.join(missing)}, for which tests/questions.py has no"
        " example: add one to ARGUMENTS."
    )
    examples = {name: lambda store, scope, value=value: value for name, value in given.items()}
    return {each.name: (ARGUMENTS | examples)[each.name](store, scope) for each in wanted}


def _homes(store: Store, scope: Scope) -> list[str]:
    names = sorted(row["home"] for row in store.rows(scope, "select home from homes"))
    assert names, "The store that every question is asked of needs a home."
    return names


def _signals(store: Store, scope: Scope) -> list[dict]:
    """The latest signals, before their months are put in letters."""
    with store.reading(scope) as cursor:
        lay_signals(store, cursor)
        return cursor.rows("from signals_told where seen(home)")


def _stored(store: Store) -> dict:
    """Where the first visit stands, whoever may see it."""
    return store.rows(of_every_home(), "select upload_id, sheet, sheet_row as row from visits order by all limit 1")[0]


def _plain(answer: Any) -> Any:
    if isinstance(answer, DataFrame):
        return answer.to_dict("records")
    return list(answer) if isinstance(answer, Iterator) else answer
