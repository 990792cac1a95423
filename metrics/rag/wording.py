"""The parts of a reason in words."""

from metrics.indicators.indicator import told
from metrics.indicators.registry import indicator
from qa_data.wording import british, listed

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
    value = told(known, figures["numerator"], figures["denominator"], figures["month"])
    return f"{known.title} {value[:-1]}; {known.basis} target {figures['target']:g} %)"


def _some(words: list[str]) -> str:
    rest = len(words) - MOST
    return listed(words) if rest <= 0 else listed([*words[:MOST], f"{rest} more"])
