"""Definitions: every indicator, rule, method and source, made from what the program itself goes by."""

from htpy import fragment, h1, p

from metrics.indicators.registry import INDICATORS
from metrics.indicators.settings import in_force
from pages.parts import ask
from pages.parts.address import leads
from pages.parts.chance import methods
from pages.parts.definitions import indicators, rules, sources
from pages.parts.entry import through_front_door
from pages.parts.links import static

through_front_door()
where = " on the Settings page" if leads("settings") else ""
static(
    fragment[
        h1[f"{len(INDICATORS)} indicators, and the rules that turn them into colours"],
        p(".lede")[
            "Everything here is what the program goes by. A target is law where it says Legal; the council sets the"
            f" others{where}. Between the target and the value that makes it red, an indicator is amber."
            " What happens in a month is added up over the last 3 complete months, or 12 where it says so; of what"
            " stands at a month’s end it is the latest of the 3, and one case short of a local target is amber at the"
            " worst. Percentages are never averaged."
        ],
    ]
)
values = ask.answer(in_force)
static(indicators(values))
static(rules())
static(methods(values))
static(sources())
