"""A small chart of one series in SVG: the usual range, the target, the months, and the points that stand out, by
place and by colour.
"""

from collections.abc import Iterator

from htpy import Element, Node, a, b, line, path, polygon, span, strong, style, svg

from metrics.indicators.indicator import Indicator, said, told
from metrics.indicators.registry import indicator, titled
from metrics.signals.wording import since_last
from pages.parts import marks
from pages.parts.address import link
from qa_data.standards import standard
from qa_data.wording import month_name

WIDTH, HEIGHT, EDGE = 300, 72, 6

SHAPES = {
    "usual": "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
    "worse": "m-5 0l5 -5l5 5l-5 5z",
    "better": "m-3.5 -3.5h7v7h-7z",
    "unusual": "m0 -5l4.5 8h-9z",
}
"""Each kind of point as a path from its middle."""


def multiple(chart: dict, chosen: bool) -> Element:
    """The series as a card that leads to its full chart. `chart` as `metrics.signals.charts`; its advice is said once
    for all that share it.
    """
    known = indicator(chart["indicator"])
    href = link("trends", home=chart["home"], standard=chart["standard"], indicator=chart["indicator"])
    whose = f"{chart['home']} · {standard(chart['standard']).short}"
    return a(".multiple", href=href, aria_current="true" if chosen else None)[
        span(".top")[
            span[b[titled(known.id, chart["standard"])], span(".small")[whose]],
            marks.variation(chart["variation"], known.better),
            marks.assurance(chart["assurance"]),
        ],
        series(chart),
        span(".said")[_latest_drawn(chart)],
        chart["found"] and span(".said.small")[chart["found"]],
    ]


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


def series(chart: dict, look: str = "") -> Element:
    """The months in SVG; a month that is not known leaves a gap, and each part between two rebasings has its own
    range. `look` is CSS of its own for where no page gives the colours: then it is a document that stands alone.
    """
    points = chart["points"]
    places = _places(points)
    scale = _scale(chart, indicator(chart["indicator"]))
    alone = {"xmlns": "http://www.w3.org/2000/svg"} if look else {}
    return svg(".series", alone, viewBox=f"0 0 {WIDTH} {HEIGHT}", aria_hidden="true")[
        style[look] if look else None,
        list(_ranges(points, places, scale)),
        _aim(chart, scale),
        path(".values", d=_path(points, places, scale)),
        list(_dots(points, places, scale)),
    ]


def _places(points: list[dict]) -> list[int]:
    """Months since the first, or the number of the gap between events."""
    if points[0]["month"] is None:
        return list(range(len(points)))
    first = points[0]["month"]
    return [12 * (each["month"].year - first.year) + each["month"].month - first.month for each in points]


def _scale(chart: dict, known: Indicator):
    numbers = [
        each[name]
        for each in chart["points"]
        for name in ("value", "lower", "upper", "centre")
        if each[name] is not None
    ] + ([chart["target"]] if has_aim(chart) else [])
    least, most = min(numbers), max(numbers)
    return lambda value: HEIGHT - EDGE - (value - least) * (HEIGHT - 2 * EDGE) / ((most - least) or 1)


def has_aim(chart: dict) -> bool:
    """Whether the target can be drawn on the same axis as the values: months between events have none."""
    return chart["target"] is not None and chart["method"] != "t"


def _x(place: int, places: list[int]) -> float:
    return EDGE + place * (WIDTH - 2 * EDGE) / max(places[-1], 1)


def _ranges(points: list[dict], places: list[int], scale) -> Iterator[Element]:
    for part in dict.fromkeys(each["part"] for each in points):
        told = [(_x(place, places), each) for place, each in zip(places, points, strict=False) if each["part"] == part]
        if limited := [(x, each) for x, each in told if None not in (each["lower"], each["upper"])]:
            yield polygon(".band", points=_outline(limited, scale))
        if middle := [(x, each["centre"]) for x, each in told if each["centre"] is not None]:
            (first, left), (last, right) = middle[0], middle[-1]
            yield _line("centre", (f"{first:.1f}", f"{last:.1f}"), (scale(left), scale(right)))


def _outline(limited: list[tuple[float, dict]], scale) -> str:
    """Along the upper limits, and back along the lower."""
    there = [f"{x:.1f},{scale(each['upper']):.1f}" for x, each in limited]
    return " ".join(there + [f"{x:.1f},{scale(each['lower']):.1f}" for x, each in reversed(limited)])


def _line(look: str, x: tuple[str, str], y: tuple[float, float]) -> Element:
    return line(f".{look}", x1=x[0], x2=x[1], y1=f"{y[0]:.1f}", y2=f"{y[1]:.1f}")


def _aim(chart: dict, scale) -> Element | None:
    at = scale(chart["target"]) if has_aim(chart) else None
    return _line("aim", ("0", str(WIDTH)), (at, at)) if at is not None else None


def _path(points: list[dict], places: list[int], scale) -> str:
    steps = ["M"] + [
        "L" if places[at] - places[at - 1] == 1 and points[at]["part"] == points[at - 1]["part"] else "M"
        for at in range(1, len(points))
    ]
    return "".join(
        f"{step}{_x(place, places):.1f} {scale(each['value']):.1f}"
        for step, place, each in zip(steps, places, points, strict=False)
    )


def _dots(points: list[dict], places: list[int], scale) -> Iterator[Element]:
    """The points that stand out and the last: a circle as usual, a diamond worse, a square better, a triangle
    neither.
    """
    for place, each in zip(places, points, strict=False):
        if each["kind"] != "ordinary" or each is points[-1]:
            kind = kind_of(each)
            yield path(f".{kind}", d=f"M{_x(place, places):.1f} {scale(each['value']):.1f}{SHAPES[kind]}")


def kind_of(point: dict) -> str:
    """Which of `SHAPES` a point has."""
    if point["kind"] == "ordinary":
        return "usual"
    return {True: "better", False: "worse", None: "unusual"}[point["better"]]
