"""The real dashboard in a real browser, on a store of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# The frontend looks for a server below the page's own path once, and takes the 404 for an answer.
HARMLESS = ("/_stcore/health", "/_stcore/host-config")


@pytest.fixture
def address(tmp_path):
    """Where the dashboard listens, on an empty store."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port), "--server.address", "127.0.0.1",
               "--server.headless", "true", "--server.fileWatcherType", "none"]
    with open(tmp_path / "log.txt", "w", encoding="utf-8") as log:
        running = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"QA_DATABASE": str(tmp_path / "qa.duckdb")}, stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", running)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(10)
    assert "Traceback" not in (tmp_path / "log.txt").read_text(encoding="utf-8")


def _wait_for(url: str, running: subprocess.Popen) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(url, timeout=1)
            return
        except OSError:
            assert running.poll() is None, "the dashboard did not start"
            time.sleep(0.25)
    raise AssertionError("the dashboard did not answer within a minute")


@pytest.fixture
def page(address):
    """A browser's page; nothing may be fetched from elsewhere, and nothing may go wrong in the console."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=next(filter(None, map(shutil.which, BROWSERS))), args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page(viewport={"width": 1600, "height": 1000})
        wrong = _watch(opened, address)
        yield opened
        browser.close()
    assert wrong == []


def _watch(page: Page, address: str) -> list[str]:
    wrong: list[str] = []
    page.on("request", lambda request: None if request.url.startswith((address, "data:", "blob:")) else wrong.append(f"asked {request.url}"))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on("console", lambda told: wrong.append(f"console {told.text} {told.location}") if told.type == "error" and not _harmless(told) else None)
    return wrong


def _harmless(told) -> bool:
    return told.location.get("url", "").endswith(HARMLESS)
