"""The sentences behind the findings."""

from random import Random

import pytest

from sample_data.words import CODES, say, standard_of, words


def test_a_sentence_takes_one_alternative_of_each_choice():
    said = {say("{this|that} {one|two}.", Random(seed)) for seed in range(40)}
    assert said == {"This one.", "This two.", "That one.", "That two."}


@pytest.mark.parametrize("code", CODES)
def test_every_topic_has_a_concern_and_an_action(code):
    read = words(code)
    assert all(read.concerns.values()) and all(read.actions.values())
    assert read.good and read.voice and read.impact


def test_a_topic_stands_under_one_standard():
    topics = [topic for code in CODES for topic in words(code).concerns]
    assert len(topics) == len(set(topics))
    assert standard_of("medication") == "QS10"
