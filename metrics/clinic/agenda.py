"""The clinic's agenda by exception: one item a home and standard, with all that speaks for it."""

from collections.abc import Iterator

from metrics.clinic.exceptions import ORDER, Found, of_actions, of_evidence
from metrics.clinic.shapes import AgendaItem, Exceptional
from metrics.rag.order import worst_first
from metrics.rag.shapes import Cell, ToldCell
from metrics.rag.status import cells, homes, told_cells
from qa_data.scope import Scope
from qa_data.store import Store

MOST = 30
"""So many items: more is no agenda."""


def agenda(store: Store, scope: Scope) -> list[AgendaItem]:
    """The items in the order in which to take them: key (home, or home and code, joined by ~), home, standard (None
    for a home as a whole), why (of `ORDER`, the first that holds), new (whether a concern of it is), also (what else is
    known, in words), its cell as in `metrics.rag.status` (None for a home); of a home its colour (rag), what it shows
    where it gets worse as a whole (whole, else None), and the cells without a rating where it cannot be seen (unseen);
    with each how many items there are in all (`of`), and about how many ratings (`about`).
    """
    acted = list(of_actions(store, scope))  # first: where it is kept stale, little is asked once more
    every = cells(store, scope)
    states = worst_first(homes(every), every)
    places = {state["home"]: place for place, state in enumerate(states)}
    found: dict[tuple[str, str | None], list[Found]] = {}
    for each in (*of_evidence(every, states, store, scope), *acted):
        if each.home in places:
            found.setdefault((each.home, each.standard), []).append(each)
    unseen = _unseen(every, found)
    first = sorted(found, key=lambda item: _place(item[1], found[item], places[item[0]]))[:MOST]
    told_of = told_cells(store, scope, {home for home, _ in first}) if first else {}
    shown: dict[tuple[str, str | None], ToldCell] = {
        (cell["home"], cell["standard"]): cell for cells in told_of.values() for cell in cells
    }
    of, about = len(found), len({*(item for item in found if item[1]), *_ratings(unseen)})
    items = [_item(*item, found[item], unseen.get(item[0], []), states[places[item[0]]]["rag"]) for item in first]
    return [{**item, "cell": shown.get((item["home"], item["standard"])), "of": of, "about": about} for item in items]


def _unseen(cells: list[Cell], found: dict[tuple[str, str | None], list[Found]]) -> dict[str, list[Cell]]:
    """The cells without a rating of the homes that cannot be seen."""
    unseen: dict[str, list[Cell]] = {
        home: [] for (home, standard), told in found.items() if any(each.why == "unseen" for each in told)
    }
    for cell in cells:
        if cell["rag"] == "grey" and cell["home"] in unseen:
            unseen[cell["home"]].append(cell)
    return unseen


def _ratings(unseen: dict[str, list[Cell]]) -> Iterator[tuple[str, str]]:
    """The homes and standards that these homes' items are about."""
    return ((cell["home"], cell["standard"]) for cells in unseen.values() for cell in cells)


def _item(home: str, standard: str | None, told: list[Found], unseen: list[Cell], rag: str) -> Exceptional:
    ordered = sorted(told, key=_turn)
    return {
        "key": f"{home}~{standard}" if standard else home,
        "home": home,
        "standard": standard,
        "why": ordered[0].why,
        "new": _new(told),
        "rag": None if standard else rag,
        "whole": next((each.whole for each in told if each.whole), None),
        "also": list(dict.fromkeys(each.text for each in ordered if each.text)),
        "unseen": [] if standard else unseen,
    }


def _turn(each: Found) -> int:
    return ORDER.index(each.why)


def _new(told: list[Found]) -> bool:
    """Whether one of those that come first is new."""
    first = min(map(_turn, told))
    return any(each.new for each in told if _turn(each) == first)


def _place(standard: str | None, told: list[Found], place: int) -> tuple:
    """The worst first; of equals what is new, then protection, which decides on the home as a whole, then the worst
    home."""
    return min(map(_turn, told)), not _new(told), standard != "QS12", place, standard or ""
