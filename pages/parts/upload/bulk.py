"""Many problems settled in one click: all suggestions of a file, those of one kind, all that was settled before."""

from collections.abc import Iterable

import streamlit as st

from pages.parts.upload import incoming
from pages.parts.upload.fold import Fold

KINDS = {
    "unknown-home": "homes",
    "unknown-choice": "choices",
    "unknown-standard": "standards",
    "ambiguous-standard": "standards",
    "ambiguous-date": "dates",
    "not-a-date": "dates",
    "future-date": "dates",
    "not-a-month": "months",
    "not-a-number": "numbers",
    "percentage-not-count": "numbers",
    "negative-number": "numbers",
}
"""What the problems of a kind are about, by their code."""

READINGS = ("day first", "month first")

Way = tuple[str, list[tuple[Fold, str]]]
"""A button's label, and what it makes of each problem."""


def all_at_once(file, folds: list[Fold]) -> None:
    """A button for each way of settling two problems or more at once; nothing where there is none."""
    ways = [(label, made) for label, made in _ways(folds) if sum(len(fold.problems) for fold, _ in made) > 1]
    if not ways:
        return
    with st.container(horizontal=True, gap="small"):
        for place, (label, made) in enumerate(ways):
            st.button(
                label,
                key=f"all {incoming.content_of(file)[:12]} {place}",
                on_click=incoming.settle,
                args=(file, [each for fold, value in made for each in fold.valued(value)]),
            )


def _ways(folds: list[Fold]) -> Iterable[Way]:
    before = [(fold, fold.before["settled"]) for fold in folds if fold.before]
    yield f"Take all {_cells(before)} as settled before", before
    every = [(fold, fold.suggestions[0]) for fold in folds if len(fold.suggestions) == 1]
    yield f"Take all {_cells(every)} suggestions", every
    kinds = {KINDS.get(fold.first["code"], "others"): None for fold, _ in every}
    for kind in kinds if len(kinds) > 1 else ():
        of_it = [(fold, value) for fold, value in every if KINDS.get(fold.first["code"], "others") == kind]
        yield f"Only the {_cells(of_it)} of {kind}", of_it
    for place, reading in enumerate(READINGS):
        dates = [(fold, fold.suggestions[place]) for fold in folds if _two_readings(fold)]
        yield f"Read all {_cells(dates)} dates {reading}", dates


def _two_readings(fold: Fold) -> bool:
    return fold.first["code"] == "ambiguous-date" and len(fold.suggestions) == len(READINGS)


def _cells(made: list[tuple[Fold, str]]) -> int:
    return sum(len(fold.problems) for fold, _ in made)
