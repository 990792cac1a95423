"""A command beside a page that is open, and a folder that is watched beside none."""

import logging
import shutil
import time

import pytest
from playwright.sync_api import expect

from pages.parts import beside
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from qa_data.uploads import uploads
from tests.commands import command
from tests.loaders.good import good, sheet, workbook
from tests.serving import browsing, served, settled


def test_what_a_command_loads_shows_at_the_pages_next_draw(sample_store, tmp_path):
    path = shutil.copy(sample_store, tmp_path / "qa.duckdb")
    home = good("homes", home="Zinnia House", other_names=None)
    book = workbook(tmp_path / "New home.xlsx", sheet("homes", home, title="Homes"))
    with served(path) as address, browsing(1366, 768) as page:
        settled(page, address)
        assert page.get_by_text("Zinnia House").count() == 0
        status, out, error = command("loaders", "load", book, "--db", path)
        assert (status, error) == (0, "") and out.startswith("New home.xlsx: loaded as")
        page.reload()
        expect(page.get_by_text("Zinnia House").first).to_be_visible()
        assert command("metrics", "status", "--db", path)[0] == 0


def test_a_folder_is_watched_from_the_start_whoever_looks(sample_store, tmp_path):
    path, folder = shutil.copy(sample_store, tmp_path / "qa.duckdb"), tmp_path / "incoming"
    folder.mkdir()
    home = good("homes", home="Zinnia House", other_names=None)
    workbook(folder / "New home.xlsx", sheet("homes", home, title="Homes"))
    with served(path, QA_WATCH=str(folder)):
        until = time.monotonic() + 120
        while not (folder / "loaded/New home.xlsx").exists():
            assert time.monotonic() < until, sorted(each.name for each in folder.rglob("*"))
            time.sleep(0.2)


def test_what_hinders_the_watch_is_said_once_and_may_pass(tmp_path, monkeypatch, caplog):
    """No folder at first; then it is there, and one file after another arrives."""
    folder, rests = tmp_path / "incoming", []

    def rest(seconds):
        rests.append(seconds)
        if len(rests) == 3:
            folder.mkdir()
            home = good("homes", home="Zinnia House", other_names=None)
            workbook(folder / "New home.xlsx", sheet("homes", home, title="Homes"))
        if len(rests) == 9:
            raise KeyboardInterrupt

    monkeypatch.setattr(beside, "sleep", rest)
    monkeypatch.setattr("loaders.watch_commands.sleep", rest)
    store = open_store(MEMORY)
    with caplog.at_level(logging.ERROR), pytest.raises(KeyboardInterrupt):
        beside._watch(store, folder)
    assert len(caplog.records) == 1 and "is not watched until this is put right: There is no folder" in caplog.text
    assert [each.file for each in uploads(store, of_every_home())] == ["New home.xlsx"]
