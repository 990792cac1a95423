"""Search: a box on every page, and what it finds."""

import pytest

from tests.pages.screen import AS_AT


def test_words_in_the_box_lead_to_what_holds_them(sample):
    sample.go("overview", date=AS_AT)
    sample.app.text_input(key="search words").set_value("trigger plan").run()
    html = sample.html
    assert (
        "hold “trigger” and “plan”" in html and "<mark>trigger</mark>" in html.lower() and "Action tracker.xlsx" in html
    )
    assert sample.app.text_input(key="search words").value == "trigger plan"
    assert sample.app.query_params["words"] == "trigger plan" and sample.app.query_params["date"] == AS_AT


def test_the_box_holds_the_words_of_the_address(sample):
    sample.go("search", date=AS_AT, words="fire drill")
    assert sample.app.text_input(key="search words").value == "fire drill"
    assert sample.go("overview", date=AS_AT).app.text_input(key="search words").value == ""


def test_homes_and_indicators_are_found(sample):
    assert "Homes (1)" in sample.go("search", date=AS_AT, words="alder").html
    html = sample.go("search", date=AS_AT, words="attendance").html
    assert "Indicators (1)" in html and "School <mark>attendance</mark>" in html


@pytest.mark.parametrize("words", ["zebra crossing", "<script>alert(1)</script>", "(((", "\\", "[a", "%_"])
def test_nothing_found_says_what_to_do_and_words_are_only_words(sample, words):
    html = sample.go("search", date=AS_AT, words=words).html
    assert "Nothing holds" in html and "<script>" not in html


def test_without_words_the_page_says_how(screen):
    assert "Write words into the box" in screen.go("search").html
