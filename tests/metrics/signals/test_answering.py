"""What a person says of a concern holds from then on, for exactly the months it is about, and can be taken back."""

from datetime import date, timedelta

import pytest

from metrics.signals import signals
from metrics.signals.answering import ACTING, EXPLAINED, NEW_USUAL, OPEN, NotAnswered, answer, answers
from metrics.signals.as_whole import wholes
from metrics.signals.charts import charts
from metrics.signals.concerns import concerns
from metrics.signals.rebasing import rebases
from qa_data.scope import OutOfScope, Scope, of_every_home
from qa_data.store import MEMORY, Store, open_store
from qa_data.uploads import last_change
from tests.filling import upload

SERIES = ("Ash House", "QS12", "PRO1")

EVERY = of_every_home(date(2026, 10, 31))

USUAL, SINCE_MAY = [2, 1, 2, 3, 2, 2] * 4, [7, 8, 6, 7, 8, 7]

WHY = "The police asked us to report each"


def months(counts: list[int | None]) -> list[date]:
    """The first days of so many months, the last of them October 2026."""
    return [date((24321 - back) // 12, (24321 - back) % 12 + 1, 1) for back in reversed(range(len(counts)))]


def store_of(counts: list[int | None], *others: list[int | None]) -> Store:
    """Ash House with missing episodes, and with the same of other homes."""
    store = open_store(MEMORY)
    homes = ("Ash House", "Oak House", "Elm Base")[: 1 + len(others)]
    upload(
        store,
        homes=[{"home": home, "opened": date(2015, 1, 1)} for home in homes],
        returns=[
            {"home": home, "month": month, "child_nights": 90, "missing_episodes": count}
            for home, told in zip(homes, (counts, *others), strict=True)
            for month, count in zip(months(told), told, strict=True)
        ],
    )
    return store


@pytest.fixture
def store() -> Store:
    """Missing episodes that went up in May 2026 and stayed up."""
    return store_of(USUAL + SINCE_MAY, USUAL + USUAL[:6])


def raised(store: Store) -> dict:
    """The concern that stands."""
    [found] = concerns(store, EVERY)
    return found


def say(store: Store, said: str, reason: str = WHY, by: str = "K. Ahmed", **more) -> None:
    """Answers the concern of Ash House that stands as at October 2026 as a Flag."""
    answer(store, of_every_home(), by, *SERIES, more.pop("since", date(2026, 5, 1)), said, reason, **more)


def explain(store: Store, until: date | None = None) -> None:
    say(store, EXPLAINED, began=date(2026, 5, 1), until=until)


def each_month(store: Store, scope: Scope = EVERY) -> list[list[dict]]:
    """What stood as at the end of each month from January to October 2026."""
    return [concerns(store, scope.at(date(2026, month, 1) - timedelta(days=1))) for month in range(2, 12)]


def test_the_concern_that_is_answered_here_stands(store):
    told = raised(store)
    assert (told["tier"], told["since"], told["began"], told["acting"]) == (
        "flag",
        date(2026, 5, 1),
        date(2026, 5, 1),
        None,
    )


def test_who_acts_on_it_is_told_with_it_and_it_stays(store):
    before = raised(store)
    say(store, ACTING)
    acting = raised(store).pop("acting")
    assert (acting["by"], acting["reason"]) == ("K. Ahmed", WHY)
    assert raised(store) == before | {"acting": acting}
    say(store, OPEN)
    assert raised(store) == before


def test_a_watch_that_is_acted_on_is_still_when_it_becomes_a_flag():
    store = store_of(USUAL + [3, 4, 5, 4, 6, 5], USUAL + USUAL[:6])
    first = next(each for told in each_month(store) for each in told)
    assert first["tier"] == "watch" and raised(store)["raised"] > first["raised"] == raised(store)["since"]
    say(store, ACTING, since=first["since"])
    assert raised(store)["tier"] == "flag" and raised(store)["acting"]["by"] == "K. Ahmed"
    assert [each["since"] for each in answers(store, EVERY)] == [first["since"]]


def test_it_is_acted_on_until_it_clears():
    store = store_of(USUAL + [7, 8, 0, 0, 0, 1], USUAL + USUAL[:6])
    say(store, ACTING)
    june, october = (answers(store, EVERY.at(day)) for day in (date(2026, 6, 30), EVERY.as_at))
    assert [each["answer"] for each in june] == [ACTING] and october == []


@pytest.mark.parametrize("after", [[7, 8, 7], [2, 2, 1]], ids=["up again", "as it was"])
def test_explained_months_count_nowhere(after):
    """Where they had never been known a change would be told from the same month on, beside the same months before."""
    store = store_of(USUAL + SINCE_MAY[:3] + after, USUAL + USUAL[:6])
    without = store_of(USUAL + [None] * 3 + after, USUAL + USUAL[:6])
    explain(store, until=date(2026, 7, 1))
    told, never = (
        [[(each["began"], each["before_numerator"]) for each in month] for month in each_month(some)[6:]]
        for some in (store, without)
    )
    assert told == never and bool(concerns(store, EVERY)) == (after[0] == 7)


def test_no_change_is_taken_to_have_begun_before_what_is_explained():
    """A rise from April on, of which May to July is explained: of the evidence in August nothing is of April's."""
    store = store_of([*USUAL[:-1], 9, *SINCE_MAY[:3], 2, 2, 2], USUAL + USUAL[:6])
    explain(store, until=date(2026, 7, 1))
    august = only(store, SERIES, EVERY.at(date(2026, 8, 31)))
    without = store_of([*USUAL[:-1], 9, None, None, None, 2, 2, 2], USUAL + USUAL[:6])
    never = only(without, SERIES, EVERY.at(date(2026, 8, 31)))
    assert august["evidence"] < 0 < never["evidence"]


def test_what_is_explained_is_the_same_whether_months_are_asked_in_order_or_alone():
    counts = [*USUAL[:-1], 9, 7, 8, 6, 7, 8, 7]
    in_order, alone = (store_of(counts, USUAL + USUAL[:6]) for _ in range(2))
    for store in (in_order, alone):
        explain(store, until=date(2026, 7, 1))
    each_month(in_order)
    assert only(alone, SERIES) == only(in_order, SERIES) and raised(alone) == raised(in_order)


def test_after_what_is_explained_evidence_begins_anew():
    store = store_of(USUAL + [7, 8, 7, 6, 9, 8], USUAL + USUAL[:6])
    explain(store, until=date(2026, 7, 1))
    told = raised(store)
    assert (told["began"], told["since"] >= date(2026, 8, 1)) == (date(2026, 8, 1), True)
    assert (told["since_numerator"], told["before_numerator"]) == (23, sum(USUAL))


def test_days_before_its_last_month_and_what_was_known_before_are_as_they_were(store):
    before, known = each_month(store), last_change(store, EVERY)
    explain(store)
    after = each_month(store)
    assert after[:9] == before[:9] and after[9] == [] != before[9]
    assert each_month(store, of_every_home(EVERY.as_at, known)) == before


def test_what_is_taken_back_leaves_all_as_it_was(store):
    before = each_month(store)
    explain(store)
    [held] = answers(store, EVERY)
    say(store, OPEN, since=held["since"])
    assert each_month(store) == before and answers(store, EVERY) == []


def test_an_explained_one_is_found_though_nothing_shows(store):
    explain(store)
    [held] = answers(store, EVERY, "Ash House")
    assert (held["home"], held["standard"], held["indicator"]) == SERIES
    assert (held["answer"], held["reason"], held["made_by"]) == (EXPLAINED, WHY, "K. Ahmed")
    assert (held["since"], held["began"], held["until"]) == (date(2026, 5, 1), date(2026, 5, 1), date(2026, 10, 1))
    assert answers(store, EVERY, "Oak House") == answers(store, EVERY.at(date(2026, 4, 30))) == []


def test_what_is_explained_ends_with_the_last_month_that_is_known():
    store = store_of(USUAL + SINCE_MAY[:5] + [None], USUAL + USUAL[:6])
    explain(store)
    assert answers(store, EVERY)[0]["until"] == date(2026, 9, 1)


def test_the_new_usual_is_a_rebase_from_the_month_in_which_it_began(store):
    say(store, NEW_USUAL, began=date(2026, 5, 1))
    assert [each["month"] for each in rebases(store, EVERY, *SERIES)] == [date(2026, 5, 1)]
    assert [(each["answer"], each["began"], each["since"]) for each in answers(store, EVERY)] == [
        (NEW_USUAL, date(2026, 5, 1), None)
    ]
    assert concerns(store, EVERY) == []


def test_one_homes_answers_are_told_to_nobody_else(store):
    explain(store)
    oak = Scope(EVERY.as_at, None, frozenset({"Oak House"}))
    assert answers(store, oak) == [] and len(answers(store, EVERY)) == 1
    with pytest.raises(OutOfScope):
        answer(store, oak, "Jo", *SERIES, date(2026, 5, 1), EXPLAINED, WHY, date(2026, 5, 1))


def test_a_childs_name_in_a_reason_is_masked(store):
    say(store, ACTING, "Jayden Smith moved out")
    assert raised(store)["acting"]["reason"] == "[name] moved out"


@pytest.mark.parametrize(
    ("said", "more", "why"),
    [
        (ACTING, {"by": " "}, "needs your name and a reason, for example: agency staff until two posts are filled."),
        (EXPLAINED, {"reason": ""}, "needs your name and a reason"),
        (OPEN, {"reason": ""}, "^To take an answer back needs your name and a reason"),
        (NEW_USUAL, {"reason": ""}, "needs your name and a reason"),
        ("ignored", {}, "Choose what to say of the concern"),
        (EXPLAINED, {"began": date(2026, 5, 1), "until": date(2999, 1, 1)}, "Only months that are over can be"),
        (EXPLAINED, {"began": date(2026, 6, 1)}, "have to hold May 2026, in which the concern was raised"),
        (EXPLAINED, {"began": date(2026, 3, 1), "until": date(2026, 4, 1)}, "have to hold May 2026"),
        (EXPLAINED, {}, "have to hold May 2026"),
    ],
)
def test_what_cannot_be_said_is_refused_in_a_sentence(store, said, more, why):
    before = last_change(store, EVERY)
    with pytest.raises(NotAnswered, match=why):
        say(store, said, **more)
    assert last_change(store, EVERY) == before


WORSE = {
    "missing_episodes": (1, 4),
    "restraints": (1, 4),
    "police_called": (1, 3),
    "bullying_incidents": (1, 3),
}


@pytest.fixture
def sliding() -> Store:
    """A home that gets worse in many things at once since May 2026."""
    store = open_store(MEMORY)
    returns = [
        {"home": "Ash House", "month": month, "child_nights": 90}
        | {name: each[month >= date(2026, 5, 1)] + place % 2 for name, each in WORSE.items()}
        for place, month in enumerate(months([0] * 30))
    ]
    upload(store, homes=[{"home": "Ash House", "opened": date(2015, 1, 1)}], returns=returns)
    return store


def test_a_home_as_a_whole_can_be_acted_on_and_nothing_else(sliding):
    [home] = wholes(sliding, EVERY)
    whole = ("Ash House", "", "", date.fromisoformat(f"{home['since']}-01"))
    answer(sliding, EVERY, "Jo", *whole, ACTING, "A new manager begins in November")
    assert wholes(sliding, EVERY)[0]["acting"]["by"] == "Jo"
    assert [(each["indicator"], each["answer"]) for each in answers(sliding, EVERY)] == [("", ACTING)]
    for said in (EXPLAINED, NEW_USUAL):
        with pytest.raises(NotAnswered, match="^A home as a whole can be acted on. "):
            answer(sliding, EVERY, "Jo", *whole, said, WHY, whole[-1])
    answer(sliding, EVERY, "Jo", *whole, OPEN, "Not yet agreed")
    assert wholes(sliding, EVERY)[0]["acting"] is None and answers(sliding, EVERY) == []


def test_a_chart_has_no_limits_of_what_is_explained():
    store = store_of(USUAL + SINCE_MAY, USUAL + USUAL[:6])
    explain(store)
    [chart] = charts(store, EVERY, (SERIES,))
    rate = 30 * sum(USUAL[-18:]) / (90 * 18)
    assert {round(point["centre"], 6) for point in chart["points"]} == {round(rate, 6)}
    assert len(chart["points"]) == 24 and chart["tier"] == "none"
    assert "explained" in chart["words"] and only(store, SERIES)["centre"] == pytest.approx(rate)


def only(store: Store, series: tuple[str, str, str], scope: Scope = EVERY) -> dict:
    """The latest signal of that series."""
    told = signals(store, scope)["signals"]
    return next(each for each in told if (each["home"], each["standard"], each["indicator"]) == series)
