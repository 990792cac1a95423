"""What a page is asked of can be narrowed by the page and never widened: no page shows a home that may not be seen."""

from shutil import copy

import pytest

from qa_data.store import open_store
from tests.asked import signed_in
from tests.pages.screen import AS_AT, Screen
from tests.pages.test_every_page import PAGES
from tests.scoped import fill, naming_others, strings, written_of

HOME = "Beech House"


@pytest.fixture(scope="module")
def filled(tmp_path_factory, sample_store):
    folder = tmp_path_factory.mktemp("filled")
    store = open_store(copy(sample_store, folder / "qa.duckdb"))
    fill(store, folder)
    yield folder / "qa.duckdb", naming_others(store, HOME), written_of(store, HOME)
    store.close()


@pytest.mark.parametrize("page", PAGES)
def test_no_page_shows_a_home_that_may_not_be_seen(with_sign_in, database, filled, monkeypatch, page):
    path, naming, written = filled
    monkeypatch.setenv("QA_DATABASE", str(path))
    said = shown(Screen(signed_in("R. Bell", "manager", homes=(HOME,))).go(page, date=AS_AT))
    for text in written:
        said = said.replace(text, "")
    assert naming.findall(said) == []


def test_who_may_see_every_home_is_shown_them(database, filled, monkeypatch):
    path, naming, _ = filled
    monkeypatch.setenv("QA_DATABASE", str(path))
    for page in ("overview", "upload", "lessons", "plan"):
        assert naming.search(shown(Screen().go(page, date=AS_AT)))


def shown(screen: Screen) -> str:
    """What the page draws and what its widgets offer."""
    return "\n".join([screen.html, *strings([_told(each) for each in _widgets(screen)])])


def _widgets(screen: Screen):
    app = screen.app
    return [
        *app.selectbox,
        *app.markdown,
        *app.button,
        *app.text_area,
        *app.text_input,
        *app.radio,
        *app.info,
        *app.error,
    ]


def _told(element) -> list:
    return [getattr(element, name, None) for name in ("label", "options", "value")]
