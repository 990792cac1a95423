"""Concerns and homes as a whole from the store: the same answers however and by whom they are asked, and those of the
arrays that other programs may hand in.
"""

from datetime import date, datetime
from random import Random

import numpy as np
import pytest

from metrics.indicators.indicator import HIGHER, Proportion
from metrics.signals import homes_stand, monthly, signals, stands
from metrics.signals.as_whole import wholes
from metrics.signals.concerns import concerns
from metrics.signals.grid import TESTED, VERDICT, Grid, grids
from metrics.signals.rebasing import rebase
from qa_data.scope import Scope, of_every_home
from qa_data.store import MEMORY, Store, open_store
from qa_data.uploads import restore, withdraw
from tests.filling import upload
from tests.metrics.signals.evidence import plainly
from tests.seeds import some

EVERY = of_every_home()
AS_AT = of_every_home(date(2026, 10, 31))
MONTHS = [date(2024 + (7 + place) // 12, (7 + place) % 12 + 1, 1) for place in range(27)]
"""August 2024 to October 2026."""

Rows = dict[str, list[dict]]


def drawn(homes: int, seed: int = 3) -> Rows:
    """Homes of which every third gets worse in several things, with blanks, and some verdicts."""
    random = Random(seed)
    told: Rows = {"homes": [], "returns": [], "visits": []}
    for number in range(homes):
        home, worse = f"Home {number:03}", number % 3 == 0
        told["homes"].append({"home": home, "opened": date(2015, 1, 1)})
        for place, month in enumerate(MONTHS):
            bad = worse and place >= 19 + number % 5
            if random.random() < 0.95:
                told["returns"].append(_returned(random, home, month, bad))
            if number % 2 == 0 and random.random() < 0.9:
                told["visits"].append(_visited(random, home, month, bad))
    return told


def _returned(random: Random, home: str, month: date, bad: bool) -> dict:
    share = 0.5 if bad else 0.9
    return {
        "home": home,
        "month": month,
        "child_nights": 90,
        "missing_episodes": sum(random.random() < (0.5 if bad else 0.1) for _ in range(15)),
        "supervision_due": 8,
        "supervision_held": sum(random.random() < share for _ in range(8)),
        "training_due": 12,
        "training_current": 6 if bad else 11,
    }


def _visited(random: Random, home: str, month: date, bad: bool) -> dict:
    verdict = "Not met" if random.random() < (0.8 if bad else 0.1) else "Met"
    return {
        "home": home,
        "visit_date": month.replace(day=9),
        "visit_type": "Regulation 44 visit",
        "verdict_qs12": verdict,
        "verdict_qs13": verdict,
    }


def store_of(told: Rows) -> Store:
    store = open_store(MEMORY)
    upload(store, **told)
    return store


def asked(store: Store, scope: Scope = AS_AT) -> tuple:
    """All that is said of one moment."""
    return concerns(store, scope), wholes(store, scope)


@pytest.fixture(scope="module")
def three() -> Store:
    return store_of(drawn(3))


def test_the_drawn_homes_tell_something(three):
    found, homes = asked(three)
    assert {each["indicator"] for each in found if each["home"] == "Home 000"} >= {"PRO1", "LAM1", "LAM11"}
    assert [each["home"] for each in homes if each["stands"]] == ["Home 000"] and homes[0]["standards"]


@pytest.mark.parametrize("homes", [3, 500])
def test_a_month_asked_alone_is_the_month_asked_in_order(homes):
    told = drawn(homes)
    alone, in_order = store_of(told), store_of(told)
    days = [date(2026, month, 28) for month in range(2 if homes < 100 else 9, 11)]
    for day in days:
        asked(in_order, of_every_home(day))
    for day in (AS_AT.as_at, days[-1], days[0]):
        assert asked(alone, of_every_home(day)) == asked(in_order, of_every_home(day))


@pytest.mark.parametrize("homes", [3, 500])
def test_whoever_may_see_a_home_is_told_what_a_director_is(homes):
    store = store_of(drawn(homes))
    found, as_whole = asked(store)
    for home in ("Home 000", "Home 001", f"Home {homes - 1:03}"):
        own = asked(store, Scope(AS_AT.as_at, None, frozenset({home})))
        assert own == tuple([each for each in told if each["home"] == home] for told in (found, as_whole))


def test_who_asks_first_changes_nothing(three):
    """What one home's manager asks is kept for all."""
    store = store_of(drawn(3))
    asked(store, Scope(AS_AT.as_at, None, frozenset({"Home 001"})))
    assert asked(store) == asked(three)


def test_an_earlier_month_that_comes_late_is_as_if_it_had_always_been_there(three):
    told = drawn(3)
    late = [row for row in told["returns"] if row["home"] == "Home 000" and row["month"] == date(2026, 5, 1)]
    store = store_of(told | {"returns": [row for row in told["returns"] if row not in late]})
    for day in (date(2026, 9, 30), AS_AT.as_at):
        asked(store, of_every_home(day))
    assert late and asked(store) != asked(three)
    upload(store, returns=late)
    assert asked(store) == asked(three)
    assert asked(store, of_every_home(date(2026, 9, 30))) == asked(three, of_every_home(date(2026, 9, 30)))


def test_withdrawn_and_restored(three):
    store = store_of(drawn(3))
    before = asked(store)
    later = upload(store, returns=[row for row in drawn(3, seed=8)["returns"] if row["home"] == "Home 000"][-4:])
    after = asked(store)
    withdraw(store, EVERY, later, "me")
    assert asked(store) == before == asked(three) != after
    restore(store, EVERY, later, "me")
    assert asked(store) == after


@pytest.fixture
def worked_out(monkeypatch) -> list:
    """How many homes were worked out each time."""
    seen, rows = [], monthly._rows
    monkeypatch.setattr(monthly, "_rows", lambda told, *more: seen.append(len(told[0].homes)) or rows(told, *more))
    return seen


@pytest.mark.parametrize("seed", some([3, 8], 1))
def test_of_many_homes_what_one_changes_is_worked_out_of_that_one_alone(seed, worked_out):
    told = drawn(120, seed)
    store = store_of(told)
    days = [of_every_home(date(2026, 9, 30)), AS_AT]
    assert [asked(store, day) for day in days] and worked_out == [120, 120]
    [month] = [row for row in told["returns"] if row["home"] == "Home 006" and row["month"] == date(2026, 9, 1)]
    corrected = upload(store, returns=[month | {"missing_episodes": month["missing_episodes"] + 1}])
    _as_from_nothing(store, days)
    assert worked_out[2:4] == [1, 1]
    withdraw(store, EVERY, corrected, "me")
    _as_from_nothing(store, days)
    restore(store, EVERY, corrected, "me")
    _as_from_nothing(store, days)
    later = [row | {"home": "Home 200"} for name in ("returns",) for row in told[name] if row["home"] == "Home 000"]
    upload(store, homes=[{"home": "Home 200", "opened": date(2015, 1, 1)}], returns=later)
    _as_from_nothing(store, days)


def _as_from_nothing(store: Store, days: list[Scope]) -> None:
    """What is asked now, of each day, is what is asked where nothing is kept."""
    now = [asked(store, day) for day in days]
    with store.writing(EVERY) as cursor:
        cursor.run("delete from qa_kept.stands")
    assert [asked(store, day) for day in days] == now


def test_as_known_before_a_later_upload(three):
    store = store_of(drawn(3))
    known = of_every_home(AS_AT.as_at, datetime(2089, 1, 1))
    month = [row | {"missing_episodes": 0} for row in drawn(3)["returns"] if row["month"] >= date(2026, 3, 1)]
    upload(store, datetime(2090, 1, 1), returns=month)
    assert asked(store) != asked(three)
    assert asked(store, known) == asked(three)


def test_months_before_a_rebase_are_no_evidence():
    store = store_of(drawn(3))
    stood = [each for each in concerns(store, AS_AT) if each["tier"] != "none"]
    rebase(store, EVERY, "Jo", "Home 000", "QS12", "PRO1", date(2026, 4, 1), "Two children moved in")
    left = [(each["home"], each["indicator"]) for each in concerns(store, AS_AT) if each["tier"] != "none"]
    stood = [(each["home"], each["indicator"]) for each in stood]
    assert set(stood) - set(left) == {("Home 000", "PRO1")}


def test_a_concern_is_new_once_then_stands_and_is_over_once():
    """2 missing episodes a month, 9 in a month from March to May 2026, seldom more than 1 since."""
    counts = [2] * 19 + [9] * 3 + [1, 2, 1, 2, 1]
    rows = [
        {"home": "Ash House", "month": month, "child_nights": 90, "missing_episodes": count}
        for month, count in zip(MONTHS, counts, strict=True)
    ]
    store, told = store_of({"homes": [{"home": "Ash House", "opened": date(2015, 1, 1)}], "returns": rows}), []
    for month in range(2, 10):
        found = concerns(store, of_every_home(date(2026, month + 1, 1)))
        told += [(each["new"], each["tier"], each["over"]) for each in found] or [None]
    assert told[0] is None and told[1] == (True, "flag", None) and told[2] == (False, "flag", None)
    over = [each for each in told if each and each[2]]
    assert len(over) == 1 and over[0][:2] == (False, "none")


def ash_house(counts: list[int]) -> Store:
    """One home with so many missing episodes in the last months to October 2026."""
    rows = [
        {"home": "Ash House", "month": month, "child_nights": 90, "missing_episodes": count}
        for month, count in zip(MONTHS[-len(counts) :], counts, strict=True)
    ]
    return store_of({"homes": [{"home": "Ash House", "opened": date(2015, 1, 1)}], "returns": rows})


def told_of(store: Store, day: date) -> dict:
    """What the command says of missing episodes."""
    return next(each for each in signals(store, of_every_home(day))["signals"] if each["indicator"] == "PRO1")


def test_a_watch_that_becomes_a_flag_keeps_the_month_in_which_it_was_raised():
    """The Flag is what is new, in the month of the Flag alone."""
    store = ash_house([2, 1, 2, 3, 2, 2] * 3 + [3, 4, 5, 4, 6, 5, 6, 7, 6])
    told = [told_of(store, date(2026, month + 1, 1)) for month in range(2, 10)] + [told_of(store, AS_AT.as_at)]
    tiers = [each["tier"] for each in told]
    watch, flag = tiers.index("watch"), tiers.index("flag")
    assert watch < flag < len(told) - 1
    assert {each["since"] for each in told[watch:]} == {told[watch]["month"]}
    assert [each["raised"] for each in told[watch:]] == [told[watch]["month"]] * (flag - watch) + [
        told[flag]["month"]
    ] * (len(told) - flag)
    assert [place for place, each in enumerate(told) if each["new"]] == [watch, flag]


def test_what_is_told_of_a_concern_is_told_until_the_month_in_which_it_is_over():
    """Then it is `over`, since the same month as while it stood; after that nothing of it is left."""
    store = ash_house([2] * 17 + [9] * 3 + [1, 2, 1, 2, 1, 2, 1])
    told = [told_of(store, date(2026, month + 1, 1)) for month in range(2, 10)] + [told_of(store, AS_AT.as_at)]
    [ended] = [place for place, each in enumerate(told) if each["over"]]
    assert told[ended - 1]["tier"] == "flag" and ended < len(told) - 1
    assert [told[ended][name] for name in ("since", "began")] == [told[ended - 1][name] for name in ("since", "began")]
    after = [each for each in told[ended + 1 :] if each["tier"] == "none"]
    for each in after:
        assert {each[name] for name in ("since", "raised", "began", "over", "known", "since_numerator")} == {None}
    assert after


def test_verdicts_make_up_a_home_as_a_whole_once(three):
    """As those of its visits: the indicator that counts the same verdicts is none of its indicators there."""
    [home, *_] = wholes(three, AS_AT)
    told = [(each["standard"], each["indicator"]) for each in home["made_of"]]
    assert ("QS12", "verdict") in told and not [each for each in told if each[1] == "STD1"]
    returned, _ = grids(three, AS_AT)
    own = returned.names[returned.names["home"] == home["home"]]["indicator"]
    assert home["of_indicators"] == (own != "STD1").sum() < len(own)


def test_the_evidence_of_a_home_as_a_whole_has_each_verdict_once(three):
    """By the plain loops: over its returns without the verdicts, over its visits, over both."""
    returned, seen = grids(three, AS_AT)
    returns, visits = (plainly.service(*arguments(grid)) for grid in (returned, seen))
    for series in visits:
        series.key += 100
    names = list(returned.names["indicator"])
    own = [series for series, indicator in zip(returns, names, strict=True) if indicator != "STD1"]
    month = returned.months - 1
    alone, with_visits, both = (plainly.as_whole(some, 0, month) for some in (own, visits, [*own, *visits]))
    [home] = [each for each in wholes(three, AS_AT) if each["home"] == "Home 000"]
    assert home["evidence"] == pytest.approx(np.log(np.mean(np.exp([alone, with_visits, both]))))


def arguments(grid: Grid) -> tuple[np.ndarray, ...]:
    """Its series as other programs hand them in."""
    known = [TESTED.get(indicator) for indicator in grid.names["indicator"]]
    verdicts = (grid.names["indicator"] == VERDICT).to_numpy()
    return (
        grid.events,
        grid.exposure,
        np.array([isinstance(each, Proportion) for each in known]) | verdicts,
        grid.home,
        grid.key,
        np.array([each is not None and each.is_stock for each in known]),
        np.array([-1 if each and each.better == HIGHER else 1 for each in known]),
    )


def arrays(store: Store) -> tuple[list, tuple[np.ndarray, ...]]:
    """The store's months as other programs hand them in, and the names of the series."""
    found, _ = grids(store, AS_AT)
    return list(found.names.itertuples(index=False, name=None)), arguments(found)


def test_the_stores_concerns_are_those_of_the_arrays(sample):
    names, told = arrays(sample)
    standing = {
        tier: {name for name, stands_now in zip(names, stands(*told, tier=tier)[:, -1], strict=True) if stands_now}
        for tier in ("watch", "flag")
    }
    seen: dict[str, set] = {"watch": set(), "flag": set()}
    for each in concerns(sample, AS_AT):
        if each["direction"] == "worse":
            seen[each["tier"]].add((each["home"], each["standard"], each["indicator"]))
    assert seen["flag"] == standing["flag"] and seen["watch"] == standing["watch"] - standing["flag"]
    assert seen["flag"] and seen["watch"]


def test_of_a_service_without_visits_the_homes_are_those_of_the_arrays():
    store = store_of(drawn(9) | {"visits": []})
    found, stand = homes_stand(*arrays(store)[1])
    assert found.tolist() == list(range(9)) and 0 < stand[:, -1].sum() < 9
    assert sorted(each["home"] for each in wholes(store, AS_AT) if each["stands"]) == [
        f"Home {home:03}" for home in np.flatnonzero(stand[:, -1])
    ]
