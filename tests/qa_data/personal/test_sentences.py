"""Sentences as visitors, managers and children write them: names are masked, and little else. One half was written
first and not looked at while the search was made: 98.9 of 100 names were masked and 3.3 of 100 others touched when it
was first run. What that showed was mended by kinds afterwards, so it is no longer unseen.

The third set, blind.psv, was written by somebody who had not seen the program. When it was first run, before anything
was mended by it, 66 of 70 names no longer stood as they were written (63 of 70 with every word masked, as is counted
here) and 7 of 50 harmless sentences were touched. It too has been seen since.

The fourth, examiner.psv, is six sets by one hand, made hard on purpose: given names that are words, what no list knows,
notes without stops. Each was run before anything was mended by it, and mended by kinds afterwards. The last of them, 30
sentences with a name and 20 without, run when all others had been mended for: 26 of 30 masked with every word, 28
masked or flagged, and 2 of 20 touched.
"""

import pytest

from tests.qa_data.personal.measure import labelled
from tests.qa_data.personal.sentences import SETS, sentences, shares


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_at_least_90_of_100_names_are_masked_and_at_most_8_of_100_other_sentences_touched(path):
    masked, touched = shares(path)
    assert masked >= 90 and touched <= 8


def test_they_are_many_and_no_two_alike():
    texts = [text for path in SETS for text, _ in sentences(path)]
    assert len(texts) >= 420 and len(set(texts)) == len(texts)
    assert not {text for text, _ in labelled()}.intersection(texts)
