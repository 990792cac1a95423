"""The full chart of one series: its points by shape and colour, the usual range, the target, the method in words, a
table, and what it means.
"""

from htpy import Element, Node, details, div, fragment, i, p, span, summary

from metrics.indicators.indicator import said
from metrics.indicators.registry import indicator, titled
from pages.parts import marks
from pages.parts.charts import charts
from pages.parts.charts.drawing import chart as draw
from pages.parts.charts.multiple import has_aim, kind_of, latest
from pages.parts.links import static
from pages.parts.opening import figure_opens
from pages.parts.tables import table
from qa_data.wording import counted, month_name

KINDS = {
    "ordinary": "Inside the usual range",
    "outside": "Outside the usual range",
    "shift": "One of seven or more on one side",
    "trend": "One of seven or more in one direction",
    "two in three": "One of two in three near a limit",
}

NO_RANGE = "No usual range is known"

POINTS = {
    "usual": ("●", "inside the usual range", None),
    "worse": ("◆", "worse than usual", "worse"),
    "better": ("■", "better than usual", "better"),
    "unusual": ("▲", "unusual", None),
}
"""The shape of each kind of point, its words and its class."""

TALL, LOW = 340, 190
"""Heights in pixels: on a page of its own, and on the clinic's screen."""


def signal_chart(told: dict, target_name: str, height: int = TALL) -> None:
    """Draws it; `told` as `metrics.signals.charts`, `target_name` the words at the target's line."""
    known = indicator(told["indicator"])
    points = [
        each | {"said": _said(known, each), "name": _name(each, place), "mark": kind_of(each)}
        for place, each in enumerate(told["points"], 1)
    ]
    draw(
        charts.signal,
        points,
        told["method"],
        known.unit,
        told["target"] if has_aim(told) else None,
        target_name,
        height,
        words=f"{titled(known.id, told['standard'])}: {latest(told)}. {told['meaning']}",
        key="signal",
    )
    static(fragment[_key(points, told["method"]), _meaning(told), _table(points, told)])


def _key(points: list[dict], method: str) -> Element:
    used = {each["mark"] for each in points}
    ranged, unranged = any(map(_has_range, points)), "a wait" if method == "t" else "a month"
    return div(".points")[
        [
            span(class_=look)[i(aria_hidden="true")[shape], f" {words if ranged or mark != 'usual' else unranged}"]
            for mark, (shape, words, look) in POINTS.items()
            if mark in used
        ],
        span[_band(method)],
    ]


def _meaning(told: dict) -> Element:
    return p(".meaning")[
        marks.variation(told["variation"], indicator(told["indicator"]).better),
        " ",
        marks.assurance(told["assurance"]),
        " ",
        marks.led("What this means:", told["meaning"]),
    ]


def _said(known, point: dict) -> str:
    return (
        counted(round(point["value"]), "month")
        if point["month"] is None
        else said(known, point["numerator"], point["denominator"])
    )


def _name(point: dict, place: int) -> str:
    return f"Gap {place}" if point["month"] is None else month_name(point["month"])


def _band(method: str) -> str:
    return {
        "too few": "Line: the median",
        "proportion": "Whiskers: how sure each month is (95 %)",
        "t": "Band: the usual time between two",
    }.get(method, "Band: the usual range")


def _table(points: list[dict], told: dict) -> Element:
    method = told["method"]
    heads = (
        "Gap" if method == "t" else "Month",
        "Value",
        "95 % interval" if method == "proportion" else "Usual range",
        "Reading",
    )
    rows = [(each["name"], _opens(told, each), _range(each), _reading(each)) for each in reversed(points)]
    many = counted(len(points), "gap" if method == "t" else "month")
    return details[
        summary[f"The {many} behind the chart, and how it is drawn"], p(".small")[told["words"]], table(heads, rows, "")
    ]


def _reading(point: dict) -> str:
    return KINDS[point["kind"]] if _has_range(point) or point["kind"] != "ordinary" else NO_RANGE


def _opens(told: dict, point: dict) -> Node:
    """The value, which opens the rows of its month; a gap between two events is of no one month."""
    if point["month"] is None:
        return point["said"]
    return figure_opens(told["home"], told["standard"], told["indicator"], point["said"], point["month"])


def _range(point: dict) -> str:
    if not _has_range(point):
        return "–"
    return f"{point['lower']:.3g} to {point['upper']:.3g}"


def _has_range(point: dict) -> bool:
    return point["lower"] is not None and point["upper"] is not None
