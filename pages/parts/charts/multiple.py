"""A small chart of one series in SVG: the usual range, the target, the months, and the points that stand out, by
place and by colour.
"""

from html import escape

from metrics.indicators.indicator import Indicator, said
from metrics.indicators.registry import indicator
from pages.parts import marks
from pages.parts.address import link
from qa_data.standards import standard
from qa_data.words import counted, month_name

WIDTH, HEIGHT, EDGE = 300, 72, 6

SHAPES = {
    "usual": "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
    "worse": "m-5 0l5 -5l5 5l-5 5z",
    "better": "m-3.5 -3.5h7v7h-7z",
    "unusual": "m0 -5l4.5 8h-9z",
}
"""Each kind of point as a path from its middle."""


def multiple(chart: dict, chosen: bool) -> str:
    """The series as a card that leads to its full chart. `chart` as `metrics.signals.charts`."""
    known = indicator(chart["indicator"])
    href = link("trends", home=chart["home"], standard=chart["standard"], indicator=chart["indicator"])
    return (
        f'<a class="multiple" href="{escape(href)}"{" aria-current=true" if chosen else ""}><span'
        f' class="top"><span><b>{escape(known.title)}</b><span class="small">{escape(chart["home"])} ·'
        f" {standard(chart['standard']).short}</span></span>{marks.variation(chart['variation'], known.better)}{marks.assurance(chart['assurance']) or ''}</span>{series(chart)}<span"
        f' class="said">{latest(chart)}</span><span class="said small">{escape(chart["meaning"])}</span></a>'
    )


def latest(chart: dict) -> str:
    """The latest value in words: Oct 2026: 75 of 185 (41 %)."""
    last = chart["points"][-1]
    if last["month"] is None:
        return f"{counted(round(last['value']), 'day')} since the last one"
    return (
        f"<strong>{said(indicator(chart['indicator']), last['numerator'], last['denominator'])}</strong> in"
        f" {month_name(last['month'])}"
    )


def series(chart: dict) -> str:
    """The months in SVG; a month that is not known leaves a gap, and each part between two rebasings has its own
    range.
    """
    points = chart["points"]
    places = _places(points)
    scale = _scale(chart, indicator(chart["indicator"]))
    drawn = [
        *_ranges(points, places, scale),
        _aim(chart, scale),
        f'<path class="values" d="{_path(points, places, scale)}"/>',
        *_dots(points, places, scale),
    ]
    return f'<svg class="series" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{"".join(drawn)}</svg>'


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
    """Whether the target can be drawn on the same axis as the values: days between events have none."""
    return chart["target"] is not None and chart["method"] != "t"


def _x(place: int, places: list[int]) -> float:
    return EDGE + place * (WIDTH - 2 * EDGE) / max(places[-1], 1)


def _ranges(points: list[dict], places: list[int], scale):
    for part in dict.fromkeys(each["part"] for each in points):
        told = [(_x(place, places), each) for place, each in zip(places, points, strict=False) if each["part"] == part]
        for name in ("band", "centre"):
            ends = [
                (x, each)
                for x, each in told
                if each["lower" if name == "band" else "centre"] is not None
                and each["upper" if name == "band" else "centre"] is not None
            ]
            if ends and name == "band":
                yield '<polygon class="band" points="{}"/>'.format(
                    " ".join(
                        [f"{x:.1f},{scale(each['upper']):.1f}" for x, each in ends]
                        + [f"{x:.1f},{scale(each['lower']):.1f}" for x, each in reversed(ends)]
                    )
                )
            elif ends:
                yield (
                    f'<line class="centre" x1="{ends[0][0]:.1f}" x2="{ends[-1][0]:.1f}"'
                    f' y1="{scale(ends[0][1]["centre"]):.1f}" y2="{scale(ends[-1][1]["centre"]):.1f}"/>'
                )


def _aim(chart: dict, scale) -> str:
    return (
        f'<line class="aim" x1="0" x2="{WIDTH}" y1="{scale(chart["target"]):.1f}" y2="{scale(chart["target"]):.1f}"/>'
        if has_aim(chart)
        else ""
    )


def _path(points: list[dict], places: list[int], scale) -> str:
    steps = ["M"] + [
        "L" if places[at] - places[at - 1] == 1 and points[at]["part"] == points[at - 1]["part"] else "M"
        for at in range(1, len(points))
    ]
    return "".join(
        f"{step}{_x(place, places):.1f} {scale(each['value']):.1f}"
        for step, place, each in zip(steps, places, points, strict=False)
    )


def _dots(points: list[dict], places: list[int], scale):
    """The points that stand out and the last: a circle as usual, a diamond worse, a square better, a triangle
    neither.
    """
    for place, each in zip(places, points, strict=False):
        if each["kind"] != "ordinary" or each is points[-1]:
            kind = (
                "usual"
                if each["kind"] == "ordinary"
                else {True: "better", False: "worse", None: "unusual"}[each["better"]]
            )
            yield f'<path class="{kind}" d="M{_x(place, places):.1f} {scale(each["value"]):.1f}{SHAPES[kind]}"/>'
