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

from playwright import async_api, sync_api
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.patience import PATIENCE

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
MILLISECONDS = PATIENCE * 1_000
sync_api.expect.set_options(timeout=MILLISECONDS)
async_api.expect.set_options(timeout=MILLISECONDS)

DRAWN = """() => {
    const app = document.querySelector('[data-testid=stApp]')
    const roots = [document, ...[...document.querySelectorAll('*')].map((each) => each.shadowRoot).filter(Boolean)]
    const charts = [...document.querySelectorAll('[data-testid=stVegaLiteChart]')]
    return app?.dataset.testScriptState === 'notRunning' && roots.some((root) => root.querySelector('h1'))
        && !document.querySelector('[data-testid=stSkeleton]')
        && charts.every((chart) => chart.querySelector('canvas, svg')?.clientWidth <= Math.ceil(chart.clientWidth))
        && document.fonts.status === 'loaded'
        && document.getAnimations().every((each) => each.playState !== 'running')
}"""
"""The script has come to its end, no chart or letter is still to come, each chart has been drawn anew for the room that
it has since the window changed, and nothing fades from a colour to another.
"""

TELLS = """document.addEventListener('securitypolicyviolation', (e) => {
    if (e.blockedURI !== 'wasm-eval') console.error(e.violatedDirective, e.blockedURI)
})"""
"""The frontend tries whether it may count in WebAssembly, and counts in plain script where it may not."""

OFTEN = 100
"""Milliseconds between two looks whether it is: each goes through all of a page that is being drawn meanwhile."""


@contextmanager
def served(
    database: Path, log: Path | None = None, options: tuple[str, ...] = (), script="dashboard.py", **variables: str
):
    """The address of a dashboard on that database; what it prints goes into the log. It stops afterwards. Further
    options of `streamlit run` and variables of the environment may be given.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(ROOT / script),
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
        "--server.headless",
        "true",
        "--server.fileWatcherType",
        "none",
        *options,
    ]
    with open(log or os.devnull, "w", encoding="utf-8") as printed:
        running = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"QA_DATABASE": str(database)} | variables,
            stdout=printed,
            stderr=printed,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/_stcore/health", running)
            yield address
        finally:
            running.terminate()
            running.wait(PATIENCE)


def raised(log: Path) -> list[str]:
    """The first traceback that a dashboard printed, from where it was raised: without the requests told before it."""
    lines = log.read_text(encoding="utf-8").splitlines()
    begins = next((at for at, line in enumerate(lines) if "Traceback" in line), len(lines))
    return [line for line in lines[begins : begins + 60] if " request " not in line][-14:]


def _wait_for(url: str, running: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except OSError:
            if time.monotonic() > until or running.poll() is not None:
                raise
            time.sleep(0.05)


@contextmanager
def browsing(width: int = 1920, height: int = 1080, **options):
    """A page of a fresh browser."""
    with browser_begun() as browser, page_of(browser, width, height, **options) as page:
        yield page


@contextmanager
def browser_begun():
    """A fresh browser, for pages that know nothing of each other."""
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET, timeout=MILLISECONDS)
        yield browser
        browser.close()


@contextmanager
def page_of(browser: sync_api.Browser, width: int = 1920, height: int = 1080, **options):
    """A page of the browser for somebody of their own: with no cookie and nothing kept of anybody before."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    context.set_default_timeout(MILLISECONDS)
    page = context.new_page()
    page.on("websocket", lambda socket: setattr(page, "socket", socket))
    yield page
    context.close()


def settled(page, address: str) -> None:
    """Opens the address and waits until the page is drawn, charts included."""
    page.goto(address)
    page.wait_for_selector("h1")
    still(page)


def still(page) -> None:
    """Waits until the page is drawn and has been for two frames: what follows from a first drawing begins in the next
    frame.
    """
    page.wait_for_function(DRAWN, polling=OFTEN)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.wait_for_function(DRAWN, polling=OFTEN)


@contextmanager
def drawn_anew(page):
    """Waits until what is done meanwhile has drawn the page anew: the dashboard tells when its script has ended."""
    still(page)
    with page.socket.expect_event("framereceived", _ended):
        yield
    still(page)


def _ended(frame: bytes) -> bool:
    return ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished"
