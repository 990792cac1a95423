"""What is written everywhere: pieces of texts end at a word, and no line between a number and its %."""

import pytest

from qa_data.wording import around, cited, unbroken

TEXT = "Staff waited four hours to report a child missing; the trigger plan says otherwise, and nobody knew of it."


@pytest.mark.parametrize(
    ("letters", "piece"),
    [
        (20, "… a child missing; the trigger plan says …"),
        (500, TEXT),
    ],
)
def test_the_words_around_a_place_are_whole(letters, piece):
    assert around(TEXT, TEXT.index("trigger"), letters) == piece


@pytest.mark.parametrize(
    ("text", "said"),
    [("Mend the gate.", "“Mend the gate”"), ("Mend the gate", "“Mend the gate”"), ("Why?", "“Why?”")],
)
def test_what_is_cited_within_a_sentence_has_no_full_stop_of_its_own(text, said):
    assert cited(text) == said


def test_no_line_ends_before_a_per_cent_sign():
    assert unbroken("3 of 4 (75 %), and % alone") == "3 of 4 (75\N{NO-BREAK SPACE}%), and % alone"
