"""make quick needs no browser."""

from pathlib import Path

HERE = Path(__file__).parent


def test_a_browser_is_opened_by_the_journeys_alone():
    """These have the marker that make quick leaves out."""
    tests = [file for file in HERE.rglob("test_*.py") if file != Path(__file__)]
    opening = [file for file in tests if any(word in file.read_text() for word in ("playwright", "browsing", "served"))]
    assert {file.parent.name for file in opening} == {"journeys"}
