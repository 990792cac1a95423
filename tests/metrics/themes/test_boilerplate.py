"""Sentences that stand in most reports are not taken for a rise; a rise in many words is not taken for them."""

from dataclasses import replace
from random import Random

import pytest

from tests.metrics.themes.drawing import (
    AS_AT,
    ASH,
    BIRCH,
    CLOVER,
    HOMES,
    PLAIN,
    concern,
    months,
    said,
    store_of,
    told,
    visit,
)

STANDING = "Medication errors were discussed with the manager of {home} on the {n}th."


def monthly(text, visitor=lambda home: "J. Marlowe", homes=HOMES, of=15):
    """A visit a month to each home; `text(home, back, rng)` is its concerns, `back` the months from the last."""
    rng = Random(3)
    return [
        visit(home, month.replace(day=12), visitor(home), concerns=text(home, back, rng) or said(PLAIN[0], rng))
        for back, month in enumerate(reversed(months(of)))
        for home in homes
    ]


def standing(home, back, rng, since=2):
    """The form's new sentence since some months, with the home's name and a number in it."""
    return STANDING.format(home=home, n=back + 10) if back <= since else ""


def test_a_new_sentence_of_the_form_is_no_rise():
    each = told(store_of(monthly(standing)), "medication")
    assert (each["visits"], each["state"], each["new"], each["findings"]) == (0, "steady", False, []) and each[
        "boilerplate"
    ][0]["visits"] == 15


def test_a_form_is_known_from_the_whole_service_whoever_asks():
    store = store_of(monthly(standing))
    alone = told(store, "medication", replace(AS_AT, homes=frozenset({ASH})), ASH)
    assert (alone["visits"], alone["state"]) == (0, "steady")


def test_a_theme_names_the_sentence_that_was_not_counted():
    def text(home, back, rng):
        return (
            f"{standing(home, back, rng)} {concern('medication', rng) if (home, back) in ((ASH, 1), (ASH, 7)) else ''}"
        )

    each = told(store_of(monthly(text)), "medication")
    assert (each["visits"], each["state"]) == (1, "steady")
    (told_so,) = each["boilerplate"]
    assert told_so["visits"] == 15 and "Medication errors were discussed" in told_so["sentence"]


def test_a_form_that_changed_before_the_window_is_no_rise_either():
    each = told(store_of(monthly(lambda home, back, rng: standing(home, back, rng, since=4))), "medication")
    assert (each["visits"], each["before"]) == (0, 0)


def test_one_visitors_standing_words_are_no_rise():
    def visitor(home):
        return "R. Tansley" if home in (ASH, BIRCH) else "J. Marlowe"

    each = told(
        store_of(
            monthly(lambda home, back, rng: standing(home, back, rng) if visitor(home) == "R. Tansley" else "", visitor)
        ),
        "medication",
    )
    assert each["visits"] == 0 and each["boilerplate"][0]["visits"] == 6


def test_without_a_visitors_name_all_visits_are_counted_together():
    assert told(store_of(monthly(standing, visitor=lambda home: None)), "medication")["visits"] == 0


@pytest.mark.parametrize("homes", [HOMES, (ASH, BIRCH)])
def test_a_rise_in_many_words_is_a_rise(homes):
    each = told(
        store_of(monthly(lambda home, back, rng: concern("medication", rng) if back <= 2 and home in homes else "")),
        "medication",
    )
    assert each["state"] == "emerging" and not each["boilerplate"] and each["visits"] == 3 * len(homes)


def test_a_rise_under_boilerplate_is_seen():
    def text(home, back, rng):
        return (
            f"{standing(home, back, rng, since=14)}"
            f" {concern('medication', rng) if back <= 2 and home in (ASH, BIRCH, CLOVER) else ''}"
        )

    each = told(store_of(monthly(text)), "medication")
    assert (each["state"], each["visits"], each["before"]) == ("emerging", 9, 0)


def test_the_same_words_at_one_home_alone_may_be_a_fault_that_nobody_mends():
    each = told(
        store_of(
            monthly(lambda home, back, rng: "The medication cabinet is broken." if home == ASH and back <= 2 else "")
        ),
        "medication",
        home=ASH,
    )
    assert each["visits"] == 3 and each["state"] == "emerging"


def test_words_that_differ_only_in_a_homes_other_name_are_the_same():
    def text(home, back, rng):
        return f"Medication errors were discussed at {home.split()[0]}." if back <= 2 else ""

    assert told(store_of(monthly(text)), "medication")["visits"] == 0
