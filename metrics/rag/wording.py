"""The parts of a reason in words."""

from collections.abc import Iterable

from metrics.indicators.registry import indicator
from metrics.rag.rule import FEW_FIGURES, NO_EVIDENCE
from metrics.rag.shapes import Rated
from qa_data.standards import standard
from qa_data.wording import british, listed, share

MOST = 4
"""So many are named one by one; the rest are counted."""


def indicators(row: dict) -> str:
    """Each indicator with its count and its target: Supervision on time 10 of 16 (62 %, local target 95 %)."""
    return _some([_figure(each) for each in row["indicators"]])


def dues(row: dict) -> str:
    """Each action's reference and due date."""
    return _some([f"{each['reference']} due {british(each['due'])}" for each in row["actions"]])


def _figure(figures: dict) -> str:
    known = indicator(figures["indicator"])
    said = share(figures["numerator"], figures["denominator"])
    return f"{known.title} {said[:-1]}; {known.basis} target {figures['target']:g} %)"


def _some(words: list[str]) -> str:
    rest = len(words) - MOST
    return listed(words) if rest <= 0 else listed([*words[:MOST], f"{rest} more"])


def standards(cells: Iterable[Rated]) -> str:
    """The standards of a home by name: those without a rating by what they lack."""
    found: dict[str | None, list[str]] = {why: [] for why in (None, NO_EVIDENCE, FEW_FIGURES)}
    for cell in cells:
        found[cell["unrated"]].append(standard(cell["standard"]).name)
    return "; ".join(f"{why} for {listed(names)}" if why else listed(names) for why, names in found.items() if names)
