"""Two dashboards on one store: what one takes in, the other shows, also on a page that stands open."""

import shutil
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.commands import command
from tests.journeys.test_main_job import no_exception
from tests.loaders.good import good, sheet, workbook
from tests.postgresql import database, halted
from tests.serving import page_of, served, settled


@pytest.fixture
def shared(postgresql, tmp_path, monkeypatch):
    """The address of a store on a server; this process's own copy is in the test's folder."""
    monkeypatch.setenv("QA_NODE", str(tmp_path / "nodes"))
    with database(postgresql, uuid4().hex) as address:
        yield address


def test_what_one_takes_in_the_other_shows_and_says_when_it_cannot_know(sample_store, shared, browser, tmp_path):
    assert command("qa_data", "copy", shutil.copy(sample_store, tmp_path / "sample.duckdb"), shared)[::2] == (0, "")
    book = workbook(
        tmp_path / "New home.xlsx",
        sheet("homes", good("homes", home="Zinnia House", other_names=None), title="Homes"),
    )
    nodes = [served(shared, tmp_path / f"{name}.log", QA_NODE=str(tmp_path / name)) for name in ("one", "other")]
    pages = [page_of(browser, 1366, 768) for _ in nodes]
    with nodes[0] as one, nodes[1] as other, pages[0] as open_page, pages[1] as page:
        settled(open_page, one)
        settled(page, other)
        assert open_page.get_by_text("Zinnia House").count() == page.get_by_text("Zinnia House").count() == 0
        assert command("loaders", "load", book, "--db", shared)[0] == 0
        expect(open_page.get_by_text("Zinnia House").first).to_be_visible()
        page.reload()
        expect(page.get_by_text("Zinnia House").first).to_be_visible()
        told = open_page.get_by_text("The server that keeps the store cannot be reached.")
        with halted(shared):
            expect(told).to_be_visible()
            settled(open_page, f"{one}/actions")
            expect(open_page.get_by_text("The server that keeps the store cannot be reached.")).to_be_visible()
            no_exception(open_page)
        expect(told).to_be_hidden()
        no_exception(open_page)
