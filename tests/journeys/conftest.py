"""The real dashboard in a real browser, on a store of its own."""

from pathlib import Path
from shutil import copy

import pytest
from playwright.sync_api import Page

from tests.serving import TELLS, browser_begun, page_of, raised, served

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Whatever stands here needs a browser: `-m "not browser"` leaves it out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture
def address(tmp_path):
    """Where the dashboard listens, on an empty store; it prints no traceback."""
    yield from _quietly(tmp_path)


@pytest.fixture
def council(tmp_path, sample_store):
    """Where the dashboard listens, on the sample data."""
    copy(sample_store, tmp_path / "qa.duckdb")
    yield from _quietly(tmp_path)


@pytest.fixture(scope="session")
def looked_at(tmp_path_factory, sample_store):
    """Where a dashboard on the sample data listens, for all journeys that only look."""
    folder = tmp_path_factory.mktemp("looked at")
    copy(sample_store, folder / "qa.duckdb")
    yield from _quietly(folder)


def _quietly(folder):
    log = folder / "log.txt"
    with served(folder / "qa.duckdb", log) as listening:
        yield listening
    assert raised(log) == []


@pytest.fixture(scope="module")
def browser():
    """One browser for the journeys of a module, each of which is somebody of their own in it."""
    with browser_begun() as begun:
        yield begun


@pytest.fixture
def page(request, browser):
    """A browser's page; nothing may be fetched from elsewhere, and nothing may go wrong in the console, which tells of
    what the policy forbids too. It is closed before the dashboard stops, whose going away it would tell of.
    """
    others = {"council", "looked_at"}.intersection(request.fixturenames)
    request.getfixturevalue(others.pop() if others else "address")
    with page_of(browser, 1600, 1000, accept_downloads=True) as opened:
        wrong = _watch(opened)
        yield opened
    assert wrong == []


def _watch(page: Page) -> list[str]:
    wrong: list[str] = []
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://127.0.0.1:", "data:", "blob:"))
            else wrong.append(f"asked {request.url}")
        ),
    )
    page.add_init_script(TELLS)
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on(
        "console",
        lambda told: wrong.append(f"console {told.text} {told.location}") if told.type == "error" else None,
    )
    return wrong
