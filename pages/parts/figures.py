"""A standard's indicators at a home: what is pooled, what is good enough, and the months behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from htpy import Element, Node, Renderable, a, div, fragment, p, span, strong

from metrics.indicators.indicator import CONTEXT, LEGAL, LOWER, Indicator, told
from metrics.indicators.registry import indicator, of_standard
from metrics.rag.order import WORST_FIRST
from metrics.signals.rows import FLAG, WATCH, WORSE
from pages.parts import marks, tables
from pages.parts.address import link
from pages.parts.charts.sparkline import sparkline
from pages.parts.meaning import what
from pages.parts.opening import figure_opens
from pages.parts.wording import lower
from qa_data.wording import counted

TIERS = {FLAG: 0, WATCH: 1}
"""What leads beside a standard: what has a concern for the worse before all else."""

FLAGGED = {"concern": "Worse", "improvement": "Better"}
"""What is flagged beyond chance, in a word."""

CHIPS = {LEGAL: "Legal", CONTEXT: "For context"}


@dataclass(frozen=True)
class Figure:
    """An indicator at a home, with its target as set. `pooled` as `home_figures`; `months` its month values, oldest
    first.
    """

    indicator: Indicator
    pooled: dict
    months: list[dict]

    @property
    def known(self) -> bool:
        """Whether there is anything to show."""
        return self.pooled["denominator"] is not None

    @property
    def told(self) -> str:
        """What is shown and rated, in words; only where it is known."""
        return told(self.indicator, *(self.pooled[name] for name in ("numerator", "denominator", "month")))

    def last(self, count: int, until: date) -> list[dict]:
        """The values of so many months, the last of which is `until`; a month without data is not among them."""
        return [each for each in self.months if 0 <= months_between(each["month"], until) < count]


def months_between(earlier: date, later: date) -> int:
    """How many months after the first the second one is."""
    return 12 * (later.year - earlier.year) + later.month - earlier.month


def figures(standard: str, pooled: list[dict], months: list[dict]) -> list[Figure]:
    """The standard's indicators in the order in which they are declared."""
    sums = {each["indicator"]: each for each in pooled if each["standard"] == standard}
    return [
        Figure(
            replace(each, target=sums[each.id]["target"], floor=sums[each.id]["floor"]),
            sums[each.id],
            [month for month in months if (month["standard"], month["indicator"]) == (standard, each.id)],
        )
        for each in of_standard(standard)
    ]


def leading(found: list[Figure], wanted: str | None, concerns: Iterable[Mapping[str, Any]]) -> Figure:
    """The indicator that was asked for; else that with a Flag or a Watch for the worse, else the worst with data.
    `concerns`: the signals or concerns of that home and standard."""
    asked = [figure for figure in found if figure.indicator.id == wanted]
    tiers = {each["indicator"]: TIERS[each["tier"]] for each in concerns if each["direction"] == WORSE}

    def place(figure: Figure) -> tuple[int, bool, int]:
        return tiers.get(figure.indicator.id, len(TIERS)), not figure.known, WORST_FIRST[figure.pooled["rag"]]

    return asked[0] if asked else min(found, key=place)


def target(indicator: Indicator) -> str:
    """90 % or more; nothing where there is no target."""
    if indicator.target is None:
        return ""
    if indicator.target in (0, 100):
        return f"{indicator.target:g} %"
    return f"{indicator.target:g} % or {'less' if indicator.better == LOWER else 'more'}"


def red_when(indicator: Indicator) -> str:
    """Under 75 %: where its floor makes it red; nothing where there is none."""
    if indicator.floor is None:
        return ""
    return f"{'Over' if indicator.better == LOWER else 'Under'} {indicator.floor:g} %"


def aim_named(indicator: Indicator) -> str:
    """Legal target 100 %: the words at a target's line."""
    return f"{'Legal' if indicator.basis == LEGAL else 'Local'} target {target(indicator)}"


def chip(indicator: Indicator) -> Element | None:
    """Whether the target is law (with its regulation) or local; nothing where there is none to be either."""
    if indicator.target is None and indicator.basis not in CHIPS:
        return None
    regulation = indicator.note.split(";")[0].split(",")[0]
    law = f" · {lower(regulation)}" if indicator.basis == LEGAL and regulation.startswith("Reg ") else ""
    return span(f".chip.{indicator.basis}")[CHIPS.get(indicator.basis, "Local") + law]


HEADS = ("Indicator", "Value and target", "Rating", tables.head("12 months, and moving", "12 months"))


def table(
    found: list[Figure], chosen: Figure, home: str, standard: str, until: date, signals: dict[str, dict]
) -> Renderable:
    """The indicators, each a link that draws it over time; `until` is the last complete month, `signals` those of the
    standard by indicator.
    """
    rows = [
        _row(
            figure,
            figure is chosen,
            home,
            standard,
            until,
            signals.get(figure.indicator.id),
        )
        for figure in found
    ]
    return fragment[
        drawn := tables.scrolled(HEADS, rows, "main figures stack"),
        marks.key_to(drawn),
        p(".source")[
            "In the small charts the dot is the latest month. What happens in a month is added up over 3 or 12 months;"
            " fewer than 5 cases are not rated against a local target. What stands at a month’s end is the latest"
            " month’s, and one case short is amber at the worst. Legal targets apply to every case."
        ],
    ]


def _row(figure: Figure, chosen: bool, home: str, standard: str, until: date, signal: dict | None) -> tables.Row:
    indicator = figure.indicator
    href = link(home=home, standard=standard, indicator=indicator.id)
    value = figure.told if figure.known else "No data"
    return tables.row(
        (a(href=href)[indicator.title], what(indicator)),
        div[
            figure_opens(home, standard, indicator.id, value),
            div(".small")[f"{_when(figure)}; ", _aim(indicator), " ", chip(indicator)],
        ],
        _rating(figure),
        div[sparkline(figure.last(12, until), indicator.of, until), _moving(signal)],
        aria_current="true" if chosen else None,
    )


def _aim(indicator: Indicator) -> str:
    return f"target {target(indicator)}" if target(indicator) else "no target"


def _when(figure: Figure) -> str:
    return "Month’s end" if figure.indicator.is_stock else counted(figure.pooled["months"], "month")


def _moving(signal: dict | None) -> Node:
    """The icons of the signal, and a word where it is flagged."""
    if signal is None:
        return None
    return span(".nowrap")[
        marks.moves(signal, indicator(signal["indicator"]).better),
        " ",
        marks.assurance(signal["assurance"]),
        (" ", strong(".small")[FLAGGED.get(signal["variation"], "Changed")]) if signal["flag"] else None,
    ]


def _rating(figure: Figure) -> Element:
    rag = figure.pooled["rag"]
    if rag != "grey":
        return span(".nowrap")[marks.mark(rag, 20), " ", marks.RATINGS[rag]]
    return span(".small")[_unrated(figure)]


def _unrated(figure: Figure) -> str:
    if not figure.pooled["counts"]:
        return f"Not rated for {figure.indicator.not_for.lower()}"
    if not figure.known:
        return "No data"
    return "No target" if figure.indicator.target is None else "Too few to rate"
