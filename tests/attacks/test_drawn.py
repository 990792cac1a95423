"""The policy in a real browser: what goes up and comes down does so under it, as every page is drawn
(tests/journeys/test_accessible.py), and no other page can put the dashboard into a frame.
"""

from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from shutil import copy
from threading import Thread

import pytest

from tests.serving import TELLS, browser_begun, drawn_anew, page_of, served, settled

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def council(tmp_path_factory, sample_store):
    """Where the dashboard listens, on the sample data."""
    folder = tmp_path_factory.mktemp("drawn")
    copy(sample_store, folder / "qa.duckdb")
    with served(folder / "qa.duckdb", folder / "log.txt") as listening:
        yield listening


@pytest.fixture(scope="module")
def browser():
    """One browser for all that is looked at here, each time by somebody of their own."""
    with browser_begun() as begun:
        yield begun


@pytest.fixture
def wrong():
    """What a browser's console told; nothing at the end."""
    told: list[str] = []
    yield told
    assert told == []


def _watch(page, wrong: list[str]) -> None:
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.add_init_script(TELLS)


def test_a_workbook_goes_up_and_a_pack_comes_down_under_the_policy(council, browser, wrong):
    with page_of(browser, accept_downloads=True) as page:
        _watch(page, wrong)
        settled(page, f"{council}/upload")
        with drawn_anew(page):
            page.set_input_files("input[type=file]", {"name": "a.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"})
        with page.expect_download() as download:
            page.get_by_role("button", name="Template (.xlsx)").click()
        assert download.value.path().read_bytes()[:2] == b"PK"


def test_the_page_says_why_an_upload_is_refused(council, browser):
    with page_of(browser) as page:
        settled(page, f"{council}/upload")
        files = [{"name": f"{each}.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"} for each in range(21)]
        page.set_input_files("input[type=file]", files)
        page.get_by_text("20 files are uploaded here already").wait_for()


class Framing(BaseHTTPRequestHandler):
    """Another's page, which puts the dashboard into a frame."""

    def __init__(self, framed: str, *request) -> None:
        self.framed = framed
        super().__init__(*request)

    def do_GET(self) -> None:
        """The page."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<iframe src='{self.framed}'></iframe>".encode())

    def log_message(self, *_) -> None:
        """Says nothing."""


@pytest.mark.parametrize("path", ["/", "/upload", "/_stcore/health", "/?embed=true"])
def test_no_page_can_frame_it(council, browser, path):
    framing = ThreadingHTTPServer(("127.0.0.1", 0), partial(Framing, council + path))
    Thread(target=framing.serve_forever, daemon=True).start()
    try:
        with page_of(browser) as page:
            with page.expect_event("requestfailed", lambda request: council in request.url):
                page.goto(f"http://127.0.0.1:{framing.server_port}/")
            assert page.frames[1].url in ("", "about:blank", "chrome-error://chromewebdata/")
    finally:
        framing.shutdown()
