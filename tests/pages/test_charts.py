"""The full chart of a series, as Altair has it."""

from datetime import date

from pages.parts.charts import charts


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


def test_a_line_breaks_at_a_month_that_is_not_known_and_at_new_limits():
    runs = frame([point(1, 3), point(2, 4), point(4, 5), point(5, 6, part=1)])["run"].tolist()
    assert runs[0] == runs[1] and len(set(runs)) == 3


def test_times_between_events_stand_in_their_order():
    told = frame([point(1, value) | {"month": None} for value in (3, 9)])
    assert told["at"].tolist() == [1, 2] and told["run"].nunique() == 1


def test_each_kind_of_point_has_a_shape_and_a_colour_of_its_own():
    spec = charts.signal(
        [point(1, 3), point(2, 10, "worse"), point(3, 1, "better")], "xmr", "%", 80, "Local target 80 % or more", "", 340
    ).to_dict()
    marks = spec["layer"][-1]["encoding"]
    assert marks["shape"]["scale"]["range"] == ["circle", "diamond", "square", "triangle-up"] and marks["shape"][
        "scale"
    ]["domain"] == ["usual", "worse", "better", "unusual"]
    assert len(set(marks["color"]["scale"]["range"])) == 3


def test_the_range_is_a_band_or_of_few_cases_a_whisker_and_of_few_months_none():
    kinds = {
        method: [
            layer["mark"]["type"]
            for layer in charts.signal(
                [point(1, 3, **limits), point(2, 4, **limits)], method, "%", None, "", "", 340
            ).to_dict()["layer"]
        ]
        for method, limits in (("xmr", {}), ("proportion", {}), ("too few", {"lower": None, "upper": None}))
    }
    assert kinds == {
        "xmr": ["area", "line", "line", "point"],
        "proportion": ["rule", "line", "line", "point"],
        "too few": ["line", "line", "point"],
    }


def test_the_target_is_drawn_and_named():
    layers = charts.signal([point(1, 3), point(2, 4)], "xmr", "%", 80, "Local target 80 % or more", "", 340).to_dict()[
        "layer"
    ]
    assert any(layer["mark"].get("text") == "Local target 80 % or more" for layer in layers)
    assert layers[-1]["encoding"]["y"]["scale"]["domain"][1] > 80
