"""The clinic's agenda by exception: what changed or is red, what cannot be seen, and what was decided before."""

from metrics.evidence.found import FROM, place
from metrics.status import cells, status
from qa_data.asking import Asking
from qa_data.store import Store

MOST = 30
"""So many items: more is no agenda."""

FEW = 4
"""A home with so many standards without recent evidence is an item of its own."""

ORDER = ("newly red", "red", "worse", "unseen", "better")

DECIDED = f"""
select home, unnest(standards) as standard, action, owner, source_date as decided_on, due, completed, status,
       case when completed <= $as_at then 'done' when status = 'Cancelled' then 'cancelled' when due < $as_at then 'late' else 'open' end as state, {place("action")}
from {{actions}} {FROM}
where source = 'Performance clinic' and source_date < $as_at and source_date > $as_at - interval 12 month
order by decided_on desc, home
"""


def agenda(store: Store, asking: Asking) -> list[dict]:
    """The items in the order in which to take them: key (home, or home and code, joined by ~), home, standard (None for a home that cannot be seen),
    why (of `ORDER`), and of a standard its cell as in `metrics.status`, of a home the cells `unseen`."""
    every = cells(store, asking)
    items = [_item(cell) for cell in every if _why(cell)] + _unseen(every)
    first = sorted(items, key=lambda item: (ORDER.index(item["why"]), item["standard"] != "QS12", item["home"], item["standard"] or ""))[:MOST]
    told = {(cell["home"], cell["standard"]): cell for cell in status(store, _only(asking, first))["cells"]} if first else {}
    return [item | {"cell": told.get((item["home"], item["standard"]))} for item in first]


def _only(asking: Asking, items: list[dict]) -> Asking:
    return Asking(asking.as_at, asking.known_at, frozenset(item["home"] for item in items))


def _why(cell: dict) -> str | None:
    if cell["rag"] == "red":
        return "newly red" if cell["change"] == "worse" else "red"
    return cell["change"] if cell["change"] in ("worse", "better") else None


def _item(cell: dict) -> dict:
    return {"key": f"{cell['home']}~{cell['standard']}", "home": cell["home"], "standard": cell["standard"], "why": _why(cell), "unseen": []}


def _unseen(every: list[dict]) -> list[dict]:
    grey: dict[str, list[str]] = {}
    for cell in every:
        if cell["rag"] == "grey":
            grey.setdefault(cell["home"], []).append(cell["standard"])
    return [{"key": home, "home": home, "standard": None, "why": "unseen", "unseen": codes} for home, codes in grey.items() if len(codes) >= FEW]


def decided(store: Store, asking: Asking) -> list[dict]:
    """What clinics of the last 12 months decided, newest first, and what became of it: home, standard, action, owner, decided_on, due, completed, state
    (done, late, open or cancelled), and where the row stands."""
    return store.rows(asking, DECIDED)
