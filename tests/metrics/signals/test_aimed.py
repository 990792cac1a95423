"""What is said of a target: by the latest twelve months, and never against what they show."""

from datetime import date

import pytest

from metrics.signals.charts import charts
from metrics.signals.rebasing import rebase
from metrics.signals.signals import signals
from metrics.signals.wording import meaning, moved, since_last
from pages.parts.charts.multiple import latest
from qa_data.scope import of_every_home
from tests.filling import upload
from tests.metrics.signals.test_signals import STEADY, returns, store_of

AS_AT = of_every_home(date(2026, 10, 31))


def told(held: list[int], due: int | list[int], column="supervision", indicator="LAM1") -> dict:
    """The signal of a home whose returns give so many held of so many due, with its meaning."""
    dues = due if isinstance(due, list) else [due] * len(held)
    rows = [
        row | {f"{column}_due": of, f"{column}_{'held' if column == 'supervision' else 'current'}": part}
        for row, part, of in zip(returns("Ash House", [0] * len(held)), held, dues, strict=True)
    ]
    [chart] = charts(store_of(rows), AS_AT, (("Ash House", "QS13", indicator),))
    return chart


@pytest.mark.parametrize(
    ("held", "due", "assurance", "said"),
    [
        ([8] * 24, 8, "passing", "As it runs it keeps to the target."),
        # Twelve poor months are over: 3 of 3 in each of the last twelve.
        ([1] * 12 + [3] * 12, 3, "hit or miss", "The target was met in each of the last 12 months known."),
        ([1] * 24, 3, "failing", "As it runs it will not reach the target"),
        ([1] * 23 + [3], 3, "hit or miss", "met in some months and missed in others"),
        ([3] * 12 + [1] * 12, 3, "failing", "As it runs it will not reach the target"),
        ([2] * 11 + [2], [2] * 11 + [3], "hit or miss", "met in some months and missed in others"),
        ([40] * 23 + [37], 40, "hit or miss", "met in some months and missed in others"),
    ],
)
def test_a_target_of_few_cases(held, due, assurance, said):
    found = told(held, due)
    assert found["assurance"] == assurance and said in meaning(found | STEADY)


def test_what_reaches_its_target_is_never_said_not_to():
    homes = {f"{due} of {due} in {months} months": (due, months) for due in (1, 3, 8, 25) for months in range(12, 25)}
    rows = [
        row | {"training_due": due, "training_current": due}
        for home, (due, months) in homes.items()
        for row in returns(home, [0] * months)
    ]
    found = charts(store_of(rows, homes=homes), AS_AT, tuple((home, "QS13", "LAM11") for home in homes))
    assert len(found) == len(homes)
    assert {each["home"]: each["assurance"] for each in found} == dict.fromkeys(homes, "passing")
    assert [each["home"] for each in found if "will not reach" in each["meaning"]] == []


@pytest.mark.parametrize("late", [0, 1])
def test_lower_is_better_too(late):
    """Repairs open more than 28 days: none of 4 keeps to at most 10 %, whatever was before."""
    rows = [
        row | {"repairs_open": 4, "repairs_over_28_days": 4 if place < 12 else late}
        for place, row in enumerate(returns("Ash House", [0] * 24))
    ]
    [found] = charts(store_of(rows), AS_AT, (("Ash House", "QS06", "QPC4"),))
    assert (found["assurance"] == "failing") is bool(late)
    assert ("will not reach" in meaning(found | STEADY)) is bool(late)


def test_what_stands_at_a_months_end_is_never_added_up():
    rows = [
        row | {"training_due": 12, "training_current": 12 if place < 18 else 5}
        for place, row in enumerate(returns("Ash House", [0] * 24))
    ]
    [found] = [each for each in signals(store_of(rows), AS_AT)["signals"] if each["indicator"] == "LAM11"]
    assert found["flag"]
    assert moved(found) == (
        "Mandatory training in date down since about May 2026: 5 of 12 at 31 Oct 2026 (42 %) where 100 % was usual at"
        " the month ends before."
    )


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([0] * 14, "none in the last 14 months known"),
        ([0, 1] + [0] * 12, "none since October 2025"),
        ([0] * 13 + [1], "last in October 2026"),
        ([1] + [0] * 12 + [2], "last in October 2026"),
    ],
)
def test_rare_events_are_spoken_of_in_months(counts, said):
    [found] = [
        each
        for each in signals(store_of(returns("Ash House", counts)), AS_AT)["signals"]
        if each["indicator"] == "PRO1"
    ]
    assert found["method"] == "t" and since_last(found) == said
    assert "day" not in meaning(found)


def test_a_card_of_what_never_happened_is_drawn():
    store = store_of(returns("Ash House", [0] * 14), returns("Oak House", [1] + [0] * 13))
    for home, said in (("Ash House", "none in the last 14 months known"), ("Oak House", "none since September 2025")):
        [chart] = charts(store, AS_AT, ((home, "QS12", "PRO1"),))
        assert latest(chart) == said


@pytest.mark.parametrize("since", [date(2026, 5, 1), date(2025, 11, 1), date(2025, 6, 1)])
def test_a_chart_with_new_limits_is_in_the_order_of_its_months(since):
    counts = [0, 1, 0, 0, 0, 0] * 3 + [0, 0, 3, 4, 2, 3]
    store = store_of(returns("Ash House", counts))
    rebase(store, of_every_home(), "Jo", "Ash House", "QS12", "PRO1", since, "Two children moved in")
    [chart] = charts(store, AS_AT, (("Ash House", "QS12", "PRO1"),))
    months = [each["month"] for each in chart["points"]]
    assert latest(chart).startswith("3 in 90 nights") or chart["method"] == "t"
    assert (months == sorted(months)) if chart["method"] != "t" else set(months) == {None}
    assert len({each["month"] is None for each in chart["points"]}) == 1


@pytest.mark.parametrize("held", [10, 12])
def test_more_than_was_planned_is_no_concern(held):
    rows = [row | {"keywork_planned": 10, "keywork_held": held} for row in returns("Ash House", [0] * 24)]
    [chart] = charts(store_of(rows), AS_AT, (("Ash House", "QS06", "QPC2"),))
    assert chart["variation"] == "common cause" and {each["kind"] for each in chart["points"]} == {"ordinary"}


def test_of_a_series_that_stopped_nothing_is_said_of_how_it_runs():
    rows = [
        row | {"supervision_due": 4, "supervision_held": 1} for row in returns("Ash House", [0] * 20, until=(2026, 5))
    ]
    [chart] = charts(store_of(rows), AS_AT, (("Ash House", "QS13", "LAM1"),))
    assert chart["assurance"] == "none" and chart["meaning"].startswith("No figure since May 2026")


def test_after_one_event_no_limit_is_known():
    [chart] = charts(store_of(returns("Ash House", [1] + [0] * 23)), AS_AT, (("Ash House", "QS12", "PRO1"),))
    assert {each["upper"] for each in chart["points"]} == {None}


def test_a_blank_month_moves_no_last_event():
    store = store_of(returns("Ash House", [0] * 10 + [1, None, 0, 0]))
    upload(store, returns=[])
    [found] = [each for each in signals(store, AS_AT)["signals"] if each["indicator"] == "PRO1"]
    assert (found["value"], since_last(found)) == (2, "none in the 2 months known since July 2026")
