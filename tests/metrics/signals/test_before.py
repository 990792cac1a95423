"""Of which months the limits of a chart are where a concern stands, and what is said of it."""

from datetime import date

import numpy as np
import pytest

from metrics.signals.before import LEAST, month_began
from metrics.signals.charts import charts
from metrics.signals.limits import NATURAL
from metrics.signals.series import month_of
from metrics.signals.signals import signals
from qa_data.recorded import record
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))
LAST = 2026 * 12 + 9


def store_of(rows: list[dict]):
    store = open_store(MEMORY)
    upload(store, homes=[{"home": "Ash House", "opened": date(2015, 1, 1)}], returns=rows)
    return store


def chart(values: list[dict | None], indicator: str, standard: str) -> dict:
    """The chart of a home whose returns say so, a month each, the last of them October 2026."""
    rows = [
        {"home": "Ash House", "month": date((LAST - back) // 12, (LAST - back) % 12 + 1, 1), "child_nights": 90} | more
        for back, more in enumerate(reversed(values))
        if more is not None
    ]
    store = store_of(rows)
    [found] = charts(store, AS_AT, (("Ash House", standard, indicator),))
    return found


def episodes(counts: list[int | None]) -> dict:
    return chart([None if count is None else {"missing_episodes": count} for count in counts], "PRO1", "QS12")


def agency(used: list[int], shifts: int = 180) -> dict:
    return chart([{"shifts": shifts, "shifts_agency": each} for each in used], "LAM5", "QS13")


def held(kept: list[int], planned: int = 6) -> dict:
    return chart([{"keywork_planned": planned, "keywork_held": each} for each in kept], "QPC2", "QS06")


def since(found: dict) -> list[bool]:
    return [each["since"] for each in found["points"]]


UP = [14, 18, 15, 19, 16, 17] * 3 + [60, 66, 58, 63, 61, 64]


def test_the_limits_of_a_standing_concern_are_those_of_the_months_before():
    found = agency(UP)
    assert (found["direction"], found["began"], found["method"]) == ("worse", "2026-05", "xmr")
    before = np.array(UP[:18]) / 1.8
    away = NATURAL * np.abs(np.diff(before)).mean()
    for each in found["points"]:
        assert each["centre"] == pytest.approx(before.mean())
        assert (each["lower"], each["upper"]) == pytest.approx((before.mean() - away, before.mean() + away))
    assert since(found) == [False] * 18 + [True] * 6
    assert {each["kind"] for each in found["points"][18:]} == {"outside"}
    assert {each["better"] for each in found["points"][18:]} == {False}
    assert found["usual"] == (
        "The usual range is that of the 18 months before May 2026, when it likeliest changed."
    ) and (found["centre"], found["value"]) == (found["points"][-1]["centre"], found["points"][-1]["value"])


def test_a_signal_has_the_limits_that_its_chart_draws_beside_a_concern_or_none():
    rows = [{"home": "Ash House", "month": month_of(LAST - 23 + place), "child_nights": 90} for place in range(24)]
    for place, row in enumerate(rows):
        row |= {"shifts": 180, "shifts_agency": UP[place], "restraints": place % 3 + 1}
    store = store_of(rows)
    told, drawn = (
        {
            (each["indicator"], each["direction"]): [each[name] for name in ("centre", "lower", "upper", "value")]
            for each in found
        }
        for found in (signals(store, AS_AT)["signals"], charts(store, AS_AT))
    )
    assert told == drawn and {("LAM5", "worse"), ("REL1", "none")} <= told.keys()
    centre, _, upper, value = told["LAM5", "worse"]
    assert centre == pytest.approx(np.mean(UP[:18]) / 1.8) and upper < value


def test_what_got_better_is_drawn_in_the_same_way():
    found = agency([60, 66, 58, 63, 61, 64] * 3 + [14, 18, 15, 19, 16, 17])
    assert (found["direction"], since(found)) == ("better", [False] * 18 + [True] * 6)
    assert found["points"][0]["centre"] == pytest.approx(np.mean([60, 66, 58, 63, 61, 64]) / 1.8)
    assert {each["better"] for each in found["points"][18:]} == {True}


def test_without_a_concern_the_limits_are_those_of_all_months():
    used = [14, 18, 15, 19, 16, 17] * 4
    found = agency(used)
    assert (found["direction"], found["usual"], set(since(found))) == ("none", "", {False})
    assert found["points"][0]["centre"] == pytest.approx(np.mean(used) / 1.8)


def test_where_too_few_of_the_months_shown_were_before_all_months_before_tell_the_rate():
    """40 months: 15 with about 16 agency shifts, then 25 with about 62; the 24 shown are all since the change."""
    used = (UP[:6] * 3)[:15] + ([60, 66, 58, 63, 61, 64] * 5)[:25]
    found = agency(used)
    assert since(found) == [True] * 24
    assert found["points"][0]["centre"] == pytest.approx(np.sum(used[:15]) / 15 / 1.8)
    away = NATURAL * np.abs(np.diff(np.array(used[16:]) / 1.8)).mean()
    assert found["points"][0]["upper"] == pytest.approx(found["points"][0]["centre"] + away)
    assert found["usual"] == (
        "None of the months shown is from before Oct 2024, when it likeliest changed, so the line is the rate of all"
        " months before, and how far months scatter is that of the months shown."
    )


@pytest.mark.parametrize("shown", [LEAST - 1, LEAST])
def test_so_many_months_make_limits(shown):
    used = (UP[:6] * 6)[: 12 + shown] + ([60, 66, 58, 63, 61, 64] * 4)[: 24 - shown]
    found = agency(used)
    assert since(found).count(False) == shown
    of = used[12 : 12 + shown] if shown == LEAST else used[: 12 + shown]
    assert found["points"][0]["centre"] == pytest.approx(np.mean(of) / 1.8)
    assert found["usual"].startswith(
        "The usual range is" if shown == LEAST else f"Only {shown} of the months shown are"
    )


def test_months_before_that_are_all_alike_borrow_the_scatter_of_all():
    found = agency([18] * 18 + [60, 66, 58, 63, 61, 64])
    assert found["points"][0]["centre"] == pytest.approx(10) and found["points"][0]["upper"] > 10
    assert found["usual"].endswith("; these are alike, and how far months scatter is that of the months shown.")


def test_a_share_of_few_cases_is_compared_with_that_of_the_months_before():
    found = held([5, 6, 6] * 6 + [2, 1, 2, 1, 2, 1])
    assert (found["method"], found["direction"]) == ("proportion", "worse")
    assert [each["centre"] for each in found["points"]] == pytest.approx([100 * 17 / 18] * 24)
    assert found["usual"].startswith("The line is the share of the 18 months before May 2026")


def test_of_counts_the_limits_are_those_of_the_rate_before():
    found = episodes([2, 1, 2, 1, 2, 1] * 3 + [8, 9, 8, 9, 8, 9])
    assert found["method"] == "u" and {round(each["centre"], 3) for each in found["points"]} == {0.5}
    assert {each["numerator"] for each in found["points"] if each["kind"] == "outside"} == {8, 9}
    assert found["usual"].startswith("The usual range is that of the 18 months before May 2026")


def test_rare_events_that_come_more_often_are_charted_by_month():
    """Waits that get shorter show little; months are shaded, waits are none."""
    found = episodes([0, 0, 0, 1, 0, 0] * 3 + [2, 3, 2, 3, 2, 3])
    assert (found["direction"], found["method"]) == ("worse", "u")
    assert [each["month"] is None for each in found["points"]] == [False] * 24 and since(found).count(True) == 6


def test_of_waits_those_that_ended_since_the_change_came_since():
    """One a month in the first year, then none but one: the wait for that one, and the one that runs, came since."""
    found = episodes([1] * 14 + [0] * 4 + [1] + [0] * 5)
    assert (found["direction"], found["method"]) == ("better", "t")
    assert {each["month"] for each in found["points"]} == {None}
    assert since(found) == [False] * 13 + [True] * 2
    assert found["usual"].startswith("The usual time between two is that of the")


def test_what_is_over_shades_nothing():
    """It still tells when it had begun."""
    assert month_began({"direction": "none", "began": "2026-03"}) is None
    assert month_began({"direction": "worse", "began": "2026-03"}) == date(2026, 3, 1)


@pytest.mark.parametrize(("answer", "left"), [("explained", True), ("acting", False)])
def test_months_that_were_explained_leave_what_is_usual(answer, left):
    """A month with 90 agency shifts among 23 with about 16."""
    used = [14, 18, 15, 19, 16, 17] * 4
    used[9] = 90
    store = store_of(
        [
            {"home": "Ash House", "month": date((LAST - 23 + at) // 12, (LAST - 23 + at) % 12 + 1, 1), "shifts": 180}
            | {"shifts_agency": each}
            for at, each in enumerate(used)
        ]
    )
    month = date(2025, 8, 1)
    said = {"home": "Ash House", "standard": "QS13", "indicator": "LAM5", "since": month, "reason": "A strike"}
    record(store, of_every_home(), "concern_answers", "Jo", **said, answer=answer, began=month, until=month)
    [found] = charts(store, AS_AT, (("Ash House", "QS13", "LAM5"),))
    of = used[:9] + used[10:] if left else used
    assert found["points"][0]["centre"] == pytest.approx(np.mean(of) / 1.8)
    assert found["words"].endswith(" are left out of what is usual.") == left
