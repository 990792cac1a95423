"""What two recommendations have in common."""

from pathlib import Path

import pytest

from metrics.actions.similarity import ALIKE, similarity
from tests.metrics.actions.measure import HALVES, line, measured

DOCUMENT = Path(__file__).parents[3] / "docs" / "repeats.md"


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Check the fire log weekly.", "Check the fire log weekly."),
        ("Check the fire log weekly.", "CHECK the fire log weekly!"),
        (
            "Ensure that fire drills are recorded.",
            "The manager should ensure that all fire drills are recorded in future.",
        ),
        ("Provide training in de-escalation to staff.", "Provide trainning in de-escalation to staff."),
    ],
)
def test_the_same_in_other_words(first, later):
    assert similarity(first, later) >= ALIKE


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Review the fire risk assessment.", "Review the missing-from-home risk assessment."),
        (
            "The registered person should ensure that staff are supervised within 28 days.",
            "The registered person should ensure that rooms are painted within 28 days.",
        ),
        ("", "Check the fire log weekly."),
        ("Ensure that.", "Ensure that all."),
    ],
)
def test_shared_words_that_say_nothing_make_no_pair(first, later):
    assert similarity(first, later) < ALIKE


def test_it_is_the_same_either_way():
    texts = "Record all fire drills.", "Make sure that fire drills and alarms are recorded."
    assert similarity(*texts) == pytest.approx(similarity(*reversed(texts)))


def test_on_pairs_that_were_held_back():
    _, recall, precision = measured("held back")
    assert recall >= 0.9 and precision >= 0.9


def test_the_documents_table_is_what_is_measured():
    assert all(line(half) in DOCUMENT.read_text(encoding="utf-8") for half in HALVES)
