"""What stands around and behind the months of a small chart: where they stand, its scale, the months since a change."""

from htpy import Element, Node, line, rect, text
from htpy import title as tip

from metrics.indicators.registry import indicator
from metrics.signals.before import month_began
from qa_data.wording import capital, month_name

WIDTH, HEIGHT, BELOW, EDGE, BESIDE = 300, 72, 16, 6, 36
"""The values stand in so much height, the months' names below them; their scale stands beside."""

THIN = {"stroke-width": "1", "stroke-dasharray": "2 3"}


def places_of(points: list[dict]) -> list[int]:
    """Months since the first, or the number of the gap between events."""
    if points[0]["month"] is None:
        return list(range(len(points)))
    first = points[0]["month"]
    return [12 * (each["month"].year - first.year) + each["month"].month - first.month for each in points]


def x_of(place: int, places: list[int]) -> float:
    return BESIDE + place * (WIDTH - BESIDE - EDGE) / max(places[-1], 1)


def numbers_of(chart: dict) -> list[float]:
    """All that must have room on the scale."""
    return [
        each[name]
        for each in chart["points"]
        for name in ("value", "lower", "upper", "centre")
        if each[name] is not None
    ] + ([chart["target"]] if has_aim(chart) else [])


def scale_of(numbers: list[float]):
    least, most = min(numbers), max(numbers)
    return lambda value: HEIGHT - EDGE - (value - least) * (HEIGHT - 2 * EDGE) / ((most - least) or 1)


def has_aim(chart: dict) -> bool:
    """Whether the target can be drawn on the same axis as the values: months between events have none."""
    return chart["target"] is not None and chart["method"] != "t"


def since(chart: dict, places: list[int]) -> Node:
    """The months since the change began, shaded from a line on, with the words for whoever points at them."""
    if not (came := [place for place, each in zip(places, chart["points"], strict=True) if each["since"]]):
        return None
    half = (x_of(1, places) - x_of(0, places)) / 2
    start, end = max(BESIDE, x_of(came[0], places) - half), min(WIDTH, x_of(came[-1], places) + half)
    across = {"x": f"{start:.1f}", "width": f"{end - start:.1f}"}
    return [
        rect(".since", across, y="0", height=str(HEIGHT), fill="currentColor", fill_opacity=".09")[
            tip[capital(since_about(chart))]
        ],
        line(".begins", x1=across["x"], x2=across["x"], y1="0", y2=str(HEIGHT), stroke="currentColor", **THIN),
    ]


def since_about(chart: dict) -> str:
    """When the change likeliest began for which a concern stands: since about Nov 2025; blank where none does."""
    day = month_began(chart)
    return f"since about {month_name(day)}" if day else ""


def axes(chart: dict, numbers: list[float], scale) -> list[Element]:
    """The first and the last month, and the scale's least and most."""
    names, unit = [name_of(each, place) for place, each in enumerate(chart["points"], 1)], _unit(chart)
    ends = [(BESIDE, "start", names[0]), (WIDTH, "end", names[-1])][: len(set(names))]
    return [_word(x, HEIGHT + BELOW - 4, anchor, name) for x, anchor, name in ends] + [
        _word(BESIDE - 6, scale(value) + 4, "end", f"{_short(value)}{unit}")
        for value in sorted({min(numbers), max(numbers)})
    ]


def name_of(point: dict, place: int) -> str:
    """Its month; of a wait, which one it is."""
    return month_name(point["month"]) if point["month"] else f"Wait {place}"


def _unit(chart: dict) -> str:
    return " %" if indicator(chart["indicator"]).unit == "%" and chart["method"] != "t" else ""


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 10 or value == round(value) else f"{value:.2g}"


def _word(x: float, y: float, anchor: str, words: str) -> Element:
    font = {"font-size": "11", "font-family": "Source Sans, Source Sans Pro, sans-serif", "text-anchor": anchor}
    return text(".axis", font, x=f"{x:.1f}", y=f"{y:.1f}", fill="currentColor")[words]
