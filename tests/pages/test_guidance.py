"""Guidance where people are: the tour, what a number means, and what closed actions came back."""

import re

from metrics.registry import of_standard
from pages.parts.tour import SENTENCES
from tests.pages.screen import AS_AT


def test_the_tour_stands_on_the_front_page_until_it_is_read_and_always_in_the_sidebar(sample):
    html = sample.go("overview", date=AS_AT).html
    assert html.count(SENTENCES[0]) == 2
    assert sample.press("I have read this").html.count(SENTENCES[0]) == 1
    assert sample.go("actions", date=AS_AT).html.count(SENTENCES[0]) == 1


def test_every_number_of_a_standard_says_what_it_means(sample):
    html = sample.go("home", date=AS_AT, home="Cedar View", standard="QS12").html
    assert html.count("What does this mean?") - html.count("“What does this mean?”") == len(of_standard("QS12")) and "returns." not in html
    assert "What does this mean?" in sample.go("standards", date=AS_AT, standard="QS08").html


def test_what_was_completed_and_asked_for_again_stands_on_actions(sample):
    html = sample.go("actions", date=AS_AT).html
    panel = html[html.index("Closed and came back"):]
    assert int(re.search(r"came back \((\d+)\)", panel)[1]) >= 1 and "asked for again" in panel and "Tracker!F" in panel
    assert "Closed and came back (0)" in sample.go("actions", date=AS_AT, home="Alder Lodge", standard="QS11").html
