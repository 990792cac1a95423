"""Decisions are added, never overwritten, and each is known from its moment on."""

from dataclasses import replace

import pytest

from qa_data.headings import NoSuchHeading, map_heading
from qa_data.recorded import record
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from qa_data.uploads import last_change

EVERY = of_every_home()

PAIR = {"home": "Ash House", "first_reference": "A1", "later_reference": "A2"}


@pytest.fixture
def store():
    return open_store(MEMORY)


def decided(store, scope=EVERY):
    return [
        (row["home"], row["decision"], row["made_by"])
        for row in store.rows(scope, "from repeat_decisions order by home")
    ]


def test_a_later_decision_holds_and_the_earlier_one_stays_known(store):
    first = record(
        store, of_every_home(), "repeat_decisions", "Jo", **PAIR, decision="confirmed", reason="The same words"
    )
    record(store, of_every_home(), "repeat_decisions", "Sam", **PAIR, decision="dismissed", reason="Another alarm")
    assert decided(store) == [("Ash House", "dismissed", "Sam")]
    assert decided(store, of_every_home(known_at=first)) == [("Ash House", "confirmed", "Jo")]
    assert len(store.rows(of_every_home(), "from main.repeat_decisions")) == 2


def test_only_the_homes_that_may_be_seen(store):
    record(store, of_every_home(), "repeat_decisions", "Jo", **PAIR, decision="confirmed")
    record(store, of_every_home(), "repeat_decisions", "Jo", **PAIR | {"home": "Birch House"}, decision="confirmed")
    assert decided(store, replace(of_every_home(), homes=frozenset({"Birch House"}))) == [
        ("Birch House", "confirmed", "Jo")
    ]


def test_a_decision_is_a_change_of_the_store(store):
    assert last_change(store, of_every_home()) is None
    moment = record(
        store,
        of_every_home(),
        "lessons",
        "Jo",
        lesson="1",
        home="Ash House",
        about="theme",
        of="medication",
        text="Count twice",
        standards=["QS10"],
    )
    assert last_change(store, of_every_home()) == moment


def test_a_column_that_it_does_not_have(store):
    with pytest.raises(KeyError, match="colour"):
        record(store, of_every_home(), "repeat_decisions", "Jo", **PAIR, colour="red")


def test_a_childs_name_is_masked_in_what_a_person_writes(store):
    record(
        store,
        of_every_home(),
        "repeat_decisions",
        "Jo",
        **PAIR,
        decision="confirmed",
        reason="Jayden Smith said the same twice",
    )
    assert store.rows(of_every_home(), "select reason from repeat_decisions") == [
        {"reason": "[name] said the same twice"}
    ]


def test_a_childs_name_is_kept_in_no_decision(store):
    record(
        store,
        EVERY,
        "repeat_decisions",
        "Jo for Jayden Smith",
        **PAIR,
        decision="confirmed",
        reason="JS told me, and so did Kacper",
    )
    [row] = store.rows(EVERY, "from main.repeat_decisions")
    assert (row["made_by"], row["reason"]) == ("Jo for [name]", "[initials] told me, and so did [name]")


def test_a_heading_with_a_name_in_it_is_not_kept(store):
    with pytest.raises(NoSuchHeading, match="has a person's name in it"):
        map_heading(store, EVERY, "Jo", "Jayden Smith", "Owner")
