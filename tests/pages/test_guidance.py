"""Guidance where people are: the tour, what a number means, and what closed actions came back."""

import re

import pytest

from metrics.indicators.registry import INDICATORS, of_standard
from metrics.indicators.settings import change_setting
from metrics.warnings.owed import MEANS
from pages.parts import ask
from pages.parts.meaning import plain
from pages.parts.tour import SENTENCES
from qa_data.dictionary import dataset
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.drawn import HOMES, load_drawn
from tests.pages.screen import AS_AT, _drawn, _within
from tests.pages.test_every_page import PAGES
from tests.pages.test_marks import words_of


def test_the_tour_stands_on_the_front_page_until_it_is_read_and_always_in_the_sidebar(sample):
    html = sample.go("overview", date=AS_AT).html
    assert html.count(SENTENCES[0]) == 2
    assert sample.press("I have read this").html.count(SENTENCES[0]) == 1
    assert sample.go("actions", date=AS_AT).html.count(SENTENCES[0]) == 1


def test_the_tour_goes_once_own_data_are_loaded(own_sample, database):
    assert own_sample.go("overview", date=AS_AT).html.count(SENTENCES[0]) == 2
    load_drawn(ask.store(), HOMES)
    assert own_sample.go("overview", date=AS_AT).html.count(SENTENCES[0]) == 1


@pytest.mark.parametrize("page", PAGES)
def test_wherever_something_is_owed_it_says_what_that_means(sample, page):
    said = words_of("\n".join(filter(None, map(_drawn, _within(sample.go(page, date=AS_AT).app.main)))))
    told = MEANS.casefold()
    if re.search(r"\bow(?:ed|es|e)\b", said.replace(told, "").replace("what does “owed” mean?", "")):
        assert told in said and "what does “owed” mean?" in said


def test_every_number_of_a_standard_says_what_it_means(sample):
    html = sample.go("home", date=AS_AT, home="Cedar View", standard="QS12").html
    assert (
        html.count("What does this mean?") - html.count("“What does this mean?”") == len(of_standard("QS12"))
        and "returns." not in html
    )
    assert "What does this mean?" in sample.go("standards", date=AS_AT, standard="QS08").html


def test_what_was_completed_and_asked_for_again_stands_on_actions(sample):
    html = sample.go("actions", date=AS_AT).html
    panel = html[html.index("Closed and came back") :]
    assert int(re.search(r"came back \((\d+)\)", panel)[1]) >= 1 and "asked for again" in panel and "Tracker!F" in panel
    assert "Closed and came back (0)" in sample.go("actions", date=AS_AT, home="Alder Lodge", standard="QS11").html


@pytest.mark.parametrize("each", INDICATORS, ids=lambda each: each.id)
def test_what_is_counted_is_said_in_the_headings_of_the_sheets(each):
    for words in (plain(each.numerator), plain(each.denominator)):
        assert not re.search(r"_|returns\.|visits\.| = | in \(", words), words
    if each.in_return:
        assert plain(each.numerator) == dataset("returns").column(each.numerator.removeprefix("returns.")).header


def test_definitions_say_the_sheet_the_floor_and_the_sources(sample):
    html = sample.go("definitions", date=AS_AT).html
    assert "School sessions attended" in html and "Restraints less Restraints planned in an EHC plan" in html
    assert "Under 75 %" in html and "Over 30 %" in html and "Visits and reviews" in html and "SI 2015/541" in html


def test_definitions_say_when_a_concern_begins_by_the_budgets_as_set(own_sample, database):
    change_setting(open_store(database), of_every_home(), "K. Ahmed", "signals.watch", 0.25, "Agreed")
    html = own_sample.go("definitions", date=AS_AT).html
    assert "about 0.25 Watches and 0.02 Flags for the worse begin in a home in a month" in html
    assert "Benjamini" not in html and "Moustakides 1986" in html
