"""What is kept is made anew for the homes that a change touched, and for no others."""

from dataclasses import replace
from datetime import date
from threading import Barrier, Thread
from time import sleep

import pytest
from pandas import DataFrame

from metrics.kept.kinds import Kept, Query
from metrics.kept.laying import answered, lay
from qa_data.recorded import record
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from qa_data.uploads import last_change
from tests.filling import upload

HOMES = [{"home": "Ash House", "opened": date(2020, 1, 1)}, {"home": "Oak House", "opened": date(2020, 1, 1)}]


@pytest.fixture
def store():
    store = open_store(MEMORY)
    upload(store, homes=HOMES)
    return store


@pytest.fixture
def made():
    """The homes asked of at each making; None is all of them."""
    return []


@pytest.fixture
def kind(made):
    def homes(store, scope, variant):
        made.append(scope.named)
        return Query("select home, $said as said from homes", {"said": variant})

    return Kept("told_homes", {"home": "varchar", "said": "varchar"}, homes)


def keep(store, kind, variant, scope=None):
    with store.reading(scope or of_every_home()) as cursor:
        lay(store, cursor, kind, variant)
        return cursor.rows(f"from {kind.name} order by all")


def rows(store):
    return [
        tuple(row.values())
        for row in store.rows(of_every_home(), "select variant, home from qa_kept.told_homes order by all")
    ]


def test_made_once_until_something_changes(store, kind, made):
    keep(store, kind, "a")
    keep(store, kind, "a")
    assert made == [None] and rows(store) == [("a", "Ash House"), ("a", "Oak House")]


def test_many_who_ask_at_once_have_it_made_once(store, kind, made):
    begun = Barrier(6)

    def slow(*asked):
        sleep(0.05)  # long enough for each of the others to come to the same question
        return kind.made(*asked)

    def ask():
        begun.wait()
        keep(store, replace(kind, made=slow), "a")

    asking = [Thread(target=ask) for _ in range(6)]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    assert made == [None]


def test_an_upload_makes_its_homes_anew(store, kind, made):
    keep(store, kind, "a")
    upload(store, homes=HOMES[:1])
    keep(store, kind, "a")
    assert made == [None, ["Ash House"]] and rows(store) == [("a", "Ash House"), ("a", "Oak House")]


def test_a_decision_makes_its_home_anew(store, kind, made):
    keep(store, kind, "a")
    record(
        store,
        of_every_home(),
        "rebases",
        "Jo",
        home="Oak House",
        indicator="PRO1",
        standard="QS12",
        month=date(2026, 1, 1),
        reason="Two children moved",
        holds=True,
    )
    keep(store, kind, "a")
    assert made == [None, ["Oak House"]] and len(rows(store)) == 2


def test_variants_stand_beside_each_other(store, kind):
    keep(store, kind, "a")
    keep(store, kind, "b")
    assert [variant for variant, _ in rows(store)] == ["a", "a", "b", "b"]


def test_another_edition_of_the_program_clears_every_variant(store, kind):
    keep(store, kind, "a")
    with store.writing(of_every_home()) as cursor:
        cursor.run("update qa_kept.stands set program = 'another'")
    frame = Kept("told_homes", {"home": "varchar"}, lambda *_: DataFrame({"home": ["Elm Base"]}))
    keep(store, frame, "b")
    assert rows(store) == [("b", "Elm Base")]


def test_what_was_known_earlier_and_days_to_come_are_not_kept(store, kind, made):
    before = last_change(store, of_every_home())
    upload(store, homes=[{"home": "Elm Base", "opened": date(2020, 1, 1)}])
    assert len(keep(store, kind, "a", of_every_home(known_at=before))) == 2
    assert len(keep(store, kind, "a", of_every_home(date(date.today().year + 1, 1, 1)))) == 3
    assert store.rows(of_every_home(), "from duckdb_schemas() where schema_name = 'qa_kept'") == []


def test_what_a_change_touches_that_is_about_no_home_is_made_anew_for_all(store, kind, made):
    keep(store, kind, "a")
    record(store, of_every_home(), "settings", "Jo", setting="LAM1.target", value=90.0, reason="Agreed")
    keep(store, kind, "a")
    assert made == [None, None]


def test_a_question_sees_one_moment_and_what_is_kept_is_of_that_moment(store, kind):
    def counted_twice(store, scope):
        first = keep(store, kind, "a")
        if len(first) == 2:
            upload(store, homes=[{"home": "Elm Base", "opened": date(2020, 1, 1)}])
        return len(first), len(keep(store, kind, "a")), len(store.rows(scope, "from homes"))

    assert answered(counted_twice, store, of_every_home()) == (2, 2, 2)
    assert answered(counted_twice, store, of_every_home()) == (3, 3, 3)


def test_where_others_write_all_the_time_they_wait_until_the_question_is_answered(store, kind):
    made, writing = [], []

    def written_to(held, scope, variant):
        made.append(variant)
        writing.append(Thread(target=upload, args=(store,), kwargs={"homes": HOMES[:1]}))
        writing[-1].start()
        writing[-1].join(0.5)  # whoever has to wait does so longer
        return kind.made(held, scope, variant)

    def counted(store, scope):
        return [len(keep(store, replace(kind, made=written_to), variant)) for variant in "abc"]

    assert answered(counted, store, of_every_home()) == [2, 2, 2]
    assert made == ["a", "a", "b", "c"]
    for each in writing:
        each.join()
    assert len(store.rows(of_every_home(), "from main.uploads")) == 1 + len(made)
