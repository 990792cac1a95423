"""The parts of a reason in words."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from metrics.indicators.indicator import Indicator, told
from metrics.indicators.registry import indicator, titled
from metrics.rag.rule import FEW_FIGURES, NO_EVIDENCE
from metrics.rag.shapes import Rated
from qa_data.standards import standard
from qa_data.wording import british, cited, listed, some

MOST = 4
"""So many are named one by one; the rest are counted."""


def indicators(row: dict) -> str:
    """Each indicator with its count and its target: Supervision on time 10 of 16 (62 %, local target 95 %)."""
    return some([_figure(each, row["standard"]) for each in row["indicators"]], MOST)


def dues(row: dict) -> str:
    """Each action in its first words, and its due date."""
    return some([f"{cited(each['action'])} due {british(each['due'])}" for each in row["actions"]], MOST)


def own_visits(row: dict) -> str:
    """The council's visits of one day: The council's own contract monitoring and management check of 3 Sep 2026."""
    return f"The council's own {listed([_in_a_sentence(each) for each in row['visit_types']])} of {british(row['day'])}"


def concerns(row: dict) -> str:
    """Who raised a concern, and when: a child or young person (3 Sep 2026)."""
    return some([f"a {_in_a_sentence(each['who'])} ({british(each['day'])})" for each in row["concerns"]], MOST)


def against(row: dict) -> str:
    """What each source last said against the standard: the contract monitoring of 3 Sep 2026 found the standard not
    met, and no action that stands has been raised since."""
    words = some([_against(each) for each in row["words"]], MOST)
    return f"{words}, and no action that stands has been raised since."


AGAINST = {
    "verdict": "found the standard not met",
    "safeguarded": "answered No to whether children are effectively safeguarded",
    "wellbeing_promoted": "answered No to whether the home's conduct promotes children's well-being",
    "overall": "judged children's overall experiences and progress Inadequate",
    "protection": "judged how well children are helped and protected Inadequate",
    "leadership": "judged leaders and managers Inadequate",
}
"""By the question that a source was asked."""


def _against(word: dict) -> str:
    named = "Ofsted's full inspection" if word["who"] == "Ofsted" else f"the {_in_a_sentence(word['who'])}"
    return f"{named} of {british(word['day'])} {AGAINST[word['question']]}"


def _in_a_sentence(kind: str) -> str:
    return kind if kind.startswith("Regulation") else kind.lower()


@cache
def _aimed(id: str, target: int | None) -> Indicator:
    """The indicator with the target as set: its percentage is told so that it does not seem to reach it."""
    return replace(indicator(id), target=target)


def _figure(figures: dict, code: str) -> str:
    known = _aimed(figures["indicator"], figures["target"])
    value = told(known, figures["numerator"], figures["denominator"], figures["month"])
    return f"{titled(known.id, code)} {value[:-1]}; {known.basis} target {figures['target']:g} %)"


def standards(cells: Iterable[Rated]) -> str:
    """The standards of a home by name: those without a rating by what they lack."""
    found: dict[str | None, list[str]] = {why: [] for why in (None, NO_EVIDENCE, FEW_FIGURES)}
    for cell in cells:
        found[cell["unrated"]].append(standard(cell["standard"]).name)
    return "; ".join(f"{why} for {listed(names)}" if why else listed(names) for why, names in found.items() if names)
