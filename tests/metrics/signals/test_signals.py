"""The signals of drawn and generated councils, from the store to the answer."""

from datetime import date, datetime

import numpy as np
import pytest
from scipy.stats import false_discovery_control

from metrics.indicators.settings import change_setting
from metrics.signals import signals
from metrics.signals.charts import charts
from metrics.signals.moving import moving
from metrics.signals.rebasing import rebase
from metrics.signals.series import series
from metrics.signals.wording import moved
from qa_data.scope import Scope, of_every_home
from qa_data.store import MEMORY, open_store
from qa_data.uploads import restore, withdraw
from tests.filling import upload
from tests.metrics.signals.simulating import chance_alone, council, flagged, found

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
    "p",
    "q",
    "flag",
}
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
    assert set(answer) == {"as_at", "signals", "expected_false_flags"} and KEYS <= set(answer["signals"][0])
    assert {each["month"] for each in answer["signals"]} == {"2026-10"}


@pytest.mark.parametrize(
    ("counts", "flag", "variation"),
    [(TRIPLED, True, "concern"), (STOPPED, True, "improvement"), (LEVEL, False, "common cause")],
)
def test_a_change_is_flagged_and_none_is_not(counts, flag, variation):
    told = only(store_of(returns("Ash House", counts)))
    assert (told["flag"], told["variation"]) == (flag, variation)


def test_q_is_benjamini_and_hochbergs_over_every_test(sample):
    found = [each for each in signals(sample, AS_AT)["signals"] if each["p"] is not None]
    assert [each["q"] for each in found] == pytest.approx(
        false_discovery_control([each["p"] for each in found]), abs=1e-12
    )
    assert all(each["flag"] == (each["q"] <= 0.1) for each in found)
    answer = signals(sample, AS_AT)
    assert answer["expected_false_flags"] == pytest.approx(
        len(found) * max(each["p"] for each in found if each["flag"]), abs=0.005
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
        assert drawn[
            "meaning"
        ] == f"{said}, so there is no usual range to compare with. As it runs it keeps to the target." and {
            each["kind"] for each in drawn["points"]
        } == {"ordinary"}


def test_what_stands_at_a_months_end_is_never_added_up():
    rows = [
        row | {"training_due": 12, "training_current": 12 if place < 18 else place - 15}
        for place, row in enumerate(returns("Ash House", [0] * 24))
    ]
    told = only(store_of(rows), indicator="LAM11")
    assert told["flag"] and moved(told).startswith(
        "Mandatory training in date: down beyond chance, 8 of 12 at 31 Oct 2026 (67 %), 25 % to 67 % at the ends of the"
        " 6 months to Oct 2026, against 100 % at the month ends before ("
    )


def test_eleven_months_have_no_limits_and_no_test():
    told = only(store_of(returns("Ash House", [2] * 11)))
    assert (told["method"], told["p"], told["flag"], told["lower"], told["variation"], told["assurance"]) == (
        "too few",
        None,
        False,
        None,
        "none",
        "none",
    )


@pytest.mark.parametrize(("until", "tested"), [((2026, 8), True), ((2026, 7), False)])
def test_a_series_that_stopped_is_not_tested(until, tested):
    assert (only(store_of(returns("Ash House", TRIPLED, until=until)))["p"] is not None) is tested


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
    assert (told["points"], told["method"], told["flag"]) == (6, "too few", False)
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
    assert (told["series"], told["flags"]) == (len(every), sum(each["flag"] for each in every))
    assert sum(told["groups"].values()) == len(every)
    assert {each["grouped"] for each in told["shown"][: told["groups"]["concerns"]]} == {"concerns"}
    one = moving(sample, AS_AT, "Cedar View", "QS12", most=2)
    assert {(each["home"], each["standard"]) for each in one["shown"]} == {("Cedar View", "QS12")} and one[
        "flags"
    ] == told["flags"]


def test_an_empty_store_has_no_signal():
    assert signals(open_store(MEMORY), AS_AT) == {"as_at": "2026-10-31", "signals": [], "expected_false_flags": 0.0}


def test_a_stable_service_raises_at_most_one_false_flag_a_month():
    seen = chance_alone()[1]
    assert seen["ours"] <= 1 < seen["xmr"]


def test_a_tripling_that_lasts_is_found():
    assert found(6, 3, 3) > 0.9 and found(2, 3, 6) > 0.5


def test_the_simulations_flags_are_those_of_the_store(sample):
    """The rule that the simulation writes plainly flags what the program flags."""
    p = np.array([np.nan if each["p"] is None else each["p"] for each in signals(sample, AS_AT)["signals"]])
    assert flagged(p).tolist() == [each["flag"] for each in signals(sample, AS_AT)["signals"]]
    assert len(council()) == int((series(sample, AS_AT).points >= 12).sum())


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
