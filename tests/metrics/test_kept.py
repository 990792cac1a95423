"""What is kept is made anew for the homes that a change touched, and for no others."""

from datetime import date

import pytest
from pandas import DataFrame

from metrics.kept import Kept, keep, may_be_kept
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
        made.append(scope.homes and scope.named)
        return f"select home, '{variant}' as said from {{homes}}"

    return Kept("kept_homes", "home varchar, said varchar", "as now", homes)


def rows(store):
    return [
        tuple(row.values()) for row in store.rows(of_every_home(), "select variant, home from kept_homes order by all")
    ]


def test_made_once_until_something_changes(store, kind, made):
    keep(store, kind, "a")
    keep(store, kind, "a")
    assert made == [None] and rows(store) == [("a", "Ash House"), ("a", "Oak House")]


def test_an_upload_makes_its_homes_anew(store, kind, made):
    keep(store, kind, "a")
    upload(store, homes=HOMES[:1])
    keep(store, kind, "a")
    assert made == [None, ["Ash House"]] and rows(store) == [("a", "Ash House"), ("a", "Oak House")]


def test_a_decision_makes_its_home_anew(store, kind, made):
    keep(store, kind, "a")
    record(
        store,
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


def test_other_definitions_clear_every_variant(store, kind):
    keep(store, kind, "a")
    keep(store, Kept("kept_homes", "home varchar", "otherwise", lambda *_: DataFrame({"home": ["Elm Base"]})), "b")
    assert rows(store) == [("b", "Elm Base")]


def test_what_was_known_earlier_and_days_to_come_are_not_kept(store):
    before = last_change(store, of_every_home())
    upload(store, homes=HOMES[:1])
    assert may_be_kept(store, of_every_home()) and not may_be_kept(store, of_every_home(known_at=before))
    assert not may_be_kept(store, of_every_home(date(date.today().year + 1, 1, 1)))
