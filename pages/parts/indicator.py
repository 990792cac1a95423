"""The chosen indicator of a standard at a home: what it is for, its target, and its chart."""

from htpy import Node, fragment, h3, p

from metrics.indicators.registry import titled
from pages.parts.charts.signal_chart import TALL, signal_chart
from pages.parts.figures import Figure, aim_named, chip, target
from pages.parts.links import static


def indicator_over_time(figure: Figure, chart: dict | None, height: int = TALL, rows: Node = None) -> None:
    """Draws the last 24 complete months of the indicator; `chart` as `metrics.signals.charts`, None where no month
    is known; above it the `rows` of the figure, in place of what it is for, where that is told beside it.
    """
    known = figure.indicator
    why = p(".small")[rows is None and f"{known.why} ", _aim(figure)]
    static(fragment[h3[titled(known.id, figure.pooled["standard"])], why, rows])
    if chart is None:
        static(p(".small")["No data in the last 24 complete months."])
    else:
        signal_chart(chart, aim_named(known), height)


def _aim(figure: Figure) -> Node:
    aim = target(figure.indicator)
    return f"Target {aim} " if aim else "No target ", chip(figure.indicator)
