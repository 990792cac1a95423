"""Where every home stands on the day asked of: what the overview draws, and in which order."""

from dataclasses import dataclass

from metrics.homes.homes import home_facts
from metrics.rag import status
from metrics.rag.spoken import spoken_against
from pages.parts import ask
from pages.parts.marks import RATINGS

MOST = 50
"""So many homes are drawn; the rest are found by their name."""

WORST_FIRST = {rag: place for place, rag in enumerate(("red", "amber", "grey", "green"))}


@dataclass(frozen=True)
class Position:
    """`cells` by home and standard, `rags` and `facts` by home. Cells of `drawn` homes have their reasons.
    `spoken`: the homes at which a word stands against a standard that is neither red nor amber."""

    cells: dict[tuple[str, str], dict]
    rags: dict[str, str]
    facts: dict[str, dict]
    drawn: list[str]
    spoken: list[str]

    def of(self, home: str) -> list[dict]:
        """The home's nine cells, in the order of the standards."""
        return [cell for (name, _), cell in self.cells.items() if name == home]

    def reds(self) -> dict[str, list[dict]]:
        """The homes with a standard that is red, and those standards; the worst home first."""
        found: dict[str, list[dict]] = {}
        for cell in self.cells.values():
            if cell["rag"] == "red":
                found.setdefault(cell["home"], []).append(cell)
        return dict(sorted(found.items(), key=lambda each: (WORST_FIRST[self.rags[each[0]]], -len(each[1]), each[0])))


def position(wanted: str = "") -> Position:
    """Every home's cells; the homes to draw are those with `wanted` in their name, at most 50, the worst of them."""
    cells = ask.answer(status.cells)
    rags = {home["home"]: home["rag"] for home in status.homes(cells)}
    drawn = _worst([home for home in rags if wanted.casefold() in home.casefold()], rags, cells)
    known = {(cell["home"], cell["standard"]): cell for cell in cells}
    known |= {(cell["home"], cell["standard"]): cell for cell in ask.answer(status.status, homes=drawn)["cells"]}
    spoken = list(dict.fromkeys(each["home"] for each in ask.answer(spoken_against)))
    return Position(known, rags, ask.answer(home_facts), drawn, spoken)


def _worst(names: list[str], rags: dict[str, str], cells: list[dict]) -> list[str]:
    # Few homes keep their places, so that these are learned; of many the worst come first.
    if len(names) <= MOST:
        return names
    reds = dict.fromkeys(names, 0)
    for cell in cells:
        if cell["rag"] == "red" and cell["home"] in reds:
            reds[cell["home"]] += 1
    return sorted(names, key=lambda home: (WORST_FIRST[rags[home]], -reds[home], home))[:MOST]


def counts(cells: list[dict]) -> dict[str, int]:
    """How many cells have each colour."""
    return {rag: sum(cell["rag"] == rag for cell in cells) for rag in RATINGS}
