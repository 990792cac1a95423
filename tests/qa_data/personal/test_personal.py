"""What identifies a person is found in sentences of many kinds, and what only looks like it is left."""

import pytest

from qa_data.personal import GIVEN, NO_NAME, masked
from tests.qa_data.personal.measure import labelled, measured


def test_most_is_found_and_little_else():
    told = measured()
    assert told["sentences"] >= 200 and told["recall"] >= 0.95 and told["precision"] >= 0.95


def test_the_sentences_differ_and_no_word_is_both_a_name_and_none():
    texts = [text for text, _ in labelled()]
    assert len(set(texts)) == len(texts) and not GIVEN & NO_NAME


@pytest.mark.parametrize("people", ["sarah bell", "Sarah Bell".lower()])
def test_staff_visitors_and_homes_may_stand(people):
    assert masked(["Sarah Bell met Jayden Smith."], {people})[0] == ["Sarah Bell met [name]."]


def test_each_row_keeps_its_own_and_blanks_stay_blank():
    assert masked([None, "Leah Price left.", "", "Nothing."]) == ([None, "[name] left.", "", "Nothing."], [(1, "name", "Leah Price")])


@pytest.mark.parametrize("text", ["A" * 20_000, "Aa " * 10_000, "Jayden " * 5_000, "O'" * 10_000, "Mc-" * 8_000, "1 A " * 8_000])
def test_no_text_takes_long_or_breaks(text):
    assert masked([text])[0]
