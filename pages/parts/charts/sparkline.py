"""A small line of months, as SVG that takes its colours from the look."""

from datetime import date

from htpy import Element, circle, path, span, svg

from qa_data.wording import month_name

WIDTH, HEIGHT, EDGE = 96, 24, 3


def sparkline(months: list[dict], of: int, until: date) -> Element:
    """The values of the 12 months to `until`, from 0 to the largest; a month without data is a gap, since months are
    placed by date.
    """
    if not months:
        return span(".small")["No data"]
    values = [(_number(each["month"]), of * each["numerator"] / each["denominator"]) for each in months]
    points = _placed(values, _number(until))
    label = (
        f"{month_name(months[0]['month'])} {values[0][1]:.0f}, {month_name(months[-1]['month'])} {values[-1][1]:.0f}"
    )
    x, y = points[-1]
    return svg(".spark", width=WIDTH, height=HEIGHT, role="img", aria_label=label)[
        path(d=_path(values, points)), circle(cx=f"{x:.1f}", cy=f"{y:.1f}", r="2.5")
    ]


def _number(month) -> int:
    return month.year * 12 + month.month


def _placed(values: list[tuple[int, float]], last: int) -> list[tuple[float, float]]:
    top = max(value for _, value in values) or 1
    return [
        (WIDTH - EDGE - (last - month) * (WIDTH - 2 * EDGE) / 11, HEIGHT - EDGE - value * (HEIGHT - 2 * EDGE) / top)
        for month, value in values
    ]


def _path(values: list[tuple[int, float]], points: list[tuple[float, float]]) -> str:
    steps = ["M"] + [
        "L" if after[0] - before[0] == 1 else "M" for before, after in zip(values, values[1:], strict=False)
    ]
    return "".join(f"{step}{x:.1f} {y:.1f}" for step, (x, y) in zip(steps, points, strict=False))
