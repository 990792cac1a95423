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
    arrived.go("definitions")
    assert words(arrived) == {"date": KEPT["date"]}
    arrived.app.date_input(key="as_at").set_value("today").run()
    assert words(arrived) == {}


@pytest.mark.parametrize("name", ["cedar view", "CEDAR VIEW", "The Cedar-View"])
@pytest.mark.parametrize("page", ["home", "visits", "themes", "actions"])
def test_a_home_is_found_however_its_name_is_written(sample, page, name):
    screen = sample.go(page, date="2026-10-31", home=name)
    assert "Cedar View" in screen.html and not screen.app.warning
    assert "Cedar View" in [each.value for each in screen.app.selectbox]


@pytest.mark.parametrize("page", ["visits", "themes", "actions"])
def test_a_home_that_is_none_is_said_and_all_are_shown(sample, page):
    screen = sample.go(page, date="2026-10-31", home="Cedar Veiw")
    assert [each.value for each in screen.app.warning] == [
        "“Cedar Veiw” is not one of the homes. Did you mean Cedar View? All homes are shown."
    ]


def test_the_page_of_a_home_that_is_none_says_so(sample):
    html = sample.go("home", date="2026-10-31", home="Cedar Veiw").html
    assert "“Cedar Veiw” is not one of the homes. Did you mean Cedar View? Choose one from the list." in html


@pytest.mark.parametrize("day", ["2026-13-45", "soon", "2100-01-01", "1066-10-14"])
def test_a_day_that_is_none_is_said_and_not_passed_over(sample, day):
    screen = sample.go(date=day)
    assert [each.value for each in screen.app.warning] == [
        f"“{day}” in the address is no day from 1 Jan 2000 to 31 Dec 2099, written like 2026-10-31. What is shown is"
        " the position today."
    ]


@pytest.mark.parametrize("day", ["2019-05-03", "2011-05-03", "2000-01-01"])
@pytest.mark.parametrize("page", ["overview", "home", "standards"])
def test_a_day_before_the_data_is_said_and_today_is_not_shown(sample, page, day):
    screen = sample.go(page, date=day)
    said = [each.value for each in screen.app.warning]
    assert len(said) == 1 and said[0].startswith("Nothing is known of ") and ": the first row is of " in said[0]
    assert day[:4] in said[0] and "2026" not in screen.html.replace(said[0], "")[: screen.html.index("</h1>")]
