"""Charts: functions from data to an Altair chart. Colours are the look's, so that they follow the theme while a page is open."""

from datetime import date

import altair as alt
import pandas as pd

from qa_data.judgements import GRADES, JUDGEMENTS, judgement
from qa_data.words import british, month_name

GOOD = judgement("Good").place
"""Places after this are below Good."""

TWO_LINES = {"Overall experiences and progress": ("Overall experiences", "and progress"), "Helped and protected": ("Helped and", "protected"),
             "Leaders and managers": ("Leaders and", "managers")}
"""The titles of the three judgements, broken alike, so that the three charts stand level."""

WORDS = {each.word for each in JUDGEMENTS}

LABELS = {judgement(grade).place: f"{judgement(grade).place} {grade.removesuffix(' to be good')}" for grade in GRADES}


@alt.theme.register("qa", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    words = {"labelColor": "var(--muted)", "labelFontSize": 13, "labelFont": "Source Sans", "title": None, "domain": False, "ticks": False}
    return {"config": {"background": "transparent", "view": {"stroke": None}, "font": "Source Sans",
                       "axis": words | {"gridColor": "var(--hair)"}, "axisX": {"grid": False, "labelPadding": 8}}}


def over_time(months: list[dict], of: int, unit: str, target: float | None, target_name: str) -> alt.LayerChart:
    """A line of month values with its points and, where there is one, the target. `months` has month, numerator, denominator and
    said (the value in words)."""
    frame = _with_gaps([each | {"value": of * each["numerator"] / each["denominator"], "name": month_name(each["month"])} for each in months])
    top = 105 if unit == "%" else max(frame["value"].max(), 1) * 1.15
    x = alt.X("month:T", axis=alt.Axis(format="%b %Y", tickCount=6, labelFlush=False), scale=alt.Scale(padding=12))
    y = alt.Y("value:Q", axis=alt.Axis(tickCount=5, labelExpr="datum.label + ' %'" if unit == "%" else "datum.label"), scale=alt.Scale(domain=[0, top]))
    told = [alt.Tooltip("name:N", title="Month"), alt.Tooltip("said:N", title="Value"), alt.Tooltip("denominator:Q", title="n", format=",")]
    base = alt.Chart(frame).encode(x=x, y=y)
    layers = [base.mark_line(color="var(--series)", strokeWidth=1.75),
              base.mark_point(color="var(--point)", filled=True, size=60, opacity=1).encode(tooltip=told)]
    if target is not None:
        layers = _target(target, target_name, frame, x, y) + layers
    return alt.layer(*layers).properties(height=340)


def _with_gaps(values: list[dict]) -> pd.DataFrame:
    """A row for every month from the first to the last, without a value where there is none, so that the line breaks there."""
    frame = pd.DataFrame(values).astype({"month": "datetime64[ns]"})
    every = pd.DataFrame({"month": pd.date_range(frame["month"].min(), frame["month"].max(), freq="MS")})
    return every.merge(frame, how="left", on="month")


def _target(target: float, name: str, frame: pd.DataFrame, x, y) -> list[alt.Chart]:
    line = pd.DataFrame({"month": [frame["month"].min(), frame["month"].max()], "value": [target] * 2})
    words = alt.Chart(line.tail(1)).mark_text(text=name, align="right", dy=-8 if target < 100 else 12, color="var(--brand)", fontSize=13)
    return [alt.Chart(line).mark_line(color="var(--brand)", strokeDash=[5, 4], strokeWidth=1.5).encode(x=x, y=y), words.encode(x=x, y=y)]


def steps(history: list[dict], judged: str, title: str, until: date, labelled: bool) -> alt.LayerChart:
    """One judgement through time as steps, 1 on top: circles are Good or better, squares below Good."""
    rows = [{"day": each["inspection_date"], "place": judgement(each[judged]).place, "word": each[judged], "on": british(each["inspection_date"])}
            for each in history if each[judged] in WORDS]
    frame = pd.DataFrame(rows, columns=["day", "place", "word", "on"]).astype({"day": "datetime64[ns]"})
    frame["below"] = frame["place"] > GOOD
    path = pd.concat([frame, frame.tail(1).assign(day=pd.Timestamp(until))])
    first = frame["day"].min() if len(frame) else pd.Timestamp(until) - pd.DateOffset(years=5)
    span = [first - pd.DateOffset(months=8), pd.Timestamp(until) + pd.DateOffset(months=4)]
    x = alt.X("day:T", axis=alt.Axis(format="%Y", tickCount="year", labelOverlap=True, labelSeparation=10), scale=alt.Scale(domain=[each.isoformat() for each in span]))
    y = alt.Y("place:Q", axis=alt.Axis(values=[1, 2, 3, 4], labels=labelled, labelExpr=_named(), labelLimit=200, minExtent=0),
              scale=alt.Scale(domain=[4.4, 0.6], nice=False, zero=False))
    told = [alt.Tooltip("on:N", title="Inspected"), alt.Tooltip("word:N", title=title)]
    marks = alt.Chart(frame).mark_point(filled=True, size=330, opacity=1).encode(
        x=x, y=y, tooltip=told, shape=alt.Shape("below:N", scale=alt.Scale(domain=[False, True], range=["circle", "square"]), legend=None),
        color=alt.Color("below:N", scale=alt.Scale(domain=[False, True], range=["var(--brand)", "var(--worse)"]), legend=None))
    numbers = alt.Chart(frame).mark_text(fontSize=12, fontWeight="bold", color="var(--page)").encode(x=x, y=y, text="place:N", tooltip=told)
    line = alt.Chart(path).mark_line(interpolate="step-after", color="var(--series)", strokeWidth=1.25).encode(x=x, y=y)
    heading = alt.TitleParams(list(TWO_LINES[title]), fontSize=13, color="var(--ink)", anchor="start", fontWeight="bold")
    return alt.layer(line, marks, numbers).properties(height=190, title=heading)


def _named() -> str:
    """A Vega expression for the grade behind its place."""
    return "{" + ", ".join(f"{place}: '{label}'" for place, label in LABELS.items()) + "}[datum.value]"
