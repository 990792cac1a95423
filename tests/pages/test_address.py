"""What the address says is kept from page to page, also by whoever clicks before the page is drawn."""

import pytest

from pages.parts import address

KEPT = {"home": "Beech House", "standard": "QS08", "date": "2026-03-31"}


def words(screen) -> dict[str, str]:
    """What the address says."""
    return dict(screen.app.query_params)


def begun_again(screen):
    """The page is drawn again with the bare address that the browser still had."""
    screen.app.query_params.clear()
    return screen.run()


@pytest.fixture
def arrived(sample):
    """At the Home page by the menu, after another page."""
    sample.go("home", **KEPT)
    sample.go("overview")
    return sample.go("home")


def test_the_menu_leads_back_to_the_place_that_was_left(arrived):
    assert words(arrived) == KEPT


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_run_that_a_click_cut_short_does_not_lose_the_place(arrived, times):
    for _ in range(times):
        begun_again(arrived)
        assert words(arrived) == KEPT
    assert "Education" in arrived.html and "Position at 31 March 2026" in arrived.html


def test_a_run_that_came_before_another_page_was_left_does_not_lose_the_place(arrived):
    begun_again(arrived)
    arrived.go("overview")
    assert words(begun_again(arrived)) == {"date": KEPT["date"]}
    assert words(arrived.go("home")) == KEPT


def test_an_address_without_words_holds_once_the_browser_had_heard_them(arrived):
    arrived.run()
    assert words(begun_again(arrived)) == {}


def test_an_address_without_words_holds_after_a_while(arrived):
    arrived.app.session_state["arrived"] -= address.HEARD
    assert words(begun_again(arrived)) == {}


def test_a_day_that_is_chosen_at_once_holds(arrived):
    arrived.go("warnings")
    assert words(arrived) == {"date": KEPT["date"]}
    arrived.app.date_input(key="as_at").set_value("today").run()
    assert words(arrived) == {}
