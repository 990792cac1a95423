"""Charts: functions from data to an Altair chart. Colours are the look's, so that they follow the theme while a page
is open.
"""

from collections.abc import Callable
from datetime import date

import altair as alt
import pandas as pd

from pages.parts.charts.shaded import shaded
from qa_data.judgements import GRADES, PLACES, below_good
from qa_data.wording import british

TWO_LINES = {
    "Overall experiences and progress": ("Overall experiences", "and progress"),
    "Helped and protected": ("Helped and", "protected"),
    "Leaders and managers": ("Leaders and", "managers"),
}
"""The titles of the three judgements, broken alike, so that the three charts stand level."""

LABELS = {PLACES[grade]: f"{PLACES[grade]} {grade.removesuffix(' to be good')}" for grade in GRADES}


@alt.theme.register("qa", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    words = {
        "labelColor": "var(--muted)",
        "labelFontSize": 13,
        "labelFont": "Source Sans",
        "title": None,
        "domain": False,
        "ticks": False,
    }
    return {
        "config": {
            "background": "transparent",
            "view": {"stroke": None},
            "font": "Source Sans",
            "axis": words | {"gridColor": "var(--hair)"},
            "axisX": {"grid": False, "labelPadding": 8},
        }
    }


SHAPES = {
    "usual": ("circle", "var(--point)", 50),
    "worse": ("diamond", "var(--worse)", 130),
    "better": ("square", "var(--better)", 100),
    "unusual": ("triangle-up", "var(--point)", 110),
}
"""The shape, colour and size of each kind of point."""


def signal(
    points: list[dict],
    method: str,
    unit: str,
    target: float | None,
    target_name: str,
    since: str,
    usual: str,
    height: int,
) -> alt.LayerChart:
    """A series with its usual range. `points` as `metrics.signals.charts`, with said (the value in words), name (of
    the month or gap) and mark (of `SHAPES`); `since` says when the change began, blank without one; `usual` what the
    range and the centre are.
    """
    frame = _with_gaps(points).assign(usual=usual)
    x, y = _across(frame, method), _upwards(frame, method, unit, target, "value")
    layers = [
        *shaded(frame, x, since),
        *_usual(frame, method, x, lambda name: _upwards(frame, method, unit, target, name)),
        *(_target(target, target_name, frame, x, y) if target is not None else ()),
        alt.Chart(frame).mark_line(color="var(--series)", strokeWidth=1.5).encode(x=x, y=y, detail="run:N"),
        _points(frame, x, y),
    ]
    return alt.layer(*layers).properties(height=height)


def _across(frame: pd.DataFrame, method: str) -> alt.X:
    if method == "t":
        return alt.X(
            "at:Q",
            axis=alt.Axis(
                title="Times between one and the next, oldest first; the last is still running",
                titleColor="var(--muted)",
                format="d",
                tickMinStep=1,
            ),
        )
    return alt.X("at:T", axis=alt.Axis(format="%b %Y", tickCount=6, labelFlush=False), scale=alt.Scale(padding=26))


def _upwards(frame: pd.DataFrame, method: str, unit: str, target: float | None, name: str) -> alt.Y:
    numbers = pd.concat([frame[name] for name in ("value", "lower", "upper")]).dropna().tolist() + (
        [target] if target is not None else []
    )
    least, most = min(numbers), max(numbers)
    room = (most - least or 1) * 0.12
    domain = [max(0, least - room), min(100, most) + room if unit == "%" and method != "t" else most + room]
    percent = "datum.value <= 100 ? datum.label + ' %' : ''" if unit == "%" else "datum.label"
    return alt.Y(
        f"{name}:Q",
        axis=alt.Axis(
            tickCount=5,
            tickMinStep=1 if method == "t" else alt.Undefined,
            labelExpr="datum.label + (datum.value == 1 ? ' month' : ' months')" if method == "t" else percent,
        ),
        scale=alt.Scale(domain=domain, nice=False, zero=False),
    )


def _usual(frame: pd.DataFrame, method: str, x: alt.X, upwards: Callable[[str], alt.Y]) -> list[alt.Chart]:
    """The range: a band of each part, or a whisker at each point; and the centre. `upwards` makes the axis for a
    column.
    """
    told = alt.Tooltip("usual:N", title="Usual")
    base = alt.Chart(frame.dropna(subset=["value"])).encode(x=x, detail="part:N", tooltip=told)
    centre = base.mark_line(color="var(--muted)", strokeWidth=1).encode(y=upwards("centre"))
    ends = {"y": upwards("lower"), "y2": "upper:Q"}
    if frame["lower"].isna().all():
        return [centre]
    if method == "proportion":
        return [base.mark_rule(color="var(--line)", strokeWidth=3).encode(**ends), centre]
    return [base.mark_area(color="var(--line)", opacity=0.4).encode(**ends), centre]


def _points(frame: pd.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    told = [alt.Tooltip("name:N", title="When"), alt.Tooltip("said:N", title="Value")]
    shape, colour, size = (
        {"scale": alt.Scale(domain=list(SHAPES), range=[each[place] for each in SHAPES.values()]), "legend": None}
        for place in range(3)
    )
    return (
        alt.Chart(frame.dropna(subset=["value"]))
        .mark_point(filled=True, opacity=1)
        .encode(
            x=x,
            y=y,
            tooltip=told,
            shape=alt.Shape("mark:N", **shape),
            color=alt.Color("mark:N", **colour),
            size=alt.Size("mark:N", **size),
        )
    )


def _with_gaps(points: list[dict]) -> pd.DataFrame:
    """The points with where each stands (`at`) and the unbroken `run` that it belongs to: a line breaks at a month
    that is not known and at new limits.
    """
    frame = pd.DataFrame(points).astype({name: float for name in ("value", "centre", "lower", "upper")})
    if frame["month"].isna().all():
        return frame.assign(at=range(1, len(frame) + 1), run=frame["part"])
    number = pd.to_datetime(frame["month"]).dt.to_period("M").astype("int64")
    return frame.assign(
        at=pd.to_datetime(frame["month"]), run=((number.diff() != 1) | (frame["part"].diff() != 0)).cumsum()
    ).drop(columns="month")


def _target(target: float, name: str, frame: pd.DataFrame, x, y) -> list[alt.Chart]:
    line = pd.DataFrame({"at": [frame["at"].min(), frame["at"].max()], "value": [target] * 2})
    named = {"text": name, "align": "right", "dy": -8 if target < 100 else 12, "fontSize": 13}
    end = alt.Chart(line.tail(1)).encode(x=x, y=y)
    return [
        alt.Chart(line).mark_line(color="var(--brand)", strokeDash=[5, 4], strokeWidth=1.5).encode(x=x, y=y),
        # A rim in the page's colour: the name may stand over whiskers and the line of the centre.
        end.mark_text(stroke="var(--page)", strokeWidth=4, strokeJoin="round", **named),
        end.mark_text(color="var(--brand)", **named),
    ]


def steps(history: list[dict], judged: str, title: str, until: date, labelled: bool) -> alt.LayerChart:
    """One judgement through time as steps, 1 on top: circles are Good or better, squares below Good."""
    rows = [
        {
            "day": each["inspection_date"],
            "place": PLACES[each[judged]],
            "word": each[judged],
            "on": british(each["inspection_date"]),
            "below": below_good(each[judged]),
        }
        for each in history
        if each[judged] in PLACES
    ]
    frame = pd.DataFrame(rows, columns=["day", "place", "word", "on", "below"]).astype({"day": "datetime64[ns]"})
    # A word stands until an inspection that gives no word of that judgement.
    silent = [each["inspection_date"] for each in history if rows and each["inspection_date"] > rows[-1]["day"]]
    path = pd.concat([frame, frame.tail(1).assign(day=pd.Timestamp(min([until, *silent])))])
    first = frame["day"].min() if len(frame) else pd.Timestamp(until) - pd.DateOffset(years=5)
    span = [first - pd.DateOffset(months=8), pd.Timestamp(until) + pd.DateOffset(months=4)]
    x = alt.X(
        "day:T",
        axis=alt.Axis(format="%Y", tickCount="year", labelOverlap=True, labelSeparation=10, labelBound=True),
        scale=alt.Scale(domain=[each.isoformat() for each in span]),
    )
    y = alt.Y(
        "place:Q",
        axis=alt.Axis(values=[1, 2, 3, 4], labels=labelled, labelExpr=_named(), labelLimit=200, minExtent=0),
        scale=alt.Scale(domain=[4.4, 0.6], nice=False, zero=False),
    )
    told = [alt.Tooltip("on:N", title="Inspected"), alt.Tooltip("word:N", title=title)]
    marks = (
        alt.Chart(frame)
        .mark_point(filled=True, size=330, opacity=1)
        .encode(
            x=x,
            y=y,
            tooltip=told,
            shape=alt.Shape("below:N", scale=alt.Scale(domain=[False, True], range=["circle", "square"]), legend=None),
            color=alt.Color(
                "below:N", scale=alt.Scale(domain=[False, True], range=["var(--brand)", "var(--worse)"]), legend=None
            ),
        )
    )
    numbers = (
        alt.Chart(frame)
        .mark_text(fontSize=12, fontWeight="bold", color="var(--page)")
        .encode(x=x, y=y, text="place:N", tooltip=told)
    )
    line = alt.Chart(path).mark_line(interpolate="step-after", color="var(--series)", strokeWidth=1.25).encode(x=x, y=y)
    heading = alt.TitleParams(
        list(TWO_LINES[title]), fontSize=13, color="var(--ink)", anchor="start", fontWeight="bold"
    )
    return alt.layer(line, marks, numbers).properties(height=190, title=heading)


def _named() -> str:
    """A Vega expression for the grade behind its place."""
    return "{" + ", ".join(f"{place}: '{label}'" for place, label in LABELS.items()) + "}[datum.value]"
