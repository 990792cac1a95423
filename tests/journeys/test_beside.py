"""A command beside a page that is open."""

import shutil

from playwright.sync_api import expect

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
