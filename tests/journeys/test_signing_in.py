"""In and out of the dashboard in a browser, with a provider of OpenID Connect on this machine."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.serving import page_of, still
from tests.signing import Door, signing_in


@pytest.fixture(scope="module")
def door(tmp_path_factory) -> Door:
    with signing_in(tmp_path_factory.mktemp("door")) as door:
        yield door


@pytest.fixture
def page(browser):
    with page_of(browser, 1280, 900) as page:
        yield page


@pytest.fixture
def other(browser):
    """A page of another browser."""
    with page_of(browser, 1280, 900) as page:
        yield page


def sign_in(page, who: str, address: str) -> None:
    """Asks for a page and signs in on the way to it."""
    page.goto(address)
    page.get_by_role("link", name="Sign in").press("Enter")
    page.get_by_placeholder("sub").fill(who)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_selector("h1")
    still(page)


def out(page) -> None:
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_in_by_the_page_asked_for_and_out_of_every_tab(door, page):
    sign_in(page, "ada", f"{door.address}/themes")
    assert page.url == f"{door.address}/themes"
    second = page.context.new_page()
    second.goto(f"{door.address}/trends")
    expect(second.get_by_text("Signed in as Ada Bell")).to_be_visible()
    expect(second.get_by_text("Director", exact=True)).to_be_visible()
    page.get_by_role("button", name="Sign out", exact=True).press("Enter")
    page.get_by_role("button", name="End session").click()
    expect(page.get_by_role("status")).to_have_text("You are signed out, on every page of this browser.")
    out(second)
    assert "trends" in second.url


def test_out_everywhere_ends_every_browser(door, page, other):
    sign_in(page, "max", f"{door.address}/")
    sign_in(other, "max", f"{door.address}/actions")
    page.get_by_role("button", name="Sign out everywhere").click()
    out(other)


def test_a_page_that_stays_open_is_led_to_the_door_when_its_time_is_over(door, page):
    sign_in(page, "ada", f"{door.address}/definitions")
    door.ages(9)
    out(page)
    assert page.url == f"{door.address}/sign-in?to=%2Fdefinitions"


def test_by_either_name_of_this_machine(door, page):
    sign_in(page, "ada", f"{door.address.replace('localhost', '127.0.0.1')}/visits")
    assert page.url == f"{door.address}/visits"


def test_on_a_phone_the_way_out_is_in_reach(door, page):
    page.set_viewport_size({"width": 375, "height": 667})
    sign_in(page, "max", f"{door.address}/upload")
    page.get_by_test_id("stExpandSidebarButton").click()
    still(page)
    leaving = page.get_by_role("button", name="Sign out", exact=True)
    leaving.scroll_into_view_if_needed()
    expect(page.get_by_text("Manager of Ash House")).to_be_visible()
    box = leaving.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 375
    leaving.press("Enter")
    expect(page.get_by_role("button", name="End session")).to_be_visible()


def test_who_is_nothing_here_yet_is_told_whom_to_ask_and_no_more(door, page):
    sign_in(page, "nia", f"{door.address}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nia Dean: nothing here is open to you yet")
    expect(page.get_by_text("Ask Olu Farr (extension 7)")).to_be_visible()
    assert page.get_by_test_id("stSidebarNavLink").count() == 0
    page.set_viewport_size({"width": 375, "height": 667})
    page.get_by_test_id("stMain").get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("button", name="End session")).to_be_visible()


@pytest.mark.parametrize("width", [375, 1280])
def test_the_sign_in_page_is_accessible(door, page, width):
    page.set_viewport_size({"width": width, "height": 667})
    page.goto(door.address)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_who_declines_at_the_provider_is_told(door, page):
    page.goto(f"{door.address}/themes")
    page.get_by_role("link", name="Sign in").click()
    page.get_by_role("button", name="Deny").click()
    expect(page.get_by_role("status")).to_contain_text("ask Olu Farr (extension 7)")
