"""The full chart of a series, as Altair has it, and the small one."""

import re
from datetime import date

import pytest

from pages.parts.charts import charts
from pages.parts.charts.framed import BESIDE, EDGE, WIDTH
from pages.parts.charts.small import series


def point(month: int, value: float, mark: str = "usual", part: int = 0, **more) -> dict:
    return {
        "month": date(2026, month, 1),
        "value": value,
        "centre": 5.0,
        "lower": 1.0,
        "upper": 9.0,
        "part": part,
        "mark": mark,
        "said": str(value),
        "name": str(month),
        "since": False,
    } | more


def frame(points: list[dict]):
    return charts._with_gaps(points)


def drawn(points: list[dict], method: str = "xmr", target: float | None = None, since: str = "") -> dict:
    """The chart as it is sent."""
    said = "Local target 80 % or more" if target else ""
    return charts.signal(points, method, "%", target, said, since, "Of these months", 340).to_dict()


def test_a_line_breaks_at_a_month_that_is_not_known_and_at_new_limits():
    runs = frame([point(1, 3), point(2, 4), point(4, 5), point(5, 6, part=1)])["run"].tolist()
    assert runs[0] == runs[1] and len(set(runs)) == 3


def test_times_between_events_stand_in_their_order():
    told = frame([point(1, value) | {"month": None} for value in (3, 9)])
    assert told["at"].tolist() == [1, 2] and told["run"].nunique() == 1


def test_each_kind_of_point_has_a_shape_and_a_colour_of_its_own():
    spec = drawn([point(1, 3), point(2, 10, "worse"), point(3, 1, "better")], target=80)
    marks = spec["layer"][-1]["encoding"]
    assert marks["shape"]["scale"]["range"] == ["circle", "diamond", "square", "triangle-up"] and marks["shape"][
        "scale"
    ]["domain"] == ["usual", "worse", "better", "unusual"]
    assert len(set(marks["color"]["scale"]["range"])) == 3


def test_the_range_is_a_band_or_of_few_cases_a_whisker_and_of_few_months_none():
    kinds = {
        method: [
            layer["mark"]["type"] for layer in drawn([point(1, 3, **limits), point(2, 4, **limits)], method)["layer"]
        ]
        for method, limits in (("xmr", {}), ("proportion", {}), ("too few", {"lower": None, "upper": None}))
    }
    assert kinds == {
        "xmr": ["area", "line", "line", "point"],
        "proportion": ["rule", "line", "line", "point"],
        "too few": ["line", "line", "point"],
    }


def test_the_target_is_drawn_and_named():
    layers = drawn([point(1, 3), point(2, 4)], target=80)["layer"]
    assert any(layer["mark"].get("text") == "Local target 80 % or more" for layer in layers)
    assert layers[-1]["encoding"]["y"]["scale"]["domain"][1] > 80


SINCE = "since about May 2026"


def test_the_months_since_a_change_lie_on_a_field_with_a_line_and_words():
    spec = drawn([point(month, 3, since=month > 4) for month in range(1, 8)], since=SINCE)
    field, rule, words = spec["layer"][:3]
    assert [each["mark"]["type"] for each in (field, rule, words)] == ["rect", "rule", "text"]
    assert words["mark"]["text"] == "Since about May 2026"
    assert field["encoding"]["tooltip"]["field"] == "told"
    assert {layer["encoding"]["tooltip"]["field"] for layer in spec["layer"][3:5]} == {"usual"}
    (row,) = spec["datasets"][field["data"]["name"]]
    assert row["told"] == "Since about May 2026"
    assert ("2026-04-16" <= row["at"] < "2026-05-01") and ("2026-07-01" < row["to"] <= "2026-07-16T00:00:00")


def test_waits_since_a_change_are_shaded_by_their_place():
    points = [point(1, value, since=value < 3) | {"month": None} for value in (9, 8, 2, 1)]
    spec = drawn(points, "t", since=SINCE)
    (row,) = spec["datasets"][spec["layer"][0]["data"]["name"]]
    assert (row["at"], row["to"]) == (2.5, 4.5)


@pytest.mark.parametrize(("since", "align"), [(2, "left"), (7, "right")])
def test_the_words_of_a_late_change_stand_before_it(since, align):
    layers = drawn([point(month, 3, since=month >= since) for month in range(1, 8)], since=SINCE)["layer"]
    assert layers[2]["mark"]["align"] == align


def test_nothing_is_shaded_without_a_change():
    assert "rect" not in [each["mark"]["type"] for each in drawn([point(1, 3), point(2, 4)])["layer"]]


def small(points: list[dict], **more) -> str:
    """The small chart of the agency share."""
    chart = {"indicator": "LAM5", "method": "xmr", "target": None, "direction": "worse", "began": "2026-05"} | more
    return str(series(chart | {"points": [each | {"kind": "ordinary"} for each in points]}))


def axis(html: str) -> list[str]:
    return re.findall(r'class="axis"[^>]*>([^<]*)<', html)


def test_a_small_chart_names_its_first_and_last_month_and_the_ends_of_its_scale():
    assert axis(small([point(1, 3), point(7, 12.4)])) == ["Jan 2026", "Jul 2026", "1 %", "12 %"]
    assert axis(small([point(1, 0.25, lower=None, upper=None, centre=None)])) == ["Jan 2026", "0.25 %"]
    waits = [point(1, value, lower=0.0, upper=20.0) | {"month": None} for value in (3, 9)]
    assert axis(small(waits, indicator="PRO1", method="t")) == ["Wait 1", "Wait 2", "0", "20"]


def test_a_small_chart_shades_the_months_since_to_its_end():
    html = small([point(month, 3, since=month > 4) for month in range(1, 8)])
    x, width = map(float, re.search(r'class="since" x="([\d.]+)" width="([\d.]+)"', html).groups())
    april, may = BESIDE + 3 * STEP, BESIDE + 4 * STEP
    assert april < x < may and x + width == pytest.approx(WIDTH, abs=0.1)
    assert "<title>Since about May 2026</title>" in html
    assert "since" not in small([point(month, 3) for month in range(1, 8)], direction="none", began=None)


STEP = (WIDTH - BESIDE - EDGE) / 6
"""From a month of seven to the next."""
