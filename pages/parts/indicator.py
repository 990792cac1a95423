"""The chosen indicator of a standard at a home: what it is for, its target, and its chart."""

from html import escape

from pages.parts.charts.signal_chart import TALL, signal_chart
from pages.parts.figures import Figure, aim_named, chip, target
from pages.parts.links import static


def indicator_over_time(figure: Figure, chart: dict | None, height: int = TALL) -> None:
    """Draws the last 24 complete months of the indicator; `chart` as `metrics.signals.charts`, None where no month
    is known.
    """
    known = figure.indicator
    static(f'<h3>{escape(known.title)}</h3><p class="small">{escape(known.why)} {_aim(figure)}</p>')
    if chart is None:
        static('<p class="small">No data in the last 24 complete months.</p>')
    else:
        signal_chart(chart, aim_named(known), height)


def _aim(figure: Figure) -> str:
    aim = target(figure.indicator)
    return f"Target {aim} {chip(figure.indicator)}" if aim else f"No target {chip(figure.indicator)}"
