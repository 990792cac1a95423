"""The clinic's agenda by exception: one item a home and standard, with all that speaks for it."""

from metrics.clinic.exceptions import ORDER, Found, exceptions
from metrics.clinic.shapes import AgendaItem, Exceptional
from metrics.rag.order import worst_first
from metrics.rag.shapes import Cell, ToldCell
from metrics.rag.status import cells, homes, status
from qa_data.scope import Scope
from qa_data.store import Store

MOST = 30
"""So many items: more is no agenda."""


def agenda(store: Store, scope: Scope) -> list[AgendaItem]:
    """The items in the order in which to take them: key (home, or home and code, joined by ~), home, standard (None
    for a home as a whole), why (of `ORDER`, the first that holds), also (what else is known, in words), its cell as
    in `metrics.rag.status` (None for a home), and unseen (the cells without a rating of a home that cannot be seen);
    with each how many items there are in all (`of`), and about how many ratings (`about`).
    """
    every = cells(store, scope)
    open_ones = {cell["home"] for cell in every}
    found: dict[tuple[str, str | None], list[Found]] = {}
    for each in exceptions(store, scope, every):
        if each.home in open_ones:
            found.setdefault((each.home, each.standard), []).append(each)
    items = [_item(home, standard, told, every) for (home, standard), told in found.items()]
    of, about = len(items), len({key for item in items for key in _ratings(item)})
    places = [state["home"] for state in worst_first(homes(every), every)]
    first = sorted(items, key=lambda item: _place(item, places))[:MOST]
    shown = frozenset(item["home"] for item in first)
    cells_of: dict[tuple[str, str | None], ToldCell] = (
        {(cell["home"], cell["standard"]): cell for cell in status(store, scope.narrowed(shown))["cells"]}
        if first
        else {}
    )
    return [
        {**item, "cell": cells_of.get((item["home"], item["standard"])), "of": of, "about": about} for item in first
    ]


def _ratings(item: Exceptional) -> list[tuple[str, str]]:
    """The homes and standards that it is about."""
    if item["standard"]:
        return [(item["home"], item["standard"])]
    return [(cell["home"], cell["standard"]) for cell in item["unseen"]]


def _item(home: str, standard: str | None, told: list[Found], every: list[Cell]) -> Exceptional:
    ordered = sorted(told, key=lambda each: ORDER.index(each.why))
    unseen = (
        [cell for cell in every if cell["home"] == home and cell["rag"] == "grey"]
        if any(each.why == "unseen" for each in told)
        else []
    )
    return {
        "key": f"{home}~{standard}" if standard else home,
        "home": home,
        "standard": standard,
        "why": ordered[0].why,
        "also": list(dict.fromkeys(each.text for each in ordered if each.text)),
        "unseen": unseen,
    }


def _place(item: Exceptional, places: list[str]) -> tuple:
    """The worst first; of equals protection, which decides on the home as a whole, then the worst home."""
    return ORDER.index(item["why"]), item["standard"] != "QS12", places.index(item["home"]), item["standard"] or ""
