"""Whether the dashboard is ready is told at once: also while a file is loaded, and while the store is written anew."""

import shutil
from threading import Event, Thread

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.door import health
from pages.parts.opened_store import store
from qa_data.scope import of_every_home

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the libraries


@pytest.fixture
def asked(sample_store, tmp_path, monkeypatch):
    """What asks whether it is ready, of a store of its own."""
    monkeypatch.setenv("QA_DATABASE", str(shutil.copy(sample_store, tmp_path / "own.duckdb")))
    monkeypatch.setattr(health, "WAITS", 0.2)
    monkeypatch.setattr(health, "KEPT", 0)
    app = Starlette(routes=[Route("/", lambda _: PlainTextResponse("a page"))], middleware=[Middleware(health.Health)])
    with TestClient(app) as client:
        yield lambda path="/healthz": client.get(path)
    store().close()


def test_it_is_ready_while_a_load_is_under_way(asked):
    assert asked("/").text == "a page"
    with store().writing(of_every_home()):
        assert (asked().status_code, asked().text) == (200, "Ready.\n")


def test_it_is_not_while_the_store_is_written_anew_and_is_again_afterwards(asked):
    begun, over = Event(), Event()
    held = store()
    anew = Thread(target=held.rewritten, args=(lambda: (begun.set(), over.wait()),))
    anew.start()
    begun.wait()
    assert [asked().status_code, asked().status_code] == [503, 503] and "does not answer yet" in asked().text
    over.set()
    anew.join()
    held.rows(of_every_home(), "select 1")
    assert any(asked().status_code == 200 for _ in range(20))
