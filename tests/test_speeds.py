"""make quick needs no browser."""

from pathlib import Path

HERE = Path(__file__).parent


def test_a_browser_is_opened_by_what_has_the_marker_alone():
    """The journeys, which all have it, and what says so itself: make quick leaves them out."""
    tests = {file: file.read_text() for file in HERE.rglob("test_*.py") if file != Path(__file__)}
    opening = [file for file, text in tests.items() if "playwright" in text or "browsing" in text]
    assert {file.parent.name for file in opening if "pytest.mark.browser" not in tests[file]} == {"journeys"}
