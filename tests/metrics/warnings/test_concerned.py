"""The concerns among the early warnings: what is new, what stands, what somebody acts on, what is over."""

from datetime import date

import pytest

from metrics.warnings.concerned import FLAG, WATCH, WHOLE
from metrics.warnings.warnings import warnings
from qa_data.recorded import record
from qa_data.scope import of_every_home
from tests.metrics.warnings.test_warnings import AS_AT, store_of

LEVEL = [2, 3, 2, 1, 2, 3] * 4

HOMES = {
    "Flagged": [*LEVEL, 9, 8, 9, 9],
    "Newly flagged": [*LEVEL, 2, 2, 2, 12],
    "Watched": [*LEVEL, 2, 2, 2, 6],
    "Over": [*LEVEL, 9, 9, 9, 1],
    "Quiet": [*LEVEL, 2, 2, 2, 2],
    "Better": [*([9, 8, 9] * 8), 1, 1, 0, 1],
}
"""Missing episodes a month, the last in October 2026."""


def returned(home: str, counts: list[int]) -> list[dict]:
    months = [date(2024 + place // 12, place % 12 + 1, 1) for place in range(34 - len(counts), 34)]
    return [
        {"home": home, "month": month, "child_nights": 90, "missing_episodes": count}
        for month, count in zip(months, counts, strict=True)
    ]


@pytest.fixture
def store():
    return store_of(*HOMES, returns=[each for home, counts in HOMES.items() for each in returned(home, counts)])


def told(store, name: str) -> dict[str, list[tuple]]:
    """That of every Flag and Watch, by home."""
    return {
        each["home"]: [(reason["kind"], reason[name]) for reason in each["reasons"] if reason["kind"] in (FLAG, WATCH)]
        for each in warnings(store, AS_AT)
    }


def test_each_says_since_when_it_stands_and_whether_it_is_new(store):
    assert told(store, "since") == {
        "Flagged": [("flag", date(2026, 7, 1))],
        "Newly flagged": [("flag", date(2026, 10, 1))],
        "Watched": [("watch", date(2026, 10, 1))],
        "Over": [],
        "Quiet": [],
        "Better": [],
    }
    new = told(store, "new")
    assert new["Flagged"] == [("flag", False)] and new["Watched"] == [("watch", True)]


def test_a_home_that_gets_worse_as_a_whole_ranks_before_flags_these_before_watches_and_these_before_none(store):
    found = warnings(store, AS_AT)
    have = [[kind in [reason["kind"] for reason in each["reasons"]] for kind in (WHOLE, FLAG, WATCH)] for each in found]
    assert have == sorted(have, reverse=True) and [True, True, False] in have and [False, False, True] in have


def test_what_ended_is_told_for_that_month_alone(store):
    ended = {each["home"]: each["over"] for each in warnings(store, AS_AT) if each["over"]}
    text = "Missing episodes: over since Oct 2026."
    assert ended == {"Over": [{"text": text, "standard": "QS12", "since": date(2026, 10, 1)}]}
    later = warnings(store, of_every_home(date(2026, 11, 30)))
    assert [each["over"] for each in later if each["over"]] == []


def test_a_watch_says_that_it_is_no_action_yet_and_a_flag_does_not(store):
    texts = {
        reason["kind"]: reason["text"]
        for each in warnings(store, AS_AT)
        for reason in each["reasons"]
        if reason["kind"] in (FLAG, WATCH)
    }
    advice = " Worth a question, not yet an action."
    assert texts["watch"].endswith(advice) and not texts["flag"].endswith(advice)


def test_who_acts_on_it_is_told_and_it_stands_last(store):
    concern = {"home": "Flagged", "standard": "QS12", "indicator": "PRO1", "since": date(2026, 7, 1)}
    record(store, of_every_home(), "concern_answers", "K. Ahmed", **concern, answer="acting", reason="A new rota")
    [flagged] = [each for each in warnings(store, AS_AT) if each["home"] == "Flagged"]
    acting = flagged["reasons"][-1]["acting"]
    assert acting is not None and (acting["by"], acting["reason"]) == ("K. Ahmed", "A new rota")
