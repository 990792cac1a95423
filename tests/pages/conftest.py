"""Every page is tested through dashboard.py, on a real store, from an empty world."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copy
from unittest.mock import patch

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import local_script_runner

from pages.parts import ask
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import last_change
from tests.asked import signing_in
from tests.drawn import HOMES, load_drawn
from tests.pages.screen import Screen


@pytest.fixture(scope="session", autouse=True)
def _packages_are_looked_at_once():
    """An AppTest looks through all installed packages for components each time it is drawn; a server does it once."""
    with patch.object(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests)):
        yield


@pytest.fixture(scope="session", autouse=True)
def _the_script_is_waited_for():
    """An AppTest asks a thousand times a second whether its script has come to its end; here it waits for that."""
    asks = local_script_runner.require_widgets_deltas

    def waits(runner, timeout: float) -> None:
        runner._script_thread.join(timeout)
        asks(runner, timeout)

    with patch.object(local_script_runner, "require_widgets_deltas", waits):
        yield


@pytest.fixture
def database(tmp_path, monkeypatch) -> Path:
    """The path of the store that the dashboard opens: no other test's, since caches outlive an AppTest."""
    path = tmp_path / "qa.duckdb"
    monkeypatch.setenv("QA_DATABASE", str(path))
    return path


@pytest.fixture
def with_sign_in(tmp_path):
    """People sign in here: a screen is somebody's whom `tests.asked.signed_in` tells of."""
    with signing_in(tmp_path):
        yield


@pytest.fixture
def screen(database) -> Screen:
    """The dashboard on an empty store."""
    return Screen()


@pytest.fixture(scope="session")
def read_only(sample_store) -> Path:
    """A store with the sample data for all tests that only look at it."""
    return Path(copy(sample_store, sample_store.with_name("looked at.duckdb")))


@pytest.fixture
def sample(read_only, monkeypatch) -> Screen:
    """The dashboard on the sample data, which is not written to: what one test asked is not worked out by the next."""
    monkeypatch.setenv("QA_DATABASE", str(read_only))
    before = last_change(ask.store(), of_every_home())
    yield Screen()
    assert last_change(ask.store(), of_every_home()) == before, "What writes takes own_sample."


@pytest.fixture
def own_sample(database, sample_store) -> Screen:
    """The dashboard on sample data of the test's own."""
    copy(sample_store, database)
    return Screen()


@pytest.fixture(scope="session")
def drawn_stores(tmp_path_factory, empty_store) -> Callable[..., Path]:
    """A store for all tests that only look at Ash House and the same tables."""

    @cache
    def with_tables(*tables: str, homes: str) -> Path:
        return _filled(Path(copy(empty_store, tmp_path_factory.mktemp("drawn") / "qa.duckdb")), homes, *tables)

    return with_tables


@pytest.fixture
def drawn(drawn_stores, monkeypatch):
    """The dashboard on Ash House and the tables drawn in the test, which is not written to."""
    changes = {}

    def with_tables(*tables: str, homes: str = HOMES) -> Screen:
        monkeypatch.setenv("QA_DATABASE", str(drawn_stores(*tables, homes=homes)))
        held = ask.store()
        changes[held] = last_change(held, of_every_home())
        return Screen()

    yield with_tables
    assert changes == {held: last_change(held, of_every_home()) for held in changes}, "What writes takes own_drawn."


@pytest.fixture
def own_drawn(database, empty_store):
    """The dashboard on Ash House and the tables drawn in the test, in a store of the test's own."""

    def with_tables(*tables: str, homes: str = HOMES) -> Screen:
        _filled(Path(copy(empty_store, database)), homes, *tables)
        return Screen()

    return with_tables


def _filled(path: Path, homes: str, *tables: str) -> Path:
    store = open_store(path)
    load_drawn(store, homes, *tables)
    store.close()
    return path
