"""Every page in Chromium, under the policy: by axe-core nothing serious or critical by WCAG 2.2 AA but what Streamlit
itself causes, in light and in dark; and no page is wider than a phone.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.screenshots import AS_AT, pages
from tests.serving import settled, still

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""The rules that are looked at, by what they belong to."""

COLOUR = ["color-contrast", "link-in-text-block"]
"""Those of them that depend on colour; nothing else differs in the dark."""

DARK = "rgb(17, 22, 28)"
"""The dark look's background, as .streamlit/config.toml has it."""

STREAMLITS = {
    ("list", "stSidebarNavItems"): "The menu's list has a heading of its section inside it.",
    ("listitem", '<li class="st-emotion-cache'): "The menu's entries stand in that list.",
    (
        "target-size",
        'role="spinbutton"',
    ): "Day, month and year of a date field stand closer than 24 pixels; the calendar beside them does the same.",
}
"""What cannot be changed from outside Streamlit 1.67: the rule and what it is found in, and why."""

UNFOLD = """() => [document, ...[...document.querySelectorAll('*')].map((each) => each.shadowRoot).filter(Boolean)]
    .forEach((root) => root.querySelectorAll('details').forEach((each) => each.open = true))"""


def _presented(page: Page) -> None:
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Stop presenting")).to_be_visible()
    still(page)


def _opened(page: Page) -> None:
    page.locator("a.opens:visible").first.click()
    expect(page.locator("dialog[open] h2")).to_be_visible()


def _worked_on(page: Page) -> None:
    page.get_by_role("link", name="Work on it").first.click()
    expect(page.get_by_role("button", name="Keep it")).to_be_visible()
    still(page)


STATES = {
    "presenting": (f"clinic?date={AS_AT}", _presented),
    "a standard with a row opened": (f"home?date={AS_AT}&home=Cedar+View&standard=QS12", _opened),
    "a chart": (f"trends?date={AS_AT}&home=Cedar+View&standard=QS12&indicator=PRO4", still),
    "words that were looked for": (f"search?date={AS_AT}&words=trigger+plan", still),
    "an action worked on": (f"actions?date={AS_AT}", _worked_on),
}
"""Addresses, and what is done there, by what is then seen."""


def test_every_page_is_drawn_under_the_policy_accessible_and_no_wider_than_a_phone(looked_at, watched):
    """Each is opened once, light and wide, then dark, then narrow as a phone and as 400 % of a desk."""
    wrong = []
    for name in pages():
        watched.set_viewport_size({"width": 1600, "height": 1000})
        settled(watched, f"{looked_at}/{'' if name == 'overview' else name}?date={AS_AT}")
        wrong += _wrong(watched, name)
        for width in (375, 320):
            watched.set_viewport_size({"width": width, "height": 812})
            still(watched)
            wrong += _wider(watched, name, width)
    assert wrong == []
    assert watched.evaluate("document.querySelectorAll('canvas, svg').length")


@pytest.mark.parametrize(("address", "does"), STATES.values(), ids=STATES)
def test_what_a_page_becomes_has_no_serious_violation(looked_at, watched, address, does):
    settled(watched, f"{looked_at}/{address}")
    does(watched)
    assert _wrong(watched, address) == []


@pytest.fixture
def watched(page) -> Page:
    """The browser's page, light until it is turned dark."""
    page.emulate_media(color_scheme="light")
    return page


def _wrong(page, name: str) -> list[tuple]:
    """What is serious on the page with all that is folded open, in light and in dark, which it leaves light."""
    page.evaluate(UNFOLD)
    wrong = [(name, "light", *each) for each in serious(page, {"type": "tag", "values": TAGS})]
    _turn_dark(page)
    wrong += [(name, "dark", *each) for each in serious(page, {"type": "rule", "values": COLOUR})]
    page.emulate_media(color_scheme="light")
    return wrong


def _turn_dark(page) -> None:
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => getComputedStyle(document.querySelector('.stApp')).backgroundColor === '{DARK}'")
    still(page)


def serious(page, rules: dict) -> list[tuple]:
    """What is serious or critical on the page as it stands, by those rules, but for what Streamlit causes."""
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [
        (each["id"], node["target"], node["html"][:200])
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
        if not any(each["id"] == rule and part in node["html"] for rule, part in STREAMLITS)
    ]


def _wider(page, name: str, width: int) -> list[tuple]:
    across = page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
    )
    return [(name, width, across)] if across > width else []
