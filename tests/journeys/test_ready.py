"""In a real browser: what a home can show an inspector, down to its rows, and a standard in view without scrolling."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from tests.pages.screen import AS_AT
from tests.serving import browsing, drawn_anew, settled

STANDARD = f"home?date={AS_AT}&home=Cedar+View&standard=QS12"


@pytest.fixture(params=[(1366, 768), (375, 812)], ids=["desk", "phone"])
def ready(request, looked_at):
    """The page of Cedar View; nothing goes wrong in its console."""
    with browsing(*request.param, accept_downloads=True) as page:
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(f"{error}"))
        settled(page, f"{looked_at}/ready?date={AS_AT}&home=Cedar+View")
        yield page
        assert wrong == []


@pytest.fixture
def small(looked_at):
    """A standard of Cedar View on a small screen."""
    with browsing(1366, 768) as page:
        settled(page, f"{looked_at}/{STANDARD}")
        yield page


def in_view(page: Page, seen: Locator) -> bool:
    """Whether all of it stands on the screen."""
    box = seen.bounding_box()
    return box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]


def test_from_the_evidence_to_its_row_and_back(ready):
    ready.get_by_text("Protection of children", exact=True).click()
    expect(ready.get_by_role("heading", name="Against", exact=True).locator("visible=true")).to_have_count(1)
    ready.get_by_role("link", name="Independent visits 2023-26.xlsx › Visits log!W157").locator("visible=true").click()
    opened = ready.locator("dialog[open]")
    expect(opened).to_contain_text("Protection of children: Not met")
    ready.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(ready.get_by_role("heading", name="Against", exact=True).locator("visible=true")).to_have_count(1)


def test_a_count_of_annex_a_unfolds_to_its_months(ready):
    row = ready.get_by_role("row").filter(has_text="Incidents of restraint")
    row.get_by_text("Where it comes from: 3 rows").click()
    expect(row.get_by_role("listitem")).to_have_count(3)
    expect(row.get_by_role("listitem").first).to_contain_text("Aug 2026: ")


def test_it_is_no_wider_than_the_screen(ready):
    assert ready.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")


def test_the_draft_comes_as_a_word_file_to_write_on(ready):
    ready.get_by_text("Packs to take away").click()
    with ready.expect_download() as coming:
        ready.get_by_role("button", name="Word", exact=True).last.click()
    assert coming.value.suggested_filename == "Regulation 45 draft pack Cedar View 31 Oct 2026.docx"
    lines = [each.text for each in Document(BytesIO(Path(coming.value.path()).read_bytes())).paragraphs]
    assert any(line.startswith("You write: ") for line in lines)


def test_why_the_rows_and_the_chart_are_in_view_without_scrolling(small):
    for seen in (
        small.get_by_role("heading", name="Why", exact=True),
        small.get_by_role("link", name="Independent visits 2023-26.xlsx › Visits log!W157").first,
        small.locator(".st-key-beside .rows"),
        small.locator(".st-key-beside [data-testid=stVegaLiteChart]"),
    ):
        assert in_view(small, seen)


def test_the_chart_of_an_indicator_that_is_clicked_is_beside_it(small):
    row = small.get_by_role("link", name="Allegations against staff", exact=True)
    row.scroll_into_view_if_needed()
    with drawn_anew(small):
        row.click()
    chart = small.locator(".st-key-beside")
    expect(chart.get_by_role("heading", name="Allegations against staff")).to_be_visible()
    assert in_view(small, row) and in_view(small, chart.locator("[data-testid=stVegaLiteChart]"))


def test_another_standard_is_a_tab_away(small):
    with drawn_anew(small):
        small.get_by_role("navigation", name="Nine quality standards").get_by_role("link", name="Education").click()
    assert "standard=QS08" in small.url
    expect(small.get_by_role("heading", name="Education Regulation 8")).to_be_visible()
