"""Every mark that a page draws has its words on that page, to read and not only to point at."""

import re
from html import unescape

import pytest

from pages.parts import marks
from pages.parts.marks import key_to
from tests.pages.screen import AS_AT, _drawn, _within
from tests.pages.test_every_page import PAGES

PLACES = [
    *((page, {}) for page in PAGES),
    ("home", {"home": "Cedar View"}),
    ("home", {"home": "Cedar View", "standard": "QS12"}),
    ("home", {"home": "Elm Base", "standard": "QS07"}),
    ("clinic", {"item": "Cedar View~QS12"}),
    ("clinic", {"item": "Cedar View"}),
    ("trends", {"home": "Cedar View", "standard": "QS07", "indicator": "VWF1"}),
    ("standards", {"standard": "QS07"}),
]

LABELLED = re.compile(r'<span class="((?:m|a|d|ring)\b[^"]*)" role="img" aria-label="([^"]+)"')


def words_of(html: str) -> str:
    """What can be read of it: nothing that stands in an attribute, or is hidden from sight."""
    shown = re.sub(r'<(\w+) class="hidden">.*?</\1>', " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", shown)).split()).casefold()


@pytest.mark.parametrize(("page", "words"), PLACES, ids=lambda each: each if isinstance(each, str) else " ".join(each))
def test_each_mark_has_its_words_on_the_page(sample, page, words):
    sample.go(page, date=AS_AT, **words)
    html = "\n".join(filter(None, map(_drawn, _within(sample.app.main))))
    said = words_of(html)
    lacking = {label for _, label in LABELLED.findall(html) if not _is_told(unescape(label).casefold(), said)}
    assert not lacking


def _is_told(label: str, said: str) -> bool:
    """Of a home as a whole the rating and that it is of the home are two things to read."""
    rating = label.removesuffix(" as a whole")
    return rating in said and (rating == label or "as a whole" in said)


def test_a_key_tells_each_mark_once_and_none_whose_words_follow():
    told = str(key_to([marks.mark("red"), " Cedar View", marks.mark("red", 28), marks.mark("amber", 20), " Amber"]))
    assert words_of(told) == "r red" and 's28"' not in told and "role" not in told


def test_where_no_mark_needs_words_there_is_no_key():
    assert key_to([marks.mark("green"), " Green", marks.dots("strong"), " Strong evidence"]) is None


def test_every_mark_that_there_is_can_be_keyed():
    drawn = [
        *map(marks.mark, marks.RATINGS),
        *map(marks.arrow, marks.CHANGES),
        *map(marks.dots, marks.DOTS),
        *map(marks.often, marks.OFTEN),
        *(marks.variation(word, "lower") for word in marks.MOVES),
        *map(marks.assurance, marks.AIMS),
    ]
    told = words_of(str(key_to([[each, "x"] for each in drawn])))
    every = [marks.RATINGS, marks.CHANGES, marks.EVIDENCE, marks.OFTEN]
    assert all(said.casefold() in told for words in every for said in words.values())
    assert all(said.casefold() in told for _, said in marks.AIMS.values())
    assert all(said.casefold() in told for said in marks.MOVES.values())
