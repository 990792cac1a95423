"""With a standard chosen: the home as a whole, its facts and its judgements in one fold, so that more is in view."""

from datetime import date

from htpy import Element, Renderable, details, div, fragment, h1, summary

from pages.parts import marks
from pages.parts.home import portrait
from pages.parts.warnings.reasons import as_whole
from pages.parts.wording import long_day


def heading(home: str, cells: list[dict], spoken: list[dict], day: date) -> Renderable:
    """The home, the day and the headline alone."""
    return fragment[div(".small")[f"Position at {long_day(day)}"], h1[f"{home}: {portrait.headline(cells, spoken)}"]]


def whole(stands: dict, warning: dict, worse: dict | None, facts: Renderable, history: list[dict]) -> Element:
    """`stands`: the home as a whole, as `metrics.rag.status`; `worse`: what gets worse, as `metrics.signals.as_whole`;
    `facts` its portrait, `history` its judgements.
    """
    getting = ", and getting worse in many things at once" if worse and worse["stands"] else ""
    return details[
        summary[f"{marks.whole(stands)}{getting}; facts and judgements of the home"],
        portrait.as_a_whole(stands),
        as_whole(warning, worse),
        facts,
        portrait.judgements_heading(history),
        history and portrait.inspections(history),
    ]
