"""A rule of the RAG: an id, the colour that it calls for, a sentence, and the query that finds where it holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

RED, AMBER, GREY, GREEN = "red", "amber", "grey", "green"

NO_EVIDENCE, FEW_FIGURES = "no recent evidence", "too few figures"
"""The two things that leave a standard grey."""


@dataclass(frozen=True)
class Rule:
    """`sql` selects moment, home, standard, what the words need, and `sources`: a list of (file, sheet, row, cell).
    It is asked of the facts that it `needs` (`metrics.rag.facts`). `words` makes the reason from one of its rows."""

    id: str
    colour: str
    sentence: str
    needs: tuple[str, ...]
    sql: str
    words: Callable[[dict], str]


@dataclass(frozen=True)
class HomeRule:
    """A rule for a home as a whole: `holds` is asked of the colours of its standards, by code, and since about which
    month it gets worse in many things at once (None where it does not). The reason names the standards of the colour
    `names`.
    """

    id: str
    colour: str
    sentence: str
    holds: Callable[[dict[str, str], date | None], bool]
    names: str | None = None
