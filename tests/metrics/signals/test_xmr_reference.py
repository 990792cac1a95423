"""Every reference series agrees with NHS England's own program: limits to 1e-6, each point exactly."""

import csv
from itertools import groupby
from pathlib import Path

import pytest

from metrics.signals import xmr

SPC = Path(__file__).parents[4] / "shared" / "data" / "spc"
WORDS = {
    "Above UCL": "outside",
    "Below LCL": "outside",
    "2 in 3": "two in three",
    "7 Point Trend": "trend",
    "7 Points": "shift",
    "Common Cause": "ordinary",
}
BETTER = {"increase": "higher", "decrease": "lower", "neutral": "neither"}
ASSURANCE = {"": "none", "inconsistent": "hit or miss", "consistent_pass": "passing", "consistent_fail": "failing"}


def told(name: str) -> list[dict]:
    if not SPC.exists():
        return []
    with (SPC / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def cases() -> list:
    points = {
        key: list(rows)
        for key, rows in groupby(told("expected_points.csv"), lambda row: (row["series_id"], row["rebase_group"]))
    }
    return [
        pytest.param(row, points[row["series_id"], row["rebase_group"]], id=f"{row['series_id']}-{row['rebase_group']}")
        for row in told("expected_summary.csv")
    ] or [pytest.param(None, None, marks=pytest.mark.skip("the reference series are not beside the project"))]


def last_part(series: str) -> str:
    return max(row["rebase_group"] for row in told("expected_summary.csv") if row["series_id"] == series)


def number(text: str) -> float | None:
    return float(text) if text else None


def close(value):
    return None if value is None else pytest.approx(value, abs=1e-6, rel=1e-9)


def kind(text: str) -> str:
    return next(
        word for start, word in WORDS.items() if text.startswith(start) or text.lower().startswith(start.lower())
    )


@pytest.mark.parametrize("row, points", cases())
def test_agrees(row, points):
    chart = xmr(
        [float(each["y"]) for each in points],
        better=BETTER[row["improvement_direction"]],
        target=number(row["target"]),
        baseline=int(row["fix_after_n_points"]) if row["fix_after_n_points"] else None,
        screen=row["screen_outliers"] == "1",
    )
    assert (chart.mean, chart.lower, chart.upper) == (
        close(number(row["mean_col"])),
        close(number(row["lpl"])),
        close(number(row["upl"])),
    )
    assert list(chart.points) == [kind(each["special_cause_type"]) for each in points]
    assert chart.variation == row["variation_type"].removeprefix("special_cause_").replace("_", " ")
    if row["rebase_group"] == last_part(row["series_id"]):
        # Only the last part of a rebased series is held against the target.
        assert chart.assurance == ASSURANCE[row["assurance_type"]]
