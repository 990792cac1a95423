"""Where every home stands on the day asked of: what the overview draws, and in which order."""

from dataclasses import dataclass

from metrics.homes.homes import home_facts
from metrics.rag import status
from metrics.rag.order import worst_first
from metrics.rag.spoken import passed_over, spoken_against
from pages.parts import ask
from pages.parts.marks import RATINGS, rating
from qa_data.standards import CODES

MOST = 50
"""So many homes are drawn; the rest are found by their name."""


@dataclass(frozen=True)
class Position:
    """`cells` by home and standard, `homes` (each as a whole, the worst first) and `facts` by home. Cells of `drawn`
    homes have their reasons. `spoken`: the homes at which a word stands against a standard that is neither red nor
    amber.
    """

    cells: dict[tuple[str, str], dict]
    homes: dict[str, dict]
    facts: dict[str, dict]
    drawn: list[str]
    spoken: list[str]

    def of(self, home: str) -> list[dict]:
        """The home's nine cells, in the order of the standards."""
        return [self.cells[home, code] for code in CODES]

    def reds(self) -> dict[str, list[dict]]:
        """The homes with a standard that is red, and those standards; the worst home first."""
        found: dict[str, list[dict]] = {home: [] for home in self.homes}
        for cell in self.cells.values():
            if cell["rag"] == "red":
                found[cell["home"]].append(cell)
        return {home: reds for home, reds in found.items() if reds}


def position(wanted: str = "") -> Position:
    """Every home's cells; the homes to draw are those with `wanted` in their name, at most 50, the worst first."""
    cells = every_cell()
    homes = {state["home"]: state for state in worst_first(status.homes(cells), cells)}
    drawn = [home for home in homes if wanted.casefold() in home.casefold()][:MOST]
    known = {(cell["home"], cell["standard"]): cell for cell in cells}
    if len(homes) > MOST:
        told = ask.shared(status.told_cells, tuple(drawn))
        known |= {(cell["home"], cell["standard"]): cell for home in drawn for cell in told[home]}
    against = passed_over(ask.answer(spoken_against), known.values())
    spoken = list(dict.fromkeys(each["home"] for each in against))
    return Position(known, homes, ask.shared(home_facts), drawn, spoken)


def every_cell() -> list[dict]:
    """Every home's cells; of a service whose homes are all drawn, with their reasons: it is asked of them once."""
    few = len(ask.shared(home_facts)) <= MOST
    return ask.shared(status.status)["cells"] if few else ask.shared(status.cells)


def counts(cells: list[dict]) -> dict[str, int]:
    """How many cells have each rating."""
    return {name: sum(rating(cell) == name for cell in cells) for name in RATINGS}
