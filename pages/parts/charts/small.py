"""A small chart of one series in SVG: the usual range, the target, the months, the points that stand out, by place and
by colour, and the months since a change began.
"""

from collections.abc import Iterator

from htpy import Element, line, path, polygon, style, svg

from pages.parts.charts.framed import (
    BELOW,
    BESIDE,
    HEIGHT,
    WIDTH,
    axes,
    has_aim,
    numbers_of,
    places_of,
    scale_of,
    since,
    x_of,
)

SHAPES = {
    "usual": "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
    "worse": "m-5 0l5 -5l5 5l-5 5z",
    "better": "m-3.5 -3.5h7v7h-7z",
    "unusual": "m0 -5l4.5 8h-9z",
}
"""Each kind of point as a path from its middle."""


def series(chart: dict, look: str = "") -> Element:
    """The months in SVG; a month that is not known leaves a gap, each part between two rebasings has its own range, and
    the months since a change began are shaded. `look` is CSS of its own for where no page gives the colours: then it is
    a document that stands alone.
    """
    points = chart["points"]
    places, numbers = places_of(points), numbers_of(chart)
    scale = scale_of(numbers)
    alone = {"xmlns": "http://www.w3.org/2000/svg"} if look else {}
    return svg(".series", alone, viewBox=f"0 0 {WIDTH} {HEIGHT + BELOW}", aria_hidden="true")[
        style[look] if look else None,
        since(chart, places),
        list(_ranges(points, places, scale)),
        _aim(chart, scale),
        path(".values", d=_path(points, places, scale)),
        list(_dots(points, places, scale)),
        axes(chart, numbers, scale),
    ]


def _ranges(points: list[dict], places: list[int], scale) -> Iterator[Element]:
    for part in dict.fromkeys(each["part"] for each in points):
        told = [
            (x_of(place, places), each) for place, each in zip(places, points, strict=False) if each["part"] == part
        ]
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
    return _line("aim", (str(BESIDE), str(WIDTH)), (at, at)) if at is not None else None


def _path(points: list[dict], places: list[int], scale) -> str:
    steps = ["M"] + [
        "L" if places[at] - places[at - 1] == 1 and points[at]["part"] == points[at - 1]["part"] else "M"
        for at in range(1, len(points))
    ]
    return "".join(
        f"{step}{x_of(place, places):.1f} {scale(each['value']):.1f}"
        for step, place, each in zip(steps, places, points, strict=False)
    )


def _dots(points: list[dict], places: list[int], scale) -> Iterator[Element]:
    """The points that stand out and the last: a circle as usual, a diamond worse, a square better, a triangle
    neither.
    """
    for place, each in zip(places, points, strict=False):
        if each["kind"] != "ordinary" or each is points[-1]:
            kind = kind_of(each)
            yield path(f".{kind}", d=f"M{x_of(place, places):.1f} {scale(each['value']):.1f}{SHAPES[kind]}")


def kind_of(point: dict) -> str:
    """Which of `SHAPES` a point has."""
    if point["kind"] == "ordinary":
        return "usual"
    return {True: "better", False: "worse", None: "unusual"}[point["better"]]
