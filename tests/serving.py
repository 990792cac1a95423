"""The real dashboard on a free port, and the machine's own Chromium to look at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60
"""Seconds that the dashboard may take to start on a busy machine."""


@contextmanager
def served(database: Path, log: Path | None = None):
    """The address of a dashboard on that database; what it prints goes into the log. It stops afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(ROOT / "dashboard.py"),
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
        "--server.headless",
        "true",
        "--server.fileWatcherType",
        "none",
    ]
    with open(log or os.devnull, "w", encoding="utf-8") as printed:
        running = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"QA_DATABASE": str(database)}, stdout=printed, stderr=printed
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/_stcore/health", running)
            yield address
        finally:
            running.terminate()
            running.wait(PATIENCE)


def _wait_for(url: str, running: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except OSError:
            if time.monotonic() > until or running.poll() is not None:
                raise
            time.sleep(0.2)


@contextmanager
def browsing(width: int = 1920, height: int = 1080, **options):
    """A page of a fresh browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser.new_context(viewport={"width": width, "height": height}, **options).new_page()
        browser.close()


def settled(page, address: str, settle: int = 1_500) -> None:
    """Opens the address and waits until the page is drawn, charts included: `settle` milliseconds after it is quiet."""
    page.goto(address)
    page.wait_for_selector("h1")
    page.wait_for_selector('[data-testid="stStatusWidget"]', state="detached")
    page.wait_for_timeout(settle)
