"""What a newcomer has read is not shown again in their browser."""

from playwright.sync_api import expect

from tests.serving import page_of, still

HEADING = "New here? Five sentences"


def test_what_was_read_stays_read_in_that_browser_alone(page, browser, looked_at):
    there = f"{looked_at}/?date=2026-10-31"
    page.goto(there)
    page.get_by_role("button", name="I have read this").click()
    expect(page.get_by_text(HEADING)).to_have_count(0)
    still(page)
    page.goto(there)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    still(page)
    expect(page.get_by_text(HEADING)).to_have_count(0)
    with page_of(browser) as another:
        another.goto(there)
        expect(another.get_by_text(HEADING)).to_be_visible()
