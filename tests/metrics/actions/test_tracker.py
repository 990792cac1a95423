"""Where an action stands, at the edges of each state."""

from datetime import date

import pytest

from metrics.actions.tracker import action_ages, action_counts, actions_by_home, tracked
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))
ACTION = {
    "home": "Ash House",
    "reference": "A1",
    "source": "Ofsted requirement",
    "source_date": date(2026, 9, 1),
    "raised": date(2026, 9, 1),
    "standards": ["QS12"],
    "action": "Do it",
    "status": "Open",
    "owner": "S. Reid",
    "due": date(2026, 12, 1),
}


def store_of(*changes: dict):
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": "Ash House", "opened": date(2020, 1, 1)}],
        actions=[ACTION | {"reference": f"A{place}"} | each for place, each in enumerate(changes, 1)],
    )
    return store


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, "dated"),
        ({"due": date(2026, 11, 14)}, "soon"),
        ({"due": date(2026, 11, 15)}, "dated"),
        ({"due": date(2026, 10, 31)}, "soon"),
        ({"due": date(2026, 10, 30)}, "overdue"),
        ({"due": None}, "undated"),
        ({"decision": "To be decided", "due": date(2026, 1, 1)}, "undecided"),
        ({"decision": "Not accepted"}, "refused"),
        ({"completed": date(2026, 10, 31), "status": "Completed"}, "completed"),
        ({"completed": date(2026, 11, 1), "status": "Completed"}, "dated"),
        ({"completed": date(2025, 10, 31), "raised": date(2025, 1, 1), "status": "Completed"}, None),
        ({"status": "Cancelled"}, None),
        ({"raised": date(2026, 11, 1)}, None),
    ],
)
def test_where_an_action_stands(change, state):
    store = store_of(change)
    assert [row["state"] for row in tracked(store, AS_AT)] == (
        [state] if state not in (None, "completed", "refused") else []
    )
    assert [row["state"] for row in tracked(store, AS_AT, state=state)] == ([state] if state else [])
    assert [row["state"] for row in action_counts(store, AS_AT)] == ([state] if state else [])


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Ofsted requirement", "requirement"),
        ("Ofsted recommendation", "recommendation"),
        ("Regulation 44 recommendation", "recommendation"),
        ("Management check", "other"),
    ],
)
def test_requirements_recommendations_and_others_are_kept_apart(source, kind):
    assert [row["kind"] for row in tracked(store_of({"source": source}), AS_AT)] == [kind]


@pytest.mark.parametrize(
    ("verified_by", "verified"),
    [(None, False), ("", False), ("s. reid ", False), ("Reid, Sam", False), ("SR", False), ("K. Ahmed", True)],
)
def test_only_another_person_verifies(verified_by, verified):
    done = {"completed": date(2026, 10, 1), "status": "Completed", "verified_by": verified_by, "evidence": " "}
    (row,) = tracked(store_of(done), AS_AT, state="completed")
    assert (row["verified"], row["evidenced"]) == (verified, False)


def test_the_longest_overdue_come_first_and_say_by_how_much():
    rows = tracked(store_of({"due": date(2026, 10, 30)}, {"due": date(2026, 9, 30)}, {}), AS_AT)
    assert [(row["reference"], row["days_overdue"]) for row in rows] == [("A2", 31), ("A1", 1), ("A3", None)]
    assert rows[0]["source"]["file"] == "Drawn.xlsx" and rows[0]["source"]["row"] == 3


def test_chosen_by_standard_state_and_owner():
    store = store_of({"standards": ["QS06", "QS12"]}, {"standards": ["QS13"], "owner": None})
    assert [row["reference"] for row in tracked(store, AS_AT, standard="QS12")] == ["A1"]
    assert [row["reference"] for row in tracked(store, AS_AT, state="unowned")] == ["A2"]
    assert [
        (row["standard"], row["open"], row["overdue"])
        for row in sorted(actions_by_home(store, AS_AT), key=lambda row: row["standard"])
    ] == [("QS06", 1, 0), ("QS12", 1, 0), ("QS13", 1, 0)]


@pytest.mark.parametrize(
    ("raised", "age"),
    [
        (date(2026, 10, 2), "under 30 days"),
        (date(2026, 10, 1), "30 to 89 days"),
        (date(2026, 5, 4), "180 days or more"),
    ],
)
def test_how_long_open(raised, age):
    assert [(row["age"], row["actions"]) for row in action_ages(store_of({"raised": raised}), AS_AT)] == [(age, 1)]
