"""python -m tests.picture: draws docs/overview.png, the README's picture, from the sample data."""

import tempfile
from pathlib import Path

from tests.serving import ROOT, browsing, served, still

WIDTH = 1600
HEIGHT = """() => Math.max(...['stMain', 'stSidebarContent'].map(
    (name) => document.querySelector(`[data-testid=${name}]`).scrollHeight))"""


def whole(page) -> None:
    """Makes the window as high as the page, so that nothing is cut."""
    page.set_viewport_size({"width": WIDTH, "height": page.evaluate(HEIGHT)})
    still(page)


def main() -> None:
    """Starts the dashboard on an empty database, loads the sample data in one click and takes the picture."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "picture.duckdb") as address,
        browsing(WIDTH, 900) as page,
    ):
        page.goto(f"{address}/?date=2026-10-31")
        page.get_by_role("button", name="Load the sample data").click()
        page.get_by_role("link", name="Cedar View").first.wait_for()
        still(page)
        whole(page)
        page.screenshot(path=ROOT / "docs" / "overview.png")


if __name__ == "__main__":
    main()
