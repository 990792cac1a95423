"""Sentences as visitors, managers and children write them: names are masked, and little else. One half was written
first and never looked at while the search was made.
"""

import pytest

from tests.qa_data.personal.measure import labelled
from tests.qa_data.personal.sentences import HELD_BACK, TUNED_ON, sentences, shares


@pytest.mark.parametrize("path", [TUNED_ON, HELD_BACK], ids=lambda path: path.stem)
def test_at_least_90_of_100_names_are_masked_and_at_most_8_of_100_other_sentences_touched(path):
    masked, touched = shares(path)
    assert masked >= 90 and touched <= 8


def test_they_are_many_and_no_two_alike():
    texts = [text for path in (TUNED_ON, HELD_BACK) for text, _ in sentences(path)]
    assert len(texts) >= 300 and len(set(texts)) == len(texts)
    assert not {text for text, _ in labelled()}.intersection(texts)
