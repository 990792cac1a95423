"""The full chart of one series: its points by shape and colour, the usual range, the target, the method in words, a
table, and what it means.
"""

from htpy import Element, Node, details, fragment, p, summary

from metrics.indicators.indicator import said
from metrics.indicators.registry import indicator, titled
from pages.parts import marks
from pages.parts.charts import charts
from pages.parts.charts.drawing import chart as draw
from pages.parts.charts.framed import has_aim, name_of, since_about
from pages.parts.charts.keyed import key, range_of, reading, shaded, usual
from pages.parts.charts.multiple import latest
from pages.parts.charts.small import kind_of
from pages.parts.links import static
from pages.parts.opening import figure_opens
from pages.parts.tables import table
from qa_data.wording import counted

TALL, BESIDE, LOW = 340, 180, 170
"""Heights in pixels: on a page of its own, beside the figures of a home, and on the clinic's screen."""


def signal_chart(told: dict, target_name: str, height: int = TALL) -> None:
    """Draws it; `told` as `metrics.signals.charts`, `target_name` the words at the target's line."""
    known = indicator(told["indicator"])
    points = [
        each | {"said": _said(known, each), "name": name_of(each, place), "mark": kind_of(each)}
        for place, each in enumerate(told["points"], 1)
    ]
    draw(
        charts.signal,
        points,
        told["method"],
        known.unit,
        told["target"] if has_aim(told) else None,
        target_name,
        since_about(told),
        usual(told),
        height,
        words=" ".join(
            filter(None, (f"{titled(known.id, told['standard'])}: {latest(told)}.", told["meaning"], shaded(told)))
        ),
        key="signal",
    )
    static(
        fragment[
            key(points, told),
            told["usual"] and p(".small")[told["usual"]],
            meaning := _meaning(told),
            marks.key_to(meaning),
            _table(points, told),
        ]
    )


def _meaning(told: dict) -> Element:
    return p(".meaning")[
        marks.moves(told, indicator(told["indicator"]).better),
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


def _table(points: list[dict], told: dict) -> Element:
    method = told["method"]
    heads = (
        "Wait" if method == "t" else "Month",
        "Value",
        "95 % interval" if method == "proportion" else "Usual range",
        "Reading",
    )
    rows = [(each["name"], _opens(told, each), range_of(each), reading(each, told)) for each in reversed(points)]
    many = counted(len(points), "wait" if method == "t" else "month")
    return details[
        summary[f"The {many} behind the chart, and how it is drawn"], p(".small")[told["words"]], table(heads, rows, "")
    ]


def _opens(told: dict, point: dict) -> Node:
    """The value, which opens the rows of its month; a gap between two events is of no one month."""
    if point["month"] is None:
        return point["said"]
    return figure_opens(told["home"], told["standard"], told["indicator"], point["said"], point["month"])
