"""The one order of homes and of colours: the worst first."""

from collections.abc import Iterable

from metrics.rag.rule import AMBER, GREEN, GREY, RED
from metrics.rag.shapes import HomeState, Rated

WORST_FIRST = {rag: place for place, rag in enumerate((RED, AMBER, GREY, GREEN))}


def worst_first(states: Iterable[HomeState], cells: Iterable[Rated]) -> list[HomeState]:
    """The homes by their own rating; of equals those whose protection of children is red, then the most standards red,
    then amber, then grey; then by name.
    """
    counts: dict[str, dict[str, int]] = {}
    unprotected = set()
    for cell in cells:
        of_home = counts.setdefault(cell["home"], dict.fromkeys(WORST_FIRST, 0))
        of_home[cell["rag"]] += 1
        if cell["standard"] == "QS12" and cell["rag"] == RED:
            unprotected.add(cell["home"])
    return sorted(
        states,
        key=lambda state: (
            WORST_FIRST[state["rag"]],
            state["home"] not in unprotected,
            *(-counts[state["home"]][rag] for rag in (RED, AMBER, GREY)),
            state["home"],
        ),
    )
