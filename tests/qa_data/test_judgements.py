"""Ofsted's judgement schemes: data with the days on which each holds."""

from datetime import date, timedelta

import pytest

from qa_data import judgements
from qa_data.judgements import COLUMNS, GRADES, JUDGEMENTS, as_found, below_good, found_below_good, read, told
from tests.schemes import BEGINS, without_overall

DRAWN = """
[[scheme]]
name = "Five words"
from = 2030-01-01
gives = ["protection"]
words = [{ word = "Exceptional", place = 1, good = true }, { word = "Urgent", place = 5, good = false, short = ["U"] }]
"""

INSPECTED = {"inspection_date": BEGINS, "overall": None, "protection": "Good", "leadership": "Inadequate"}


def test_every_day_has_one_scheme():
    edges = [day for each in judgements.SCHEMES for day in (each.begins, each.ends) if day]
    for day in (date(1990, 1, 1), date(2099, 1, 1), *edges, *(day - timedelta(days=1) for day in edges)):
        assert sum(each.holds(day) for each in judgements.SCHEMES) == 1, day


@pytest.mark.parametrize("scheme", judgements.SCHEMES, ids=lambda each: each.name)
def test_in_a_scheme_what_is_good_stands_before_what_is_not(scheme):
    assert set(scheme.gives) <= set(COLUMNS)
    assert [each.good for each in sorted(scheme.words, key=lambda each: each.place)] == sorted(
        (each.good for each in scheme.words), reverse=True
    )


def test_the_words_that_are_chosen_from_are_those_that_count_as_themselves():
    assert GRADES == ("Outstanding", "Good", "Requires improvement to be good", "Inadequate")
    assert {each.counted_as for each in JUDGEMENTS} == {"", "Requires improvement to be good"}
    assert [word for word in ("Outstanding", "Good", "Adequate", "Inadequate") if below_good(word)] == [
        "Adequate",
        "Inadequate",
    ]


def test_a_scheme_is_read_with_its_own_words():
    (scheme,) = read(DRAWN)
    assert (scheme.begins, scheme.ends, scheme.gives) == (date(2030, 1, 1), None, ("protection",))
    assert [(each.word, each.place, each.good, each.short) for each in scheme.words] == [
        ("Exceptional", 1, True, ()),
        ("Urgent", 5, False, ("U",)),
    ]
    assert scheme.has("Urgent") and not scheme.has("Inadequate")


def test_a_judgement_that_the_scheme_does_not_give_is_no_lack_of_the_record(monkeypatch):
    assert told(INSPECTED, "overall") == "Not given"
    without_overall(monkeypatch)
    assert told(INSPECTED, "overall") == "Ofsted gives none since 1 Apr 2026"
    assert told(INSPECTED | {"inspection_date": BEGINS - timedelta(days=1)}, "overall") == "Not given"
    assert told(INSPECTED, "protection") == "Good"


def test_without_an_overall_judgement_what_there_is_is_told_and_any_of_it_may_be_below_good():
    assert as_found(INSPECTED) == "Helped and protected: Good; Leaders and managers: Inadequate"
    assert found_below_good(INSPECTED) and not found_below_good(INSPECTED | {"leadership": "Good"})
    assert not found_below_good(INSPECTED | {"overall": "Good"}) and as_found(INSPECTED | {"overall": "Good"}) == "Good"
