"""The full chart of one series: its points by shape and colour, the usual range, the target, the method in words, a
table, and what it means.
"""

from html import escape

from metrics.indicators.indicator import said
from metrics.indicators.registry import indicator
from pages.parts import marks
from pages.parts.charts import charts
from pages.parts.charts.drawing import chart as draw
from pages.parts.charts.multiple import latest
from pages.parts.links import static
from qa_data.words import counted, month_name

KINDS = {
    "ordinary": "As usual",
    "outside": "Outside the usual range",
    "shift": "One of seven or more on one side",
    "trend": "One of seven or more in one direction",
    "two in three": "One of two in three near a limit",
}

POINTS = (
    ('<i aria-hidden="true">●</i> as usual', ""),
    ('<i aria-hidden="true">◆</i> worse than usual', "worse"),
    ('<i aria-hidden="true">■</i> better than usual', "better"),
    ('<i aria-hidden="true">▲</i> unusual', ""),
)


TALL, LOW = 340, 190
"""Heights in pixels: on a page of its own, and on the clinic's screen."""


def signal_chart(told: dict, target_name: str, height: int = TALL) -> None:
    """Draws it; `told` as `metrics.signals.charts`, `target_name` the words at the target's line."""
    known = indicator(told["indicator"])
    points = [
        each | {"said": _said(known, each), "name": _name(each, place), "mark": _mark(each)}
        for place, each in enumerate(told["points"], 1)
    ]
    words = f"{known.title}: {latest(told)}. {told['meaning']}".replace("<strong>", "").replace("</strong>", "")
    draw(
        charts.signal,
        points,
        told["method"],
        known.unit,
        told["target"] if told["method"] != "t" else None,
        target_name,
        height,
        words=words,
        key="signal",
    )
    marks_used = {each["mark"] for each in points}
    key = "".join(
        f'<span class="{kind}">{words}</span>'
        for (words, kind), mark in zip(POINTS, ("usual", "worse", "better", "unusual"), strict=True)
        if mark in marks_used
    )
    static(
        f'<div class="points">{key}<span>{_band(told["method"])}</span></div><p'
        f' class="meaning">{marks.variation(told["variation"], known.better)} {marks.assurance(told["assurance"]) or ""} '
        "<strong>What this means:</strong>"
        f" {escape(told['meaning'])}</p>{_table(points, told['method'], told['words'])}"
    )


def _mark(point: dict) -> str:
    return (
        "usual" if point["kind"] == "ordinary" else {True: "better", False: "worse", None: "unusual"}[point["better"]]
    )


def _said(known, point: dict) -> str:
    return (
        counted(round(point["value"]), "day")
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


def _table(points: list[dict], method: str, words: str) -> str:
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in (
            "Gap" if method == "t" else "Month",
            "Value",
            "95 % interval" if method == "proportion" else "Usual range",
            "Reading",
        )
    )
    rows = "".join(
        "<tr><th"
        f' scope="row">{each["name"]}</th><td>{each["said"]}</td><td>{_range(each)}</td><td>{KINDS[each["kind"]]}</td></tr>'
        for each in reversed(points)
    )
    return (
        f"<details><summary>The {counted(len(points), 'gap' if method == 't' else 'month')} behind the chart, and how"
        f' it is drawn</summary><p class="small">{escape(words)}</p><table'
        f' class="t"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></details>'
    )


def _range(point: dict) -> str:
    if point["lower"] is None or point["upper"] is None:
        return "–"
    return f"{point['lower']:.3g} to {point['upper']:.3g}"
