"""Faults settled in a real browser, with the clicks and the fields that it takes."""

import re

from playwright.sync_api import Page, expect

from tests.faulty import five, seventy_one
from tests.journeys.test_accessible import TAGS, serious
from tests.journeys.test_main_job import no_exception
from tests.journeys.test_manager import choose
from tests.journeys.test_three_people import downloaded
from tests.serving import drawn_anew

MOST_CLICKS = 7
"""A manager with five faults is done in three minutes."""


class Hand:
    """Whoever settles: what they click and type is counted, and each time the page is waited for."""

    def __init__(self, page: Page):
        self.page, self.clicks, self.typed = page, 0, 0

    def click(self, role: str, name: str) -> None:
        """Clicks what answers to that name."""
        self.clicks += 1
        with drawn_anew(self.page):
            self.page.get_by_role(role, name=name, exact=True).first.click()

    def type(self, cell: str, words: str) -> None:
        """Clicks into the cell's field or list, types and presses Enter."""
        self.clicks += 1
        self.typed += 1
        field = self.page.get_by_label(f"Value for {cell}", exact=True).locator("visible=true").first
        field.click()
        self.page.keyboard.type(words)
        with drawn_anew(self.page):
            self.page.keyboard.press("Enter")


def left(page: Page, words: str) -> None:
    """The bar says so, and is in view."""
    bar = page.get_by_role("status").filter(has_text=words)
    expect(bar).to_be_in_viewport()
    expect(page.get_by_role("button", name=re.compile("^Load"))).to_be_in_viewport()


def test_a_manager_settles_five_faults_in_seven_clicks_and_takes_away_what_an_inspector_asks(page, council, tmp_path):
    page.goto(f"{council}/upload?date=2026-10-31")
    choose(page, five(tmp_path / "October.xlsx"))
    left(page, "5 problems left.")
    hand = Hand(page)
    hand.click("button", "Take all 2 suggestions")
    left(page, "3 problems left.")
    hand.type("Visits!B3", "30 Sep 2026")
    hand.type("Actions!G2", "In progress")
    hand.click("button", "Use “3 Nov 2026”")
    left(page, "5 rows to load; 1 cell would be made blank.")
    hand.click("button", "Load")
    expect(page.get_by_text("is loaded: 4 new rows, 1 changed")).to_be_visible()
    print(f"five faults: {hand.clicks} clicks, {hand.typed} fields typed")
    assert hand.clicks <= MOST_CLICKS
    page.get_by_role("link", name="Ready for inspection", exact=True).click()
    page.get_by_role("combobox", name="Home").click()
    page.get_by_role("option", name="Beech House").click()
    expect(page.get_by_role("heading", name="Beech House: what it can show an inspector")).to_be_visible()
    page.get_by_text("Packs to take away").click()
    for button, name in (("PDF", "Ready for inspection"), ("Word", "Regulation 45 draft")):
        taken, _ = downloaded(page, page.get_by_role("button", name=button, exact=True).last.click)
        assert taken.startswith(f"{name} pack Beech House 31 Oct 2026.")
    no_exception(page)


def test_seventy_one_faults_in_five_sheets_are_one_decision_each(page, looked_at, tmp_path):
    page.goto(f"{looked_at}/upload?date=2026-10-31")
    choose(page, seventy_one(tmp_path / "October.xlsx"))
    left(page, "71 problems left, in 23 decisions.")
    hand = Hand(page)
    hand.click("button", "Take all 9 suggestions")
    hand.click("button", "Read all 4 dates day first")
    for cell, words in (
        ("Visits!A2", "Elm Base"),
        ("Visits!B3", "30 Jun 2026"),
        ("Visits!D5", "4"),
        ("Visits!B8", "30 Apr 2026"),
        ("Visits!B13", "30 Sep 2026"),
        ("Findings!E2", "Concern"),
        ("Findings!E3", "Good practice"),
    ):
        hand.type(cell, words)
    print(f"71 faults: {hand.clicks} clicks so far")
    left(page, "problems left, in")
    while page.get_by_role("button", name=re.compile("^Leave (row|[0-9]+ rows)")).count():
        hand.click("button", page.get_by_role("button", name=re.compile("^Leave (row|[0-9]+ rows)")).first.inner_text())
    left(page, "to load")
    print(f"71 faults: {hand.clicks} clicks, {hand.typed} fields typed")
    no_exception(page)


def test_whoever_uses_the_keyboard_goes_on_at_the_next_problem(page, looked_at, tmp_path):
    page.goto(f"{looked_at}/upload?date=2026-10-31")
    choose(page, five(tmp_path / "October.xlsx"))
    page.get_by_role("button", name="Go to the next").press("Enter")
    expect(page.get_by_label("Value for Visits!A2", exact=True).first).to_be_focused()
    page.keyboard.type("Beech House")
    with drawn_anew(page):
        page.keyboard.press("Enter")
    expect(page.get_by_label("Value for Visits!B3", exact=True)).to_be_focused()
    no_exception(page)


def test_a_page_with_problems_has_no_serious_violation_and_is_no_wider_than_a_phone(page, looked_at, tmp_path):
    page.goto(f"{looked_at}/upload?date=2026-10-31")
    choose(page, seventy_one(tmp_path / "October.xlsx"))
    left(page, "71 problems left, in 23 decisions.")
    assert serious(page, {"type": "tag", "values": TAGS}) == []
    page.set_viewport_size({"width": 375, "height": 812})
    left(page, "71 problems left, in 23 decisions.")
    assert page.evaluate("document.documentElement.scrollWidth") == 375
