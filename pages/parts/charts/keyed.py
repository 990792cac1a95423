"""What the marks of a full chart mean, in words: its key, what is shaded, and what each of its points says."""

from htpy import Element, div, i, span

from pages.parts.charts.framed import since_about
from pages.parts.wording import lower

SMALL = (
    "Shaded from the dotted line on: the months since the change likeliest began. Grey band: what is usual by the"
    " months before; of a share of few cases how sure each month is (95 %). Line through it: the usual of the months"
    " before; dashed line: the target. Diamond: worse than usual; square: better; triangle: unusual, neither better nor"
    " worse; circle: the latest month, where it is none of these."
)
"""What is drawn in a small chart, in words."""

WITHIN = "inside the usual range"

KINDS = {
    "ordinary": "Inside the usual range",
    "outside": "Outside the usual range",
    "shift": "One of seven or more on one side",
    "trend": "One of seven or more in one direction",
    "two in three": "One of two in three near a limit",
}

ALL_MONTHS = {"ordinary": "In line with all the months", "outside": "Out of line with all the months"}
"""Of a share of few cases: whether the month alone bears a share other than that of all the months."""

MONTHS_BEFORE = {"ordinary": "In line with the months before", "outside": "Out of line with the months before"}
"""The same where a concern stands: the share is that of the months before the change."""

SINCE = "Does not stand out by itself"
"""Of a month since a change began: what all of them together tell is no longer usual."""

POINTS = {
    "usual": ("●", WITHIN, None),
    "worse": ("◆", "worse than usual", "worse"),
    "better": ("■", "better than usual", "better"),
    "unusual": ("▲", "unusual", None),
}
"""The shape of each kind of point, its words and its class."""


def key(points: list[dict], told: dict) -> Element:
    used = {each["mark"] for each in points}
    return div(".points")[
        [
            span(class_=look)[i(aria_hidden="true")[shape], f" {_usual(points, told) if mark == 'usual' else words}"]
            for mark, (shape, words, look) in POINTS.items()
            if mark in used
        ],
        span[_band(points, told)],
        (about := since_about(told)) and span[f"Shaded: {about}"],
    ]


def shaded(told: dict) -> str:
    """What is shaded, and of which months the usual range is, for those who cannot see it."""
    about = since_about(told)
    what = "waits" if told["method"] == "t" else "months"
    return f"The {what} {about} are shaded. {told['usual']}" if about else ""


def usual(told: dict) -> str:
    """What the range and the line through it are, for whoever points at them."""
    return told["usual"] or (
        "The share of all the months shown" if told["method"] == "proportion" else "Of these months"
    )


def _usual(points: list[dict], told: dict) -> str:
    """What a point says that does not stand out."""
    if any(each["since"] for each in points):
        return lower(SINCE)
    if told["method"] == "proportion":
        return f"in line with {'the months before' if told['usual'] else 'all the months'}"
    return WITHIN if any(map(_has_range, points)) else "no usual range to compare with"


def _has_range(point: dict) -> bool:
    return point["lower"] is not None and point["upper"] is not None


def _band(points: list[dict], told: dict) -> str:
    method = told["method"]
    if method == "too few":
        return "" if told["usual"] else "Line: the median"
    if method == "proportion":
        return "Whiskers: how sure each month is (95 %)"
    if not any(map(_has_range, points)):
        return ""
    return "Band: the usual time between two" if method == "t" else "Band: the usual range"


def reading(point: dict, told: dict) -> str:
    """What the point says; nothing where it does not stand out and there is no range for it to be inside of."""
    if point["since"] and point["kind"] == "ordinary":
        return SINCE
    if told["method"] == "proportion":
        return (MONTHS_BEFORE if told["usual"] else ALL_MONTHS)[point["kind"]]
    return "–" if point["kind"] == "ordinary" and not _has_range(point) else KINDS[point["kind"]]


def range_of(point: dict) -> str:
    if not _has_range(point):
        return "–"
    return f"{point['lower']:.3g} to {point['upper']:.3g}"
