"""A store that can be opened and turns out to be damaged when a page reads it: a sentence on the page."""

from shutil import copy

import pytest

from pages.parts import ask
from qa_data import uploads as writing
from qa_data.store import StoreUnavailable, open_store
from tests.drawn import HOMES, load_drawn

BLOCK, FIRST = 262_144, 12_288
"""Bytes: how long DuckDB's blocks are, and where the first begins."""


def opens(path) -> bool:
    try:
        open_store(path).close()
    except StoreUnavailable:
        return False
    return True


@pytest.fixture
def damaged(sample_store, tmp_path) -> list:
    """Copies of the sample data's store with a block of each blanked that can be opened all the same, and of which a
    page cannot be drawn.
    """
    found = []
    for start in range(FIRST, sample_store.stat().st_size, BLOCK):
        path = copy(sample_store, tmp_path / f"{start}.duckdb")
        with open(path, "r+b") as file:
            file.seek(start)
            file.write(bytes(BLOCK))
        if opens(path):
            found.append(path)
    return found


def test_a_page_that_meets_the_damage_says_so_and_what_to_do_without_a_traceback(screen, damaged, monkeypatch):
    said = []
    assert damaged
    for path in damaged:
        monkeypatch.setenv("QA_DATABASE", str(path))
        screen.go("visits", date="2026-10-31")
        said += [(path, each.value) for each in screen.app.error]
        ask.store().close()
    assert said, "no page met a damaged block"
    for path, sentence in said:
        assert sentence.startswith(f"The file {path} is not a database that this program can read; it may be damaged.")
        assert "python -m qa_data restore FILE" in sentence


def test_a_clock_that_is_wrong_by_more_than_a_day_is_said_on_every_page(screen, database, monkeypatch):
    store = open_store(database)
    with monkeypatch.context() as here:
        here.setattr(writing, "utc_now", lambda: writing.datetime(2099, 5, 1))
        load_drawn(store, HOMES)
    store.close()
    for page in ("overview", "upload"):
        told = [each.value for each in screen.go(page).app.warning]
        assert sum("1 May 2099" in each and "Put the clock right" in each for each in told) == 1
