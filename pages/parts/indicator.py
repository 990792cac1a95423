"""The chosen indicator over time: in words, as a chart, and the table behind it."""

from datetime import date
from html import escape

from metrics.indicator import said
from pages.parts import charts
from pages.parts.drawing import chart
from pages.parts.figures import Figure, chip, target
from pages.parts.links import static
from qa_data.words import counted, month_name

MONTHS = 24
"""So many months are drawn."""


def indicator_over_time(figure: Figure, until: date) -> None:
    """Draws the 24 months to `until` of the indicator, with its target where it has one."""
    known = figure.indicator
    months = [each | {"said": said(known, each["numerator"], each["denominator"])} for each in figure.last(MONTHS, until)]
    static(f'<h3>{escape(known.title)}</h3><p class="small">{escape(known.why)} {_aim(figure)}</p>')
    if not months:
        static('<p class="small">No data in the last 24 complete months.</p>')
        return
    name = f"{'Legal' if known.basis == 'legal' else 'Local'} target {target(known)}"
    words = f"{known.title}, {counted(len(months), 'month')}; latest {month_name(months[-1]['month'])}: {months[-1]['said']}"
    chart(charts.over_time, months, known.of, known.unit, known.target, name, words=words, key="over_time")
    rows = "".join(f'<tr><th scope="row">{month_name(each["month"])}</th><td>{each["said"]}</td></tr>' for each in reversed(months))
    static(f'<details><summary>The {counted(len(months), "month")} behind the chart</summary><table class="t"><tbody>{rows}</tbody></table></details>')


def _aim(figure: Figure) -> str:
    aim = target(figure.indicator)
    return f"Target {aim} {chip(figure.indicator)}" if aim else f"No target {chip(figure.indicator)}"
