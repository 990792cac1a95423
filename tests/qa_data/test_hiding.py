"""The names of homes that may not be seen, wherever they stand in the name of a file."""

import pytest

from qa_data.scope import Every, Scope, of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

ASH = Scope(of_every_home().as_at, None, frozenset({"Ash House"}))


@pytest.fixture(scope="module")
def store():
    opened = open_store(MEMORY)
    upload(
        opened,
        homes=[
            {"home": "Ash House", "other_names": ["The Trees"]},
            {"home": "Elm Base", "other_names": ["Elm", "The Trees", "St. Mary's (north)", "Café"]},
            {"home": "Ashford"},
        ],
    )
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Elm Base.xlsx", "another home.xlsx"),
        ("ELM_BASE return", "another home return"),
        ("ElmBase-elm base, Elm", "another home-another home, another home"),
        ("2026_elm_return.csv", "2026_another home_return.csv"),
        ("St. Mary's (north) 2026", "another home 2026"),
        ("Café 2026", "another home 2026"),
        ("Elmwood return", "Elmwood return"),
        ("Ash House and Ashford", "Ash House and another home"),
        ("The Trees", "The Trees"),
    ],
)
def test_what_is_shown_of_a_name(store, written, shown):
    assert store.rows(ASH, "select shown($written) as shown", written=written) == [{"shown": shown}]


def test_who_may_see_every_home_is_shown_what_is_written(store):
    for scope in (of_every_home(), of_every_home().narrowed(["Ash House"])):
        assert store.rows(scope, "select shown('Elm Base') as shown") == [{"shown": "Elm Base"}]


def test_a_scope_is_narrowed_and_never_widened():
    narrowed = ASH.narrowed(["Ash House", "Elm Base"])
    assert narrowed.homes == narrowed.may_see == frozenset({"Ash House"})
    assert ASH.narrowed(["Elm Base"]).homes == frozenset()
    assert of_every_home().narrowed(["Elm Base"]).may_see is Every.HOME
