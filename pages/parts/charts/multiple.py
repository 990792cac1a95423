"""A small chart of one series as a card: what it is, where it stands, and what it says."""

from datetime import date

from htpy import Element, Node, a, b, br, fragment, span, strong

from metrics.indicators.indicator import said, told
from metrics.indicators.registry import indicator, titled
from metrics.signals.wording import since_last, since_when
from pages.parts import marks
from pages.parts.address import link
from pages.parts.charts.small import series
from qa_data.standards import standard
from qa_data.wording import month_name


def multiple(chart: dict, chosen: bool) -> Element:
    """The series as a card that leads to its full chart. `chart` as `metrics.signals.charts`; its advice is said once
    for all that share it.
    """
    known = indicator(chart["indicator"])
    href = link("trends", home=chart["home"], standard=chart["standard"], indicator=chart["indicator"])
    whose = f"{chart['home']} · {standard(chart['standard']).short}"
    return a(".multiple", href=href, aria_current="true" if chosen else None)[
        span(".top")[
            span[b[titled(known.id, chart["standard"])], span(".small")[whose, standing(chart)]],
            marks.moves(chart, known.better),
            marks.assurance(chart["assurance"]),
        ],
        series(chart),
        span(".said")[_latest_drawn(chart)],
        chart["found"] and span(".said.small")[chart["found"]],
    ]


def standing(chart: dict) -> Node:
    """The concern that stands on it: Flag, new this month; a Watch since Apr 2026; that nothing is known since; and who
    acts on it.
    """
    if chart["direction"] == "none":
        return None
    way = " for the better" if chart["direction"] == "better" else ""
    silent = "" if chart["recent"] else f" · no figure since {_month(chart['month'])}"
    acting = f" · {chart['acting']['by']} acts on it" if chart["acting"] else ""
    return fragment[br, strong[chart["tier"].capitalize()], f"{way}, {since_when(chart)}{silent}{acting}"]


def _month(month: str) -> str:
    return month_name(date.fromisoformat(f"{month}-01"))


def latest(chart: dict) -> str:
    """The latest value and when it was: 75 of 185 (41 %) in Oct 2026; or when the last event was."""
    last = chart["points"][-1]
    if last["month"] is None:
        return since_last(chart)
    known = indicator(chart["indicator"])
    if known.is_stock:
        return told(known, last["numerator"], last["denominator"], last["month"])
    return f"{_value(chart)} in {month_name(last['month'])}"


def _latest_drawn(chart: dict) -> Node:
    if chart["points"][-1]["month"] is None:
        return latest(chart)
    if indicator(chart["indicator"]).is_stock:
        return strong[latest(chart)]
    value = _value(chart)
    return strong[value], latest(chart).removeprefix(value)


def _value(chart: dict) -> str:
    last = chart["points"][-1]
    return said(indicator(chart["indicator"]), last["numerator"], last["denominator"])
