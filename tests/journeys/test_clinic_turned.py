"""The clinic is turned from the back of the room, also faster than its page is drawn."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("presses", [1, 3, 5])
def test_no_page_down_is_lost_while_the_page_is_drawn(page, looked_at, presses):
    page.goto(f"{looked_at}/clinic?date=2026-10-31")
    expect(page.get_by_text(re.compile(r"^1 of \d+ · "))).to_be_visible()
    for _ in range(presses):
        page.keyboard.press("PageDown")
    expect(page.get_by_text(re.compile(rf"^{presses + 1} of \d+ · "))).to_be_visible()


def test_there_and_back_in_one_go_is_where_one_was(page, looked_at):
    page.goto(f"{looked_at}/clinic?date=2026-10-31")
    expect(page.get_by_text(re.compile(r"^1 of \d+ · "))).to_be_visible()
    for key in ("PageDown", "PageDown", "PageUp"):
        page.keyboard.press(key)
    expect(page.get_by_text(re.compile(r"^2 of \d+ · "))).to_be_visible()
