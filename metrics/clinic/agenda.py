"""The clinic's agenda by exception: one item a home and standard, with all that speaks for it."""

from metrics.clinic.exceptions import ORDER, Found, exceptions
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
    every = cells(store, scope)
    open_ones = {cell["home"] for cell in every}
    found: dict[tuple[str, str | None], list[Found]] = {}
    for each in exceptions(store, scope, every):
        if each.home in open_ones:
            found.setdefault((each.home, each.standard), []).append(each)
    colours = {state["home"]: state["rag"] for state in worst_first(homes(every), every)}
    unrated: dict[str, list[Cell]] = {home: [] for home in colours}
    for cell in every:
        if cell["rag"] == "grey":
            unrated[cell["home"]].append(cell)
    items = [_item(home, standard, told, unrated[home], colours[home]) for (home, standard), told in found.items()]
    of, about = len(items), len({key for item in items for key in _ratings(item)})
    places = {home: place for place, home in enumerate(colours)}
    first = sorted(items, key=lambda item: _place(item, places))[:MOST]
    told_of = told_cells(store, scope, {item["home"] for item in first}) if first else {}
    shown: dict[tuple[str, str | None], ToldCell] = {
        (cell["home"], cell["standard"]): cell for cells in told_of.values() for cell in cells
    }
    return [{**item, "cell": shown.get((item["home"], item["standard"])), "of": of, "about": about} for item in first]


def _ratings(item: Exceptional) -> list[tuple[str, str]]:
    """The homes and standards that it is about."""
    if item["standard"]:
        return [(item["home"], item["standard"])]
    return [(cell["home"], cell["standard"]) for cell in item["unseen"]]


def _item(home: str, standard: str | None, told: list[Found], unrated: list[Cell], rag: str) -> Exceptional:
    ordered = sorted(told, key=lambda each: ORDER.index(each.why))
    return {
        "key": f"{home}~{standard}" if standard else home,
        "home": home,
        "standard": standard,
        "why": ordered[0].why,
        "new": any(each.new for each in told if each.why == ordered[0].why),
        "rag": None if standard else rag,
        "whole": next((each.whole for each in told if each.whole), None),
        "also": list(dict.fromkeys(each.text for each in ordered if each.text)),
        "unseen": unrated if any(each.why == "unseen" for each in told) else [],
    }


def _place(item: Exceptional, places: dict[str, int]) -> tuple:
    """The worst first; of equals what is new, then protection, which decides on the home as a whole, then the worst
    home."""
    why, at = ORDER.index(item["why"]), places[item["home"]]
    return why, not item["new"], item["standard"] != "QS12", at, item["standard"] or ""
