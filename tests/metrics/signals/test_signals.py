"""The signals of drawn and generated councils, from the store to the answer."""

from datetime import date, datetime
from math import log

import pytest

from metrics.indicators.settings import change_setting
from metrics.signals import signals
from metrics.signals.charts import charts
from metrics.signals.moving import moving
from metrics.signals.rebasing import rebase
from metrics.signals.wording import meaning, moved
from qa_data.scope import Scope, of_every_home
from qa_data.store import MEMORY, open_store
from qa_data.uploads import restore, withdraw
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))
KEYS = {
    "home",
    "indicator",
    "standard",
    "month",
    "method",
    "centre",
    "lower",
    "upper",
    "value",
    "variation",
    "assurance",
    "tier",
    "direction",
    "since",
    "began",
    "evidence",
    "threshold",
    "new",
    "over",
    "acting",
    "flag",
}
STEADY = {"tier": "none", "direction": "none", "over": None, "variation": "common cause"}
"""Were there no concern."""
LEVEL, TRIPLED, STOPPED = (
    [2, 3, 2, 1, 2, 3] * 4,
    [2, 3, 2, 1, 2, 3] * 3 + [7, 8, 6, 7, 8, 7],
    [5, 6, 4, 5, 6, 5] * 3 + [0] * 6,
)


def returns(home: str, counts: list[int | None], column="missing_episodes", until=(2026, 10), **more) -> list[dict]:
    """A return a month, the last of them of that month; None is a blank."""
    last = 12 * until[0] + until[1] - 1
    months = [date((last - back) // 12, (last - back) % 12 + 1, 1) for back in reversed(range(len(counts)))]
    return [
        {"home": home, "month": month, "child_nights": 90, column: count} | more
        for month, count in zip(months, counts, strict=True)
    ]


def store_of(*rows: list[dict], homes=("Ash House", "Oak House", "Elm Base")):
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": home, "opened": date(2015, 1, 1)} for home in homes],
        returns=[each for every in rows for each in every],
    )
    return store


def only(store, scope=AS_AT, home="Ash House", indicator="PRO1") -> dict:
    return next(
        each for each in signals(store, scope)["signals"] if (each["home"], each["indicator"]) == (home, indicator)
    )


def test_the_answer_is_the_contracts():
    answer = signals(store_of(returns("Ash House", LEVEL)), AS_AT)
    assert set(answer) == {"as_at", "signals", "homes", "new_a_month_by_chance"} and KEYS <= set(answer["signals"][0])
    assert answer["new_a_month_by_chance"] == {"watch": 0.1, "flag": 0.02, "homes": 0.02}
    assert {each["month"] for each in answer["signals"]} == {"2026-10"}


@pytest.mark.parametrize(
    ("counts", "flag", "variation"),
    [(TRIPLED, True, "concern"), (STOPPED, True, "improvement"), (LEVEL, False, "common cause")],
)
def test_a_change_is_flagged_and_none_is_not(counts, flag, variation):
    told = only(store_of(returns("Ash House", counts)))
    assert (told["flag"], told["variation"]) == (flag, variation)


def test_a_service_is_told_its_own_budgets():
    store = store_of(returns("Ash House", LEVEL), returns("Oak House", LEVEL))
    change_setting(store, of_every_home(), "K. Ahmed", "signals.watch", 0.2, "Agreed")
    assert signals(store, AS_AT)["new_a_month_by_chance"] == {"watch": 0.4, "flag": 0.04, "homes": 0.04}


def test_a_smaller_budget_asks_for_more():
    store = store_of(returns("Ash House", LEVEL[:-2] + [5, 5]))
    before = only(store)
    for budget in ("signals.flag", "signals.watch"):
        change_setting(store, of_every_home(), "K. Ahmed", budget, 0.001, "Agreed")
    after = only(store)
    assert (before["tier"], after["tier"]) == ("watch", "none")
    assert after["evidence"] == before["evidence"] and after["threshold"] - before["threshold"] == pytest.approx(
        log(0.1 / 0.001)
    )


def test_one_home_is_judged_with_all_the_others():
    store = store_of(returns("Ash House", TRIPLED), returns("Oak House", LEVEL), returns("Elm Base", LEVEL))
    alone = signals(store, Scope(AS_AT.as_at, None, frozenset({"Ash House"})))["signals"]
    assert alone == [each for each in signals(store, AS_AT)["signals"] if each["home"] == "Ash House"]


def test_where_every_month_is_the_same_there_is_no_range_and_the_target_alone_is_told():
    months = returns("Ash House", [60] * 24, "school_attended", school_possible=60)
    for rows, said in (
        (months, "The same in every month"),
        (
            [row | ({"school_attended": 59} if place == 7 else {}) for place, row in enumerate(months)],
            "The same in nearly every month",
        ),
    ):
        (drawn,) = charts(store_of(rows), AS_AT, (("Ash House", "QS08", "EDU1"),))
        target = "so there is no usual range to compare with. As it runs it keeps to the target."
        assert meaning(drawn | STEADY) == f"{said}, {target}"
        assert {each["kind"] for each in drawn["points"]} == {"ordinary"}


def test_what_stands_at_a_months_end_is_never_added_up():
    rows = [
        row | {"training_due": 12, "training_current": 12 if place < 18 else place - 15}
        for place, row in enumerate(returns("Ash House", [0] * 24))
    ]
    told = only(store_of(rows), indicator="LAM11")
    assert told["flag"] and moved(told) == (
        "Mandatory training in date down since about May 2026: 8 of 12 at 31 Oct 2026 (67 %) where 100 % was usual at"
        " the month ends before."
    )


def test_eleven_months_have_no_limits_but_a_threshold():
    told = only(store_of(returns("Ash House", [2] * 11)))
    assert (told["method"], told["tier"], told["lower"], told["variation"], told["assurance"]) == (
        "too few",
        "none",
        None,
        "none",
        "none",
    )
    assert told["evidence"] < told["threshold"]


@pytest.mark.parametrize("months", [3, 4])
def test_a_change_needs_three_months_before_it(months):
    assert (only(store_of(returns("Ash House", [2] * months)))["evidence"] is None) is (months < 4)


def test_a_series_that_stopped_stands_as_it_stood():
    told = only(store_of(returns("Ash House", TRIPLED, until=(2026, 7))))
    assert told["flag"] and not told["new"] and not told["recent"]


def test_a_blank_month_is_no_zero():
    counts = LEVEL[:-2] + [None, 2]
    assert only(store_of(returns("Ash House", counts)))["points"] == 23


def test_only_complete_months_count():
    store = store_of(returns("Ash House", LEVEL))
    assert only(store, of_every_home(date(2026, 10, 30)))["month"] == "2026-09"


def test_what_is_kept_is_what_would_be_found_afresh():
    store = store_of(returns("Ash House", TRIPLED), returns("Oak House", LEVEL))
    first = signals(store, AS_AT)
    assert signals(store, AS_AT) == first
    later = upload(store, returns=returns("Oak House", TRIPLED))
    assert only(store, home="Oak House")["flag"]
    withdraw(store, of_every_home(), later, "me")
    assert signals(store, AS_AT) == first
    restore(store, of_every_home(), later, "me")
    assert only(store, home="Oak House")["flag"]


def test_as_known_before_a_later_upload():
    store = store_of(returns("Ash House", LEVEL))
    upload(store, datetime(2090, 1, 1), returns=returns("Ash House", TRIPLED))
    assert only(store)["flag"] and not only(store, of_every_home(AS_AT.as_at, datetime(2089, 1, 1)))["flag"]


def test_new_limits_leave_the_months_before_out():
    store = store_of(returns("Ash House", TRIPLED))
    rebase(store, of_every_home(), "K. Ahmed", "Ash House", "QS12", "PRO1", date(2026, 5, 1), "A new way of counting")
    told = only(store)
    assert (told["points"], told["method"], told["tier"]) == (6, "too few", "none")
    assert {
        point["part"] for chart in charts(store, AS_AT) if chart["indicator"] == "PRO1" for point in chart["points"]
    } == {0, 1}
    rebase(store, of_every_home(), "K. Ahmed", "Ash House", "QS12", "PRO1", date(2026, 5, 1), "It was not", holds=False)
    assert only(store)["flag"]


def test_assurance_follows_the_target_as_set():
    rows = returns("Ash House", [90, 92, 91, 90, 93, 92] * 4, "school_attended", school_possible=100)
    store = store_of(rows)
    before = only(store, indicator="EDU1")
    change_setting(store, of_every_home(), "K. Ahmed", "EDU1.floor", 40, "Agreed")
    change_setting(store, of_every_home(), "K. Ahmed", "EDU1.target", 50, "Agreed")
    assert (before["assurance"], only(store, indicator="EDU1")["assurance"]) == ("hit or miss", "passing")


def test_of_few_cases_assurance_is_of_all_of_them():
    told = only(
        store_of(returns("Ash House", [1] * 23 + [0], "complaints_on_time", complaints_closed=1)), indicator="VWF8"
    )
    assert told["method"] == "proportion" and told["upper"] < 95 and told["assurance"] == "hit or miss"


def test_the_charts_are_of_what_is_wanted_alone():
    store = store_of(returns("Ash House", TRIPLED), returns("Oak House", LEVEL))
    key = ("Ash House", "QS12", "PRO1")
    (chart,) = charts(store, AS_AT, (key,))
    assert (chart["home"], chart["standard"], chart["indicator"]) == key and len(chart["points"]) == 24


def test_what_moves_is_counted_in_groups(sample):
    told, every = moving(sample, AS_AT), signals(sample, AS_AT)["signals"]
    flags = [each for each in every if each["flag"] and each["direction"] == "worse"]
    assert (told["series"], told["flags"]) == (len(every), len(flags))
    assert sum(told["groups"].values()) == len(every)
    assert told["groups"]["new"] + told["groups"]["standing"] == sum(each["direction"] == "worse" for each in every)
    assert all(each["new"] for each in told["shown"] if each["grouped"] == "new")
    assert not any(each["new"] for each in told["shown"] if each["grouped"] == "standing")
    one = moving(sample, AS_AT, "Cedar View", "QS12", most=2)
    assert {(each["home"], each["standard"]) for each in one["shown"]} == {("Cedar View", "QS12")} and one[
        "flags"
    ] == told["flags"]


def test_an_empty_store_has_no_signal():
    assert signals(open_store(MEMORY), AS_AT) == {
        "as_at": "2026-10-31",
        "signals": [],
        "homes": [],
        "new_a_month_by_chance": {"watch": 0, "flag": 0, "homes": 0},
    }


def test_the_samples_story(sample):
    """Cedar View slides: agency, missing episodes, supervision. Medicines at Alder Lodge. Beech House gets better
    and raises no concern.
    """
    told = {
        (each["home"], each["indicator"]): each["variation"]
        for each in signals(sample, AS_AT)["signals"]
        if each["flag"]
    }
    assert {told["Cedar View", id] for id in ("LAM5", "PRO1", "LAM1")} == {"concern"} and told[
        "Alder Lodge", "HWB7"
    ] == "concern"
    assert {variation for (home, _), variation in told.items() if home == "Beech House"} == {"improvement"}
