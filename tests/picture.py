"""python -m tests.picture: draws docs/overview.png, the README's picture, from the sample data."""

import tempfile
from pathlib import Path

from tests.serving import ROOT, browsing, served, still


def main() -> None:
    """Starts the dashboard on an empty database, loads the sample data in one click and takes the picture."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "picture.duckdb") as address,
        browsing(1600, 900) as page,
    ):
        page.goto(f"{address}/?date=2026-10-31")
        page.get_by_role("button", name="Load the sample data").click()
        page.get_by_role("link", name="Cedar View").first.wait_for()
        still(page)
        page.screenshot(path=ROOT / "docs" / "overview.png")


if __name__ == "__main__":
    main()
