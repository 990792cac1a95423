"""Which recommendations come back, what people say of them, and rule A5."""

from datetime import date, datetime
from random import Random

import pytest

from metrics.actions.repeats import decide, repeats
from metrics.actions.similarity import ALIKE, similarity
from metrics.rag.status import cells, status
from qa_data.scope import Scope, of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))
DRILLS = ("Record all fire drills.", "Make sure that all fire drills are recorded.")


def asked(reference: str, raised: date, action: str = DRILLS[0], **changes) -> dict:
    return {
        "home": "Ash House",
        "reference": reference,
        "source": "Regulation 44 recommendation",
        "source_date": raised,
        "raised": raised,
        "standards": ["QS12"],
        "action": action,
        "status": "Open",
        "due": date(2027, 6, 1),
    } | changes


def store_of(*actions: dict):
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": home, "opened": date(2015, 1, 1)} for home in ("Ash House", "Oak House")],
        actions=list(actions),
    )
    return store


def found(store, scope=AS_AT) -> list[tuple]:
    return [(each["first"]["reference"], each["later"]["reference"]) for each in repeats(store, scope)]


def has_come_back(store, scope=AS_AT) -> set[str]:
    """The standards at which A5 fires."""
    return {
        cell["standard"]
        for cell in status(store, scope)["cells"]
        if any(reason["rule"] == "A5" for reason in cell["reasons"])
    }


def twice(first: date, later: date, **changes):
    return store_of(asked("A1", first), asked("A2", later, DRILLS[1], **changes))


def test_the_same_at_one_home_comes_back():
    (pair,) = repeats(twice(date(2026, 2, 1), date(2026, 9, 1)), AS_AT)
    assert (pair["home"], pair["decision"], pair["standards"]) == ("Ash House", "suggested", ["QS12"])
    assert [pair[which]["action"] for which in ("first", "later")] == list(DRILLS)
    assert [pair[which]["source"]["row"] for which in ("first", "later")] == [2, 3]


@pytest.mark.parametrize(
    ("first", "later", "fires"),
    [
        (date(2025, 11, 1), date(2026, 10, 31), True),
        (date(2025, 10, 31), date(2026, 9, 1), False),
        (date(2026, 2, 1), date(2026, 11, 1), False),
        (date(2026, 2, 1), date(2026, 2, 1), False),
    ],
)
def test_both_were_made_in_twelve_months(first, later, fires):
    assert has_come_back(twice(first, later)) == ({"QS12"} if fires else set())


def test_those_a_year_apart_are_no_pair():
    assert found(twice(date(2025, 9, 1), date(2026, 9, 1))) == []
    assert found(twice(date(2025, 9, 2), date(2026, 9, 1))) == [("A1", "A2")]


@pytest.mark.parametrize(
    "change",
    [
        {"home": "Oak House"},
        {"status": "Cancelled"},
        {"source": "Management check"},
        {"action": "Mend the garden gate."},
    ],
)
def test_another_home_another_matter_or_no_recommendation_is_no_repeat(change):
    assert found(store_of(asked("A1", date(2026, 2, 1)), asked("A2", date(2026, 9, 1), **change))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"source": "Ofsted requirement"},
        {"source": "Ofsted recommendation"},
        {"decision": "Not accepted"},
        {"status": "Completed", "completed": date(2026, 9, 20)},
    ],
)
def test_asked_again_by_ofsted_refused_or_done_it_still_has_come_back(change):
    assert has_come_back(twice(date(2026, 2, 1), date(2026, 9, 1), **change)) == {"QS12"}


def test_it_is_amber_under_each_standard_of_the_later_one():
    store = twice(date(2026, 2, 1), date(2026, 9, 1), standards=["QS06", "QS13"])
    assert has_come_back(store) == {"QS06", "QS13"}
    assert {cell["standard"]: cell["rag"] for cell in cells(store, AS_AT) if cell["home"] == "Ash House"}[
        "QS06"
    ] == "amber"


def test_the_reason_has_both_dates_the_words_and_both_rows():
    (reason,) = [
        reason
        for cell in status(twice(date(2026, 2, 1), date(2026, 9, 1)), AS_AT)["cells"]
        for reason in cell["reasons"]
        if reason["rule"] == "A5"
    ]
    assert reason["text"] == f"The same was asked for on 1 Feb 2026 and again on 1 Sep 2026: “{DRILLS[1]}”"
    assert [source["row"] for source in reason["sources"]] == [2, 3]


def test_each_later_one_goes_with_the_likest_before_it():
    store = store_of(
        asked("A1", date(2026, 1, 1)),
        asked("A2", date(2026, 3, 1)),
        asked("A3", date(2026, 6, 1), DRILLS[1]),
        asked("B1", date(2026, 5, 1), "Mend the gate."),
    )
    assert found(store) == [("A2", "A3"), ("A1", "A2")]


def test_a_person_decides_and_the_decision_is_kept():
    store = twice(date(2026, 2, 1), date(2026, 9, 1))
    decide(store, of_every_home(), "K. Ahmed", "Ash House", "A1", "A2", "dismissed", "The first was about day drills.")
    assert [(each["decision"], each["made_by"]) for each in repeats(store, AS_AT)] == [("dismissed", "K. Ahmed")]
    assert has_come_back(store) == set()
    decide(store, of_every_home(), "K. Ahmed", "Ash House", "A1", "A2", "confirmed", "It is the same after all.")
    assert has_come_back(store) == {"QS12"}
    assert [
        row["decision"]
        for row in store.rows(of_every_home(), "select decision from main.repeat_decisions order by moment")
    ] == ["dismissed", "confirmed"]


@pytest.mark.parametrize(("by", "reason"), [("", "Why"), ("K. Ahmed", " ")])
def test_a_decision_needs_a_name_and_a_reason(by, reason):
    with pytest.raises(ValueError, match="name and a reason"):
        decide(open_store(MEMORY), of_every_home(), by, "Ash House", "A1", "A2", "dismissed", reason)


def test_what_was_known_before_the_second_was_uploaded():
    store = store_of(asked("A1", date(2026, 2, 1)))
    upload(store, datetime(2090, 1, 1), actions=[asked("A2", date(2026, 9, 1), DRILLS[1])])
    assert (found(store), found(store, of_every_home(AS_AT.as_at, datetime(2089, 1, 1)))) == ([("A1", "A2")], [])


def test_one_home_is_asked_of():
    store = twice(date(2026, 2, 1), date(2026, 9, 1))
    assert found(store, Scope(AS_AT.as_at, None, frozenset({"Oak House"}))) == []


def test_as_comparing_every_pair_has_it():
    rng, store = Random(1), open_store(MEMORY)
    texts = [
        *DRILLS,
        "Fire drills must be recorded.",
        "Supervise staff every six weeks.",
        "Supervision of staff is to be held every six weeks.",
        "Mend the gate.",
        "Paint the hall.",
    ]
    actions = [
        asked(
            f"A{number}",
            date(2026, 1 + rng.randrange(9), 1 + rng.randrange(28)),
            rng.choice(texts),
            home=rng.choice(("Ash House", "Oak House")),
        )
        for number in range(60)
    ]
    upload(
        store,
        homes=[{"home": home, "opened": date(2015, 1, 1)} for home in ("Ash House", "Oak House")],
        actions=actions,
    )
    expected = {
        later["reference"]
        for later in actions
        for first in actions
        if first["home"] == later["home"]
        and first["raised"] < later["raised"]
        and similarity(first["action"], later["action"]) >= ALIKE
    }
    assert {later for _, later in found(store)} == expected


def test_the_samples_story(sample):
    told = {(each["home"], each["later"]["reference"]) for each in repeats(sample, AS_AT)}
    assert told == {("Damson Cottage", reference) for reference in ("DC-033", "DC-038", "DC-041", "DC-047")} | {
        ("Cedar View", reference) for reference in ("CV-043", "CV-047", "CV-052", "CV-053")
    } | {("Elm Base", "EB-010")}
    drills = next(each for each in repeats(sample, AS_AT) if each["later"]["reference"] == "DC-047")
    assert "door alarm log" in drills["first"]["action"] and "door alarm log" in drills["later"]["action"]
