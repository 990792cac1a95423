"""Which measure a title names: Restraints by home, 2026."""

import re
from calendar import month_abbr, month_name

from loaders.heading_words import changing_all
from loaders.layouts.axes import Axes
from loaders.sheet_names import home_of
from qa_data.late import late

MONTHS = "|".join((*month_name[1:], *month_abbr[1:]))
SAYS_NOTHING = late(
    rf"(?<![^\W_])(?:by|per|each|every|for|in|over|across|all|our|the|and|to|from|calendar|months?|monthly|homes?|services?"
    rf"|years?|figures?|counts?|data|table|report|continued|cont|returns?|fy|20\d\d|{MONTHS}|\d\d(?=$))(?![^\W_])|[^\w\s#&]",
    re.IGNORECASE,
)
"""Words of a title that say for which homes and months its figures are, and not what they are."""


def measure_said(title: str, axes: Axes) -> str | None:
    """What names the measure in a title; None where nothing does, or a word makes it another."""
    if axes.measure_of(title):
        return title
    rest = _rest(title)
    return rest if rest and not changing_all(title) and axes.measure_of(rest) else None


def says_what(title: str, axes: Axes) -> bool:
    """Whether a title says of its figures more than for which homes and months they are."""
    return bool(_rest(title)) and axes.said(title) is None and home_of(title, axes.council) is None


def _rest(title: str) -> str:
    return " ".join(SAYS_NOTHING.sub(" ", title).split())
